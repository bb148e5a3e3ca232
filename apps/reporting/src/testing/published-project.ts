import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaselineLine, Shift } from '@bw/contracts-scheduling';
import { minorUnits } from '@bw/kernel';
import { idOf } from '@bw/testing';

/** A real project with published results. The data may not be shipped: where it is absent, its tests are skipped. */
const PROJECT = 'dslib-c2011-07';
const folder = process.env['ACCEPTANCE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data');
export const published = existsSync(join(folder, `${PROJECT}-baseline.csv`));

export type Row = Readonly<Record<string, string>>;

export interface Report {
  readonly activityId: string;
  readonly actualStart?: string;
  readonly actualDuration: number;
  readonly remainingDuration: number;
  /** Since the project began. */
  readonly cost: number;
  readonly pv: number;
}

export interface StatusDate {
  readonly at: string;
  readonly reports: readonly Report[];
  readonly results: Row;
}

export interface PublishedProject {
  readonly shifts: readonly Shift[];
  readonly lines: readonly BaselineLine[];
  readonly statusDates: readonly StatusDate[];
}

export const CALENDAR = idOf('calendar');

export function publishedProject(): PublishedProject {
  const activities = rows('baseline').filter((row) => row['resource_cost'] !== '');
  const ids = new Set(activities.map((row) => row['id'] ?? ''));
  const reported = Map.groupBy(
    rows('tracking-periods').filter((row) => ids.has(row['id'] ?? '')),
    (row) => instant(row['status_date']),
  );
  return {
    shifts: rows('calendar').map(shiftOf),
    lines: activities.map(lineOf),
    statusDates: rows('tracking-overview').map((results) => {
      const at = instant(results['status_date']);
      return { at, reports: (reported.get(at) ?? []).map(reportOf), results };
    }),
  };
}

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const shiftOf = (row: Row): Shift => ({
  weekday: WEEK.indexOf(row['weekday'] ?? '') + 1,
  from: row['from'] ?? '',
  to: row['to'] ?? '',
});

function lineOf(row: Row): BaselineLine {
  return {
    activityId: activityOf(row),
    code: row['id'] ?? '',
    wbs: row['wbs'] ?? '',
    name: row['name'] ?? '',
    type: 'task',
    calendarId: CALENDAR,
    start: instant(row['baseline_start']),
    finish: instant(row['baseline_end']),
    duration: minutes(row['duration']),
    fixed: money(row['fixed_cost']),
    variable: money(row['resource_cost']) + money(row['variable_cost']),
    earningRule: 'EFFORT_RATIO',
  };
}

function reportOf(row: Row): Report {
  const started = row['actual_start'];
  return {
    activityId: activityOf(row),
    ...(started && { actualStart: instant(started) }),
    actualDuration: minutes(row['actual_duration']),
    remainingDuration: minutes(row['remaining_duration']),
    cost: money(row['actual_cost']),
    pv: money(row['pv']),
  };
}

const activityOf = (row: Row): string => idOf('activity', row['id'] ?? '');

const UNITS: Readonly<Record<string, number>> = { h: 60, d: 480, w: 2400 };

function minutes(duration = ''): number {
  return [...duration.matchAll(/(\d+)([hdw])/g)].reduce(
    (sum, [, count, unit = 'h']) => sum + Number(count) * (UNITS[unit] ?? 0),
    0,
  );
}

const money = (amount = ''): number => minorUnits(Number(amount || 0).toFixed(2), 'EUR') ?? Number.NaN;

/** Local times have no zone in the data: they are read as UTC. */
export const instant = (local = ''): string => `${local}:00.000Z`;

function rows(sheet: string): readonly Row[] {
  const [header = [], ...lines] = readFileSync(join(folder, `${PROJECT}-${sheet}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(cells);
  return lines.map((line) => Object.fromEntries(header.map((column, index) => [column, line[index] ?? ''])));
}

const cells = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
