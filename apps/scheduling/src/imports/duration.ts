/** How much work a day and a week of the calendar hold: what `1d` and `1w` mean. */
export interface WorkUnits {
  readonly day: number;
  readonly week: number;
}

export interface ReadDuration {
  /** Whole minutes; working ones, or plain ones where `elapsed`. */
  readonly minutes: number;
  /** Given in clock time (`2ed`), not in working time. */
  readonly elapsed: boolean;
  /** What had to be assumed, for the report. */
  readonly notes: readonly string[];
}

/** A value, or in the report's words why there is none. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

const PART = /^(\d+(?:[.,]\d+)?)\s*([a-z]*)$/i;
const PARTS = /\d+(?:[.,]\d+)?\s*[a-z]*/gi;
const DAY = 1_440;

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month';

const UNITS: Readonly<Record<string, Unit>> = Object.fromEntries(
  Object.entries({
    minute: ['m', 'min', 'mins', 'minute', 'minutes'],
    hour: ['h', 'hr', 'hrs', 'hour', 'hours'],
    day: ['d', 'dy', 'dys', 'day', 'days'],
    week: ['w', 'wk', 'wks', 'week', 'weeks'],
    month: ['mo', 'mon', 'mons', 'month', 'months'],
  } as const).flatMap(([unit, names]) => names.map((name) => [name, unit as Unit])),
);

/**
 * Reads `43d`, `4h`, `1w 1d`, `1.5 days`, `2ed`. A month is 20 days or four weeks of work, as in MS Project; a number
 * without a unit counts days, which the notes say.
 */
export function readDuration(text: string, units: WorkUnits): Read<ReadDuration> {
  const notes: string[] = [];
  let rest = text.trim();
  if (rest.endsWith('?')) {
    rest = rest.slice(0, -1).trim();
    notes.push('marked as estimated');
  }
  const parts = rest.match(PARTS) ?? [];
  if (parts.length === 0 || rest.replace(PARTS, '').trim() !== '') {
    return { problem: `"${text}" is no duration such as 43d, 4h or 1w 1d` };
  }

  let minutes = 0;
  const elapsed = new Set<boolean>();
  for (const part of parts) {
    const [, amount = '', name = ''] = PART.exec(part.trim()) ?? [];
    const unit = unitOf(name);
    if (!unit) return { problem: `"${text}" has the unknown unit "${name}"` };
    if (amount.includes(',')) notes.push('decimal comma');
    if (name === '' && Number(amount.replace(',', '.')) !== 0) notes.push('a number without unit counts days');
    elapsed.add(unit.elapsed);
    minutes += Number(amount.replace(',', '.')) * minutesOf(unit.unit, unit.elapsed, units);
  }
  if (elapsed.size > 1) return { problem: `"${text}" mixes working and elapsed time` };
  if (!Number.isSafeInteger(Math.round(minutes))) return { problem: `"${text}" is too long` };
  if (!Number.isInteger(minutes)) notes.push('rounded to the minute');
  return { value: { minutes: Math.round(minutes), elapsed: elapsed.has(true), notes: [...new Set(notes)] } };
}

function unitOf(name: string): { unit: Unit; elapsed: boolean } | undefined {
  const lower = name.toLowerCase();
  if (lower === '') return { unit: 'day', elapsed: false };
  const working = UNITS[lower];
  if (working) return { unit: working, elapsed: false };
  const elapsed = lower.startsWith('e') ? UNITS[lower.slice(1)] : undefined;
  return elapsed && { unit: elapsed, elapsed: true };
}

function minutesOf(unit: Unit, elapsed: boolean, { day, week }: WorkUnits): number {
  switch (unit) {
    case 'minute':
      return 1;
    case 'hour':
      return 60;
    case 'day':
      return elapsed ? DAY : day;
    case 'week':
      return elapsed ? 7 * DAY : week;
    case 'month':
      return elapsed ? 30 * DAY : 4 * week;
  }
}
