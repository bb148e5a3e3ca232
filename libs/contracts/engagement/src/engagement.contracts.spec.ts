import { describeContracts } from '@bw/contracts-base/testing';
import { engagementContracts } from './index.ts';

describeContracts(engagementContracts);
