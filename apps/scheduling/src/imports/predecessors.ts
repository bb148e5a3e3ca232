import { type Read, readDuration, type WorkUnits } from './duration.ts';

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** One link as the cell says it; the activity it names is found later. */
export interface ReadPredecessor {
  /** The other activity's code as written. */
  readonly code: string;
  readonly type: LinkType;
  /** Minutes, negative for a lead; or a share of the predecessor's duration. */
  readonly lag: { readonly minutes: number; readonly elapsed: boolean } | { readonly percent: number };
  readonly notes: readonly string[];
}

const TYPED = /^(?<code>[\p{L}\p{N}].*?)\s*(?<type>FS|SS|FF|SF)\s*(?:(?<sign>[+-])\s*(?<lag>[^+-]+))?$/iu;
const UNTYPED = /^(?<code>[\p{L}\p{N}].*?)\s*(?:(?<sign>[+-])\s*(?<lag>[^+-]+))?$/iu;
const PERCENT = /^(\d{1,4}(?:[.,]\d+)?)\s*%$/;

/**
 * Reads MS-Project-style predecessors: `12FS+2d; 14SS`, `1FS+1w 1d`, `7`, `9FF-4h`, `3SS+50%`. `isCode` tells the codes of
 * the sheet, so that a code such as `A-10` is not taken for a lead of ten days on A.
 */
export function readPredecessors(
  text: string,
  units: WorkUnits,
  isCode: (text: string) => boolean,
): readonly Read<ReadPredecessor>[] {
  // A comma separates only where no semicolon does: it may also be a decimal comma (`4FS+1,5d`).
  const separator = text.includes(';') ? ';' : ',';
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => readPredecessor(item, units, isCode));
}

function readPredecessor(item: string, units: WorkUnits, isCode: (text: string) => boolean): Read<ReadPredecessor> {
  const none = { minutes: 0, elapsed: false };
  if (isCode(item)) return { value: { code: item, type: 'FS', lag: none, notes: [] } };

  const { code = '', type = 'FS', sign, lag } = (TYPED.exec(item) ?? UNTYPED.exec(item))?.groups ?? {};
  if (code === '') return { problem: `"${item}" is no predecessor such as 12FS+2d` };
  const link = { code: code.trim(), type: type.toUpperCase() as LinkType };
  if (lag === undefined) return { value: { ...link, lag: none, notes: [] } };

  const direction = sign === '-' ? -1 : 1;
  const [, percent] = PERCENT.exec(lag.trim()) ?? [];
  if (percent)
    return { value: { ...link, lag: { percent: direction * Number(percent.replace(',', '.')) }, notes: [] } };

  const read = readDuration(lag, units);
  if ('problem' in read) return { problem: `the lag of "${item}" cannot be read: ${read.problem}` };
  const { minutes, elapsed, notes } = read.value;
  return { value: { ...link, lag: { minutes: minutes === 0 ? 0 : direction * minutes, elapsed }, notes } };
}
