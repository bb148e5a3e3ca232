import { type ContractClass, type FieldSchema, schemaOf } from '@bw/contracts-base';

/** The schemas that a document's operations refer to, each class once under its name. */
export class Components {
  readonly #classes = new Map<string, ContractClass>();
  readonly #schemas = new Map<string, FieldSchema>();

  /** A reference to the class's schema. */
  refer(contract: ContractClass): FieldSchema {
    const { name } = contract;
    const known = this.#classes.get(name);
    if (known && known !== contract)
      throw new Error(`Two classes of the documents are called ${name}: give one another name.`);
    if (!known) {
      this.#classes.set(name, contract);
      this.#schemas.set(
        name,
        schemaOf(contract, (nested) => this.refer(nested)),
      );
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  get schemas(): Readonly<Record<string, FieldSchema>> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
