/** As much of a JSON Schema as our contracts use. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

export interface SchemaField {
  /** With the fields above it: `rating.likelihood`, `lines[].code`. */
  readonly path: string;
  readonly kind: string;
  readonly isRequired: boolean;
}

/** Every field of a schema, those within lists and objects too, in the order of the contract. */
export function fieldsOf({ properties = {}, required = [] }: Schema, above = ''): readonly SchemaField[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = above + name;
    const inner = schema.items ?? schema;
    const below = inner.properties ? fieldsOf(inner, `${path}${schema.items ? '[]' : ''}.`) : [];
    return [{ path, kind: kindOf(schema), isRequired: required.includes(name) }, ...below];
  });
}

function kindOf({ type = '', format, enum: values, items, additionalProperties }: Schema): string {
  if (values) return values.join(' | ');
  if (items) return `${kindOf(items)}[]`;
  if (type === 'object' && typeof additionalProperties === 'object') return `{ ${kindOf(additionalProperties)} }`;
  return format ?? type;
}
