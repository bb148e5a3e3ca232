import { type Contract, ContractCatalogue } from './contract-catalogue.ts';
import { eventContractOf } from './event-contract.ts';
import { type ContractClass, schemaOf } from './field.ts';

export interface Sample<T extends object = object> {
  readonly of: ContractClass<T>;
  readonly data: T;
}

/** An example of an event's data: for tests, documents and checks. Fixed, never random. */
export function sample<T extends object>(of: ContractClass<T>, data: NoInfer<T>): Sample<T> {
  return { of, data };
}

/** All events of one owner. Every class needs a sample. */
export function contractSet(
  owner: string,
  classes: readonly ContractClass[],
  samples: readonly Sample[],
): ContractCatalogue {
  const sampleOf = new Map<ContractClass, object>(samples.map(({ of, data }) => [of, data]));
  const contracts = classes.map((dataClass): Contract => {
    const { type, version, about, personal = [] } = eventContractOf(dataClass);
    const data = sampleOf.get(dataClass);
    if (!type.startsWith(`${owner}.`)) throw new Error(`${type} does not belong to ${owner}.`);
    if (!data) throw new Error(`${type} version ${version} has no sample.`);
    return { type, version, owner, about, personal, dataClass, schema: schemaOf(dataClass), sample: data };
  });
  return new ContractCatalogue(contracts);
}
