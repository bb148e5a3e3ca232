import { read } from '../api/request.ts';
import type { Entry, TrailPage } from './trail.ts';

const COLUMNS = [
  'recorded',
  'effective',
  'type',
  'actor',
  'reason',
  'stream',
  'streamVersion',
  'event',
  'corrects',
  'correctedBy',
  'source',
  'position',
] as const satisfies readonly (keyof Entry)[];

/** All entries of a trail, page after page, at the point of the first one. */
export async function wholeTrail(query: Readonly<Record<string, string>>): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let next: Readonly<Record<string, string>> | undefined = { ...query, limit: '200' }; next;) {
    const page: TrailPage = await read<TrailPage>('/api/v1/audit', next);
    entries.push(...page.items);
    next = page.next === undefined ? undefined : nextPage(query, page, page.next);
  }
  return entries;
}

/** Later pages keep the first one's cut, which takes the place of a `knownAt`. */
function nextPage(
  { knownAt: _, ...query }: Readonly<Record<string, string>>,
  { point: { asOf, cut } }: TrailPage,
  cursor: string,
): Readonly<Record<string, string>> {
  return { ...query, limit: '200', asOf, cut, cursor };
}

/** As a table for spreadsheets (RFC 4180). What a spreadsheet would take for a formula is told to be text. */
export function asCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => cellOf(entry[column])));
  return [COLUMNS, ...rows].map((row) => row.join(',')).join('\r\n');
}

function cellOf(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a file to the reader. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
