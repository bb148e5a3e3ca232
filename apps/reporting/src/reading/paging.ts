import { invalid, type Page, type PageOf } from '@bw/service-shell';

/** One page of a list that is at hand. The reading's cut keeps later pages in line with the first. */
export function pageThrough<T>(items: readonly T[], { cursor, limit }: Page): PageOf<T> {
  const from = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isSafeInteger(from) || from < 0) throw invalid('/cursor', 'must be the next of an earlier answer');
  const next = from + limit;
  return { items: items.slice(from, next), ...(next < items.length && { next: String(next) }) };
}
