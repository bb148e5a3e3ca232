import { planFields } from './import-mapping.ts';
import type { RowReport } from './import-report.ts';

const NEEDS_QUOTES = /[",;\r\n]/;
/** Spreadsheets run what begins like this. */
const FORMULA = /^[=@\t\r]/;

/**
 * The rows that were not taken, as a file to mend and import again: the columns that were read under their own headers, and
 * what is wrong. Rows that were taken without a link to one of them stand in it too, so that the link comes with them.
 */
export function quarantineCsv(rows: readonly RowReport[], headers: Readonly<Record<string, string>>): string {
  const fields = planFields.filter((field) => field in headers);
  const open = rows.filter(
    ({ status, notes }) => status === 'quarantined' || notes.some(({ code }) => code === 'LEFT_OUT'),
  );
  const lines = open.map(({ row, cells = {}, notes }) => [
    ...fields.map((field) => cells[field] ?? ''),
    String(row),
    notes.map(({ code, detail, column }) => `${column ? `${column}: ` : ''}${detail} (${code})`).join('; '),
  ]);
  const head = [...fields.map((field) => headers[field] ?? field), 'Row in the file', 'Why it was not taken'];
  return [head, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
