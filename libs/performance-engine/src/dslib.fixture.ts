import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, minorUnits } from '@bw/kernel';
import { compileCalendar, type WeeklyShift, type WorkingCalendar } from '@bw/working-time';
import type { ActivityCost, ActivityProgress, Baseline, BaselineLine } from './index.ts';

/** A real project with published results. The data may not be shipped: where it is absent, its tests are skipped. */
const PROJECT = 'dslib-c2011-07';
const folder = process.env['ACCEPTANCE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
export const published = existsSync(join(folder, `${PROJECT}-baseline.csv`));

export interface StatusDate {
  readonly at: Instant;
  readonly progress: readonly ActivityProgress[];
  readonly costs: readonly ActivityCost[];
  /** Published planned value of each activity, in minor units. */
  readonly pv: ReadonlyMap<string, number>;
  /** Published results of the whole project, by column. */
  readonly results: Readonly<Record<string, string>>;
}

export interface PublishedProject {
  readonly baseline: Baseline;
  readonly statusDates: readonly StatusDate[];
}

type Row = Readonly<Record<string, string>>;

export function publishedProject(): PublishedProject {
  const calendar = calendarOf(rows('calendar'));
  // Rows 1 to 49 are activities; the rows of the work breakdown above them carry sums.
  const activities = rows('baseline').filter(({ resource_cost }) => resource_cost !== '');
  const lines = activities.map(lineOf);
  const projectStart = lines.map(({ start }) => start).sort()[0] ?? '';
  const ids = new Set(lines.map(({ activityId }) => activityId));
  const periods = Map.groupBy(
    rows('tracking-periods').filter(({ id }) => ids.has(id ?? '')),
    ({ status_date }) => instant(status_date),
  );
  const statusDates = rows('tracking-overview').map((results) =>
    statusDate(instant(results['status_date']), periods, results),
  );
  return { baseline: { calendar, projectStart, lines }, statusDates };
}

function statusDate(at: Instant, periods: ReadonlyMap<string, readonly Row[]>, results: Row): StatusDate {
  const reported = periods.get(at) ?? [];
  return {
    at,
    progress: reported.map((row) => progressOf(row)),
    costs: reported.map((row) => ({ activityId: text(row, 'id'), amount: money(row['actual_cost']) })),
    pv: new Map(reported.map((row) => [text(row, 'id'), money(row['pv'])])),
    results,
  };
}

function lineOf(row: Row): BaselineLine {
  return {
    activityId: text(row, 'id'),
    start: instant(row['baseline_start']),
    finish: instant(row['baseline_end']),
    fixed: money(row['fixed_cost']),
    variable: money(row['resource_cost']) + money(row['variable_cost']),
  };
}

function progressOf(row: Row): ActivityProgress {
  const started = row['actual_start'];
  return {
    activityId: text(row, 'id'),
    ...(started ? { actualStart: instant(started) } : {}),
    actualMinutes: minutes(row['actual_duration']),
    remainingMinutes: minutes(row['remaining_duration']),
  };
}

function calendarOf(agenda: readonly Row[]): WorkingCalendar {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const shifts = agenda.flatMap((row): WeeklyShift[] => {
    const weekday = names.indexOf(text(row, 'weekday')) + 1;
    return weekday > 0 ? [{ weekday, from: text(row, 'from'), to: text(row, 'to') }] : [];
  });
  const holidays = agenda.map((row) => text(row, 'weekday')).filter((day) => /^\d{4}-/.test(day));
  return compileCalendar({ zone: 'UTC', shifts, exceptions: [], holidays });
}

const MINUTES: Readonly<Record<string, number>> = { h: 60, d: 480, w: 2400 };

/** `4h`, `1d 2h`, `1w 1d`: a day has eight working hours, a week five days. */
export function minutes(duration = ''): number {
  return [...duration.matchAll(/(\d+)([hdw])/g)].reduce(
    (sum, [, count, unit = 'h']) => sum + Number(count) * (MINUTES[unit] ?? 0),
    0,
  );
}

/** Decimal money; the published sums carry single-precision noise behind the cents. */
export function money(amount = ''): number {
  return minorUnits(Number(amount === '' ? 0 : amount).toFixed(2), 'EUR') ?? Number.NaN;
}

/** Local times have no zone in the data: they are read as UTC. */
export function instant(local = ''): Instant {
  return `${local}:00.000Z`;
}

function text(row: Row, column: string): string {
  return row[column] ?? '';
}

function rows(sheet: string): readonly Row[] {
  const [header = [], ...lines] = readFileSync(join(folder, `${PROJECT}-${sheet}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(cells);
  return lines.map((line) => Object.fromEntries(header.map((column, index) => [column, line[index] ?? ''])));
}

function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
