import { describeContracts } from '@bw/contracts-base/testing';
import { riskContracts } from './index.ts';

describeContracts(riskContracts);
