/** As people read a plan: by work breakdown (1.2 before 1.10), then by code. */
export function inOrderOfWork<Row extends { readonly wbs: string; readonly code: string }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.toSorted((a, b) => naturally.compare(a.wbs, b.wbs) || naturally.compare(a.code, b.code));
}

const naturally = new Intl.Collator('en', { numeric: true });
