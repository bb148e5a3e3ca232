import { CsvError, parse } from 'csv-parse/sync';
import { type ImportLimits, UnreadableFile } from './import-report.ts';
import { type Cell, emptyCell, type Sheet } from './sheet.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LONGEST_RECORD = 100_000;

/** Reads comma-, semicolon- or tab-separated text. Every cell is text: nothing in it is ever evaluated. */
export function readCsv(text: string, limits: ImportLimits, delimiter = detectDelimiter(text)): Sheet {
  const records = recordsOf(text, delimiter, limits.rows + 20);
  const rows = records.map(({ record, number }) => ({ number, cells: record.map(cellOf) }));
  if (rows.length > limits.rows + 10) {
    throw UnreadableFile.because('TOO_MANY_ROWS', `has more than ${limits.rows} rows, the most that one import takes`);
  }
  const wide = rows.find(({ cells }) => cells.length > limits.columns);
  if (wide) {
    const detail = `has ${wide.cells.length} columns; ${limits.columns} are the most that one import takes`;
    throw UnreadableFile.because('TOO_MANY_COLUMNS', detail, { row: wide.number });
  }
  return { name: 'csv', rows };
}

/** The one that stands most often outside quotes in the first lines. */
export function detectDelimiter(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const lines = head.split(/\r?\n/).slice(0, 5).join('\n');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: lines.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

function recordsOf(text: string, delimiter: string, most: number): readonly { record: string[]; number: number }[] {
  try {
    const read: unknown = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      to: most,
    });
    return (read as readonly { info: { lines: number }; record: string[] }[]) // what `info: true` gives
      .map(({ record, info }) => ({ record, number: info.lines - linesWithin(record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(Reflect.get(error, 'lines') ?? 1);
    throw UnreadableFile.because('BROKEN_FILE', `is no CSV: ${error.message}`, { row });
  }
}

/** A record may hold line ends in quotes; its number is that of its first line. */
function linesWithin(record: readonly string[]): number {
  return record.reduce((sum, text) => sum + (text.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function cellOf(text: string): Cell {
  return text === '' ? emptyCell : { kind: 'text', text };
}
