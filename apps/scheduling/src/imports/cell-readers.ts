import { type Currency, isCivilDay, minorDigits, minorUnits } from '@bw/kernel';
import type { Read } from './duration.ts';
import { type Cell, type LocalTime, textOf } from './sheet.ts';

/** How dates with slashes or dots are meant. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface ReadTime {
  readonly local: LocalTime;
  /** Only a day was given. */
  readonly dayOnly: boolean;
  readonly notes: readonly string[];
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+))?$/;
const PARTED = /^(\d{1,4})[./](\d{1,2})[./](\d{1,4})(?:[ T]+(.+))?$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?$/i;
/** Serial days of spreadsheets: 61 is 1900-03-01; before that they count a day that never was. */
const [FIRST_SERIAL, LAST_SERIAL, EPOCH] = [61, 2_958_465, Date.UTC(1899, 11, 30)];
const DAY = 86_400_000;
const MINUTE = 60_000;

/** Reads a date, with or without a time of day. Days that no calendar has are refused. */
export function readTime(cell: Cell, order?: DateOrder): Read<ReadTime> {
  if (cell.kind === 'date') {
    return { value: { local: cell.local, dayOnly: false, notes: cell.rounded ? ['rounded to the minute'] : [] } };
  }
  if (cell.kind === 'number') return readSerial(cell.number);
  const text = textOf(cell);
  const [, year, month, day, clock] = ISO.exec(text) ?? [];
  if (year && month && day) return compose(text, { year, month, day }, clock);

  const [, first = '', second = '', third = '', time] = PARTED.exec(text) ?? [];
  if (first === '') return { problem: `"${text}" is no date such as 2026-03-29 or 2026-03-29T08:00` };
  // With dots the day comes first wherever dots are used; slashes mean different things in different places.
  const meant = order ?? (first.length === 4 ? 'ymd' : text.includes('.') ? 'dmy' : undefined);
  if (!meant) return { problem: `"${text}" may be two dates; name the order of day and month (dateOrder)` };
  if (meant === 'ymd') return compose(text, { year: first, month: second, day: third }, time);
  const [d, m] = meant === 'dmy' ? [first, second] : [second, first];
  return compose(text, { year: third, month: m, day: d }, time);
}

function readSerial(serial: number): Read<ReadTime> {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return { problem: `${serial} is no serial date` };
  const at = EPOCH + Math.round((serial * DAY) / MINUTE) * MINUTE;
  const rounded = Math.abs(EPOCH + serial * DAY - at) >= 500 ? ['rounded to the minute'] : [];
  const local = new Date(at).toISOString().slice(0, 16);
  return {
    value: { local, dayOnly: Number.isInteger(serial), notes: ['a serial number was read as a date', ...rounded] },
  };
}

function compose(
  text: string,
  parts: { readonly year: string; readonly month: string; readonly day: string },
  clock: string | undefined,
): Read<ReadTime> {
  const year = parts.year.length === 2 ? `20${parts.year}` : parts.year;
  const civil = `${year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  if (!isCivilDay(civil)) return { problem: `"${text}" is a day that no calendar has` };
  if (clock === undefined) return { value: { local: `${civil}T00:00`, dayOnly: true, notes: [] } };
  const time = readClock(clock);
  if (!time) return { problem: `"${text}" has no time of day that a clock shows` };
  const notes = [
    ...(year === parts.year ? [] : ['a year of two digits']),
    ...(time.rounded ? ['seconds were dropped'] : []),
  ];
  return { value: { local: `${civil}T${time.text}`, dayOnly: false, notes } };
}

function readClock(text: string): { readonly text: string; readonly rounded: boolean } | undefined {
  const [, hourText, minute = '', second = '00', half] = CLOCK.exec(text.trim()) ?? [];
  if (hourText === undefined) return undefined;
  const hour = half ? (Number(hourText) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hourText);
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59 || (half && Number(hourText) > 12)) return undefined;
  return { text: `${String(hour).padStart(2, '0')}:${minute}`, rounded: second !== '00' };
}

export interface ReadMoney {
  readonly amount: number;
  readonly notes: readonly string[];
}

const GROUPS: Readonly<Record<'point' | 'comma', RegExp>> = {
  point: /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/,
  comma: /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/,
};

/** Reads money in minor units; more decimals than the currency has are rounded half to even, which the notes say. */
export function readMoney(cell: Cell, currency: Currency, decimal?: 'point' | 'comma'): Read<ReadMoney> {
  if (cell.kind === 'number') return rounded(plainNumber(cell.number), currency, textOf(cell));
  const text = textOf(cell);
  const bare = text.replace(new RegExp(`^${currency}|${currency}$|[€$£¥]|\\s|\\u00a0`, 'g'), '');
  const mark = decimal ?? markOf(bare);
  if (!mark) return { problem: `"${text}" may be two amounts; name the decimal mark (decimal)` };
  const grouped = GROUPS[mark].test(bare);
  const plain =
    mark === 'point'
      ? grouped
        ? bare.replaceAll(',', '')
        : bare
      : (grouped ? bare.replaceAll('.', '') : bare).replace(',', '.');
  return rounded(plain, currency, text);
}

/** Which mark is the decimal one; undefined where only a group of three digits could tell. */
function markOf(text: string): 'point' | 'comma' | undefined {
  if (!text.includes(',')) return 'point';
  if (GROUPS.point.test(text) && text.includes('.')) return 'point';
  if (GROUPS.comma.test(text) && text.includes('.')) return 'comma';
  return /,\d{3}$/.test(text) ? undefined : 'comma';
}

function rounded(plain: string, currency: Currency, text: string): Read<ReadMoney> {
  const exact = minorUnits(plain, currency);
  if (exact !== undefined) return { value: { amount: exact, notes: [] } };
  if (!/^[+-]?\d{1,12}\.\d+$/.test(plain)) return { problem: `"${text}" is no amount of ${currency}` };
  const digits = minorDigits(currency);
  const [whole = '', fraction = ''] = plain.split('.');
  const kept = BigInt(`${whole.replace('+', '')}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  const rest = fraction.slice(digits);
  const negative = plain.startsWith('-');
  const half = '5'.padEnd(rest.length, '0');
  const up = rest > half || (rest === half && kept % 2n !== 0n);
  const amount = Number(kept) + (up ? (negative ? -1 : 1) : 0);
  return { value: { amount: amount === 0 ? 0 : amount, notes: [`rounded from ${plain}`] } };
}

/** As digits, never as `1e-7`; what binary fractions add below the millionth is no part of the amount. */
function plainNumber(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
