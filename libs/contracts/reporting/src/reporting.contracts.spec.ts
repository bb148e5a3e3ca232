import { describeContracts } from '@bw/contracts-base/testing';
import { reportingContracts } from './index.ts';

describeContracts(reportingContracts);
