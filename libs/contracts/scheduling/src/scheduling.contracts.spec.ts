import { describeContracts } from '@bw/contracts-base/testing';
import { schedulingContracts } from './index.ts';

describeContracts(schedulingContracts);
