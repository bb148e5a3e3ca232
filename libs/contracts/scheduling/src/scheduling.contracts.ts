import { type ContractCatalogue, contractSet } from '@bw/contracts-base';
import { schedulingSamples } from './scheduling.samples.ts';

/** All events of the scheduling service, with schema and sample. */
export const schedulingContracts: ContractCatalogue = contractSet(
  'scheduling',
  schedulingSamples.map(({ of }) => of),
  schedulingSamples,
);
