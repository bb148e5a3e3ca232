/*
 * What the documents are made from. The packages are imported by computed names: they are built with decorators, which
 * this folder's own TypeScript (types stripped, nothing compiled) must not follow into.
 */

export const serviceNames = ['engagement', 'scheduling', 'risk', 'reporting'] as const;
export type ServiceName = (typeof serviceNames)[number];

export interface Schema {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: false | Schema;
  readonly [keyword: string]: unknown;
}

export interface Contract {
  readonly type: string;
  readonly version: number;
  readonly owner: string;
  readonly about: string;
  readonly schema: Schema;
  readonly sample: object;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

export interface Sources {
  readonly contracts: readonly Contract[];
  /** Throws where a contract's sample is not good. */
  check(contract: Contract): void;
  readonly openApi: ReadonlyMap<ServiceName, OpenApi>;
  publishedSchema(contract: Contract): object;
  /** The contract's sample in its envelope, in structured CloudEvents form. */
  sampleOf(contract: Contract): object;
}

interface Base {
  toCloudEvent(event: object): object;
  publishedSchema(contract: Contract): object;
  sampleEventOf(contract: Contract): object;
}

interface Catalogue {
  readonly contracts: readonly Contract[];
  check(event: { readonly type: string; readonly version: number; readonly data: unknown }): void;
}

/** Reads what the packages of contracts and services say about themselves: built ones, or their source in a test. */
export async function readSources(): Promise<Sources> {
  const base = await load<Base>('@bw/contracts-base');
  const shell = await load<{ serviceDocument(service: string, parts: object): OpenApi }>('@bw/service-shell');
  const catalogues: Catalogue[] = [];
  const openApi = new Map<ServiceName, OpenApi>();
  for (const service of serviceNames) {
    const owned = await load<Record<string, Catalogue | undefined>>(`@bw/contracts-${service}`);
    const catalogue = owned[`${service}Contracts`];
    if (!catalogue) throw new Error(`@bw/contracts-${service} exports no ${service}Contracts.`);
    catalogues.push(catalogue);
    const { parts } = await load<{ parts?: object }>(`@bw/${service}`);
    if (!parts) throw new Error(`@bw/${service} does not export the parts that it is made of.`);
    openApi.set(service, shell.serviceDocument(service, parts));
  }
  return {
    contracts: catalogues.flatMap(({ contracts }) => contracts),
    check: (contract) => {
      for (const catalogue of catalogues) {
        if (catalogue.contracts.includes(contract)) catalogue.check({ ...contract, data: contract.sample });
      }
    },
    openApi,
    publishedSchema: (contract) => base.publishedSchema(contract),
    sampleOf: (contract) => base.toCloudEvent(base.sampleEventOf(contract)),
  };
}

async function load<T>(name: string): Promise<T> {
  return (await import(name)) as T; // the names and types of these exports are tested where they are made
}
