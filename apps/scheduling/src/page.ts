import { invalid, type Page, type PageOf } from '@bw/service-shell';

/** A page of a list that is there as a whole; the cursor counts its items. */
export function pageFrom<Row, View>(
  rows: readonly Row[],
  { cursor, limit }: Page,
  view: (row: Row) => View,
): PageOf<View> {
  const from = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isSafeInteger(from) || from < 0) throw invalid('/cursor', 'must be the next of an earlier answer');
  const items = rows.slice(from, from + limit).map(view);
  return from + limit < rows.length ? { items, next: String(from + limit) } : { items };
}
