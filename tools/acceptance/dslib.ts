import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

/** One project of the published form: five tables whose names differ by the project's. Cells are text, as in the files. */
export interface PublishedProject {
  readonly name: string;
  readonly folder: string;
  readonly calendar: readonly Row[];
  readonly baseline: readonly Row[];
  readonly resources: readonly Row[];
  readonly periods: readonly Row[];
  readonly overview: readonly Row[];
}

const TABLES = ['calendar', 'baseline', 'resources', 'tracking-periods', 'tracking-overview'] as const;

export const fileOf = (folder: string, name: string, table: (typeof TABLES)[number]) =>
  join(folder, `dslib-${name}-${table}.csv`);

/** Which of the project's files are not there. */
export function missingFiles(folder: string, name: string): string[] {
  return TABLES.map((table) => fileOf(folder, name, table)).filter((file) => !existsSync(file));
}

export function readProject(folder: string, name: string): PublishedProject {
  const read = (table: (typeof TABLES)[number]) =>
    parse(readFileSync(fileOf(folder, name, table)), { columns: true, bom: true, skip_empty_lines: true }) as Row[];
  return {
    name,
    folder,
    calendar: read('calendar'),
    baseline: read('baseline'),
    resources: read('resources'),
    periods: read('tracking-periods'),
    overview: read('tracking-overview'),
  };
}

/** Summaries are the rows whose work breakdown code continues in another row's. */
export function activitiesOf(project: PublishedProject): readonly Row[] {
  const codes = project.baseline.map((row) => row['wbs'] ?? '');
  return project.baseline.filter(({ wbs }) => !codes.some((code) => code.startsWith(`${wbs}.`)));
}

export interface WorkWeek {
  readonly shifts: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly holidays: readonly string[];
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The sheet "Agenda": weekly shifts, and a row per holiday. */
export function workWeekOf({ calendar }: PublishedProject): WorkWeek {
  const shifts = calendar
    .filter(({ weekday = '' }) => DAYS.includes(weekday))
    .map(({ weekday = '', from = '', to = '' }) => ({ weekday: DAYS.indexOf(weekday) + 1, from, to }));
  const holidays = calendar.map(({ weekday = '' }) => weekday).filter((cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell));
  const perDay = DAYS.map((_, index) =>
    shifts
      .filter(({ weekday }) => weekday === index + 1)
      .reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0),
  );
  return {
    shifts,
    holidays,
    minutesPerDay: Math.max(...perDay),
    minutesPerWeek: perDay.reduce((sum, minutes) => sum + minutes, 0),
  };
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** `1w 1d 4h` as working minutes; `-10d` is below zero; an empty cell or `0` is nothing. */
export function minutesOf(duration: string, week: WorkWeek): number {
  const sign = duration.trim().startsWith('-') ? -1 : 1;
  const unit: Readonly<Record<string, number>> = { w: week.minutesPerWeek, d: week.minutesPerDay, h: 60, m: 1 };
  const parts = duration.matchAll(/(\d+(?:\.\d+)?)\s*([wdhm])/g);
  return (
    sign * [...parts].reduce((sum, [, count, letter = '']) => sum + Math.round(Number(count) * (unit[letter] ?? 0)), 0)
  );
}

/** A published decimal in minor units (two decimals), rounded: the files carry sums of single-precision numbers. */
export const minor = (text: string): number => Math.round(Number(text || '0') * 100);
