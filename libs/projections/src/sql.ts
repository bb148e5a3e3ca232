/** A connection inside a transaction; a consumer's own transaction fits. */
export interface Sql {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }>;
}

/** Name and type of a column, and how to get its value from a row. */
export type Columns<Row> = readonly (readonly [name: string, type: string, value: (row: Row) => unknown])[];

/** One parameter per column, so that any number of rows is one statement. */
export function unnest<Row>(
  columns: Columns<Row>,
  rows: readonly Row[],
): { readonly from: string; readonly values: unknown[][] } {
  const arrays = columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
  const names = columns.map(([name]) => name).join(', ');
  return {
    from: `unnest(${arrays}) as given(${names})`,
    values: columns.map(([, , value]) => rows.map(value)),
  };
}

export const namesOf = <Row>(columns: Columns<Row>): string => columns.map(([name]) => name).join(', ');
