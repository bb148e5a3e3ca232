import type { ObjectSchema } from './json-schema.ts';
import type { ContractClass } from './field.ts';
import { compileSchema, type SchemaCheck } from './schema-check.ts';
import { ContractViolation, UnknownContract } from './contract-violation.ts';

/** One version of one event, with all that is published about it. */
export interface Contract {
  readonly type: string;
  readonly version: number;
  /** The service whose log holds such events. */
  readonly owner: string;
  readonly about: string;
  readonly personal: readonly string[];
  readonly dataClass: ContractClass;
  readonly schema: ObjectSchema;
  /** A good example of the event's data. */
  readonly sample: object;
}

/** As much of an event as its contract speaks of. */
export interface Checkable {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/** The events somebody knows: a service its own and those it consumes, the tools all of them. */
export class ContractCatalogue {
  readonly contracts: readonly Contract[];
  readonly #newest = new Map<string, Contract>();
  readonly #all = new Map<string, Contract>();
  readonly #checks = new Map<string, SchemaCheck>();

  constructor(contracts: readonly Contract[]) {
    this.contracts = contracts;
    for (const contract of contracts) {
      const name = keyOf(contract.type, contract.version);
      const same = this.#all.get(name);
      if (same && same.dataClass !== contract.dataClass) throw new Error(`Two classes claim to be ${name}.`);
      this.#all.set(name, contract);
      if ((this.#newest.get(contract.type)?.version ?? 0) < contract.version) this.#newest.set(contract.type, contract);
    }
  }

  static join(...catalogues: readonly ContractCatalogue[]): ContractCatalogue {
    return new ContractCatalogue([...new Set(catalogues.flatMap(({ contracts }) => contracts))]);
  }

  knows(type: string, version?: number): boolean {
    return version === undefined ? this.#newest.has(type) : this.#all.has(keyOf(type, version));
  }

  /** The version in which new events of that type are written. */
  versionOf(type: string): number {
    return this.get(type).version;
  }

  /** The newest version unless one is named. Throws `UnknownContract`. */
  get(type: string, version?: number): Contract {
    const found = version === undefined ? this.#newest.get(type) : this.#all.get(keyOf(type, version));
    if (!found) throw new UnknownContract(type, version);
    return found;
  }

  schemaOf(type: string, version?: number): ObjectSchema {
    return this.get(type, version).schema;
  }

  sampleOf(type: string, version?: number): object {
    return this.get(type, version).sample;
  }

  /** Throws `ContractViolation` where the data is not as its contract says, `UnknownContract` where there is none. */
  check({ type, version, data }: Checkable): void {
    const problems = this.#checkOf(type, version)(data);
    if (problems.length > 0) throw new ContractViolation(type, version, problems);
  }

  /** Compiled on first use: a service starts without compiling what it may never see. */
  #checkOf(type: string, version: number): SchemaCheck {
    const name = keyOf(type, version);
    const compiled = this.#checks.get(name) ?? compileSchema(this.get(type, version).schema);
    this.#checks.set(name, compiled);
    return compiled;
  }
}

function keyOf(type: string, version: number): string {
  return `${type}/${version}`;
}
