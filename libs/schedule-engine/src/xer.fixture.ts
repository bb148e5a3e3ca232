import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  compileCalendar,
  elapsedTime,
  type Minute,
  minuteOf,
  type Shift,
  type WorkingCalendar,
} from '@bw/working-time';
import type {
  ActivityType,
  Constraint,
  ConstraintType,
  LagCalendar,
  Network,
  NetworkActivity,
  NetworkLink,
  ScheduleOptions,
} from './index.ts';

/** Exports of a published scheduler with the dates it computed. They may not be shipped: absent, their tests are skipped. */
const folder = process.env['ACCEPTANCE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
export const hasExport = (file: string) => existsSync(join(folder, file));

/** Dates as computed by the exporting tool; total float in working minutes. */
export interface Computed {
  readonly earlyStart?: Minute;
  readonly earlyFinish?: Minute;
  readonly lateStart?: Minute;
  readonly lateFinish?: Minute;
  readonly totalFloat?: number;
}

export interface Export {
  readonly network: Network;
  readonly options: ScheduleOptions;
  readonly computed: ReadonlyMap<string, Computed>;
  readonly calendarOf: (activity: string) => WorkingCalendar;
}

type Row = Readonly<Record<string, string>>;

export function readExport(file: string): Export {
  const bytes = readFileSync(join(folder, file));
  const tables = tablesOf((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1'));
  const table = (name: string) => tables.get(name) ?? [];
  // A file may hold further projects for their calendars' sake: the one that was scheduled counts.
  const project = table('PROJECT').find((row) => row['scd_end_date']) ?? table('PROJECT')[0] ?? {};
  const own = (row: Row) => row['proj_id'] === project['proj_id'];
  const settings = table('SCHEDOPTIONS').find(own) ?? {};
  const calendars = new Map(
    table('CALENDAR').map((row) => [row['clndr_id'] ?? '', calendarFrom(row['clndr_data'] ?? '')]),
  );
  const tasks = table('TASK').filter(own);
  const calendarIds = new Map(tasks.map((row) => [row['task_id'] ?? '', row['clndr_id'] ?? '']));
  const mustFinish = minute(project['plan_end_date']);
  const network: Network = {
    projectStart: minute(project['plan_start_date']) ?? 0,
    dataDate: minute(project['last_recalc_date']) ?? 0,
    ...(mustFinish === undefined ? {} : { mustFinish }),
    calendars,
    projectCalendar: project['clndr_id'] ?? '',
    activities: tasks.map(activityFrom),
    links: table('TASKPRED')
      .filter((row) => own(row) && row['pred_proj_id'] === project['proj_id'])
      .map(linkFrom),
  };
  return {
    network,
    options: optionsFrom(settings),
    computed: new Map(tasks.map((row) => [row['task_id'] ?? '', computedFrom(row)])),
    calendarOf: (activity) => calendars.get(calendarIds.get(activity) ?? '') ?? elapsedTime,
  };
}

function tablesOf(text: string): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Row[]>();
  let [rows, columns]: [Row[], readonly string[]] = [[], []];
  for (const line of text.split(/\r?\n/)) {
    const [mark, ...cells] = line.split('\t');
    if (mark === '%T') tables.set(cells[0] ?? '', (rows = []));
    else if (mark === '%F') columns = cells;
    else if (mark === '%R') rows.push(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
  }
  return tables;
}

const TYPES: Readonly<Record<string, ActivityType>> = {
  TT_Mile: 'start-milestone',
  TT_FinMile: 'finish-milestone',
  TT_LOE: 'level-of-effort',
  TT_WBS: 'level-of-effort',
};

const CONSTRAINTS: Readonly<Record<string, ConstraintType>> = {
  CS_ALAP: 'ALAP',
  CS_MSO: 'MSO',
  CS_MEO: 'MFO',
  CS_MSOA: 'SNET',
  CS_MSOB: 'SNLT',
  CS_MEOA: 'FNET',
  CS_MEOB: 'FNLT',
  CS_MANDSTART: 'mandatory-start',
  CS_MANDFIN: 'mandatory-finish',
};

function activityFrom(row: Row): NetworkActivity {
  const started = minute(row['act_start_date']);
  const finished = minute(row['act_end_date']);
  const resume = minute(row['resume_date']);
  const expected = minute(row['expect_end_date']);
  const pairs = [
    [row['cstr_type'], row['cstr_date']],
    [row['cstr_type2'], row['cstr_date2']],
  ] as const;
  const constraints = pairs.flatMap(([kind = '', date]): readonly Constraint[] => {
    const [type, at] = [CONSTRAINTS[kind], minute(date)];
    return type ? [{ type, ...(at === undefined ? {} : { at }) }] : [];
  });
  return {
    id: row['task_id'] ?? '',
    type: TYPES[row['task_type'] ?? ''] ?? 'task',
    duration: hours(row['target_drtn_hr_cnt']),
    remaining: hours(row['remain_drtn_hr_cnt']),
    calendar: row['clndr_id'] ?? '',
    ...(started === undefined ? {} : { actualStart: started }),
    ...(finished === undefined ? {} : { actualFinish: finished }),
    ...(resume === undefined ? {} : { resume }),
    constraints: expected === undefined ? constraints : [...constraints, { type: 'expected-finish', at: expected }],
  };
}

function linkFrom(row: Row): NetworkLink {
  return {
    id: row['task_pred_id'] ?? '',
    predecessor: row['pred_task_id'] ?? '',
    successor: row['task_id'] ?? '',
    type: (row['pred_type'] ?? '').slice(3) as NetworkLink['type'],
    lag: hours(row['lag_hr_cnt']),
  };
}

function optionsFrom(row: Row): ScheduleOptions {
  const lag: Readonly<Record<string, LagCalendar>> = {
    rcal_Successor: 'successor',
    rcal_ProjDefault: 'project',
    rcal_24Hour: '24h',
  };
  const float: Readonly<Record<string, ScheduleOptions['totalFloat']>> = { FT_SF: 'start', FT_MIN: 'smaller' };
  return {
    progress: row['sched_progress_override'] === 'Y' ? 'progress-override' : 'retained-logic',
    lagCalendar: lag[row['sched_calendar_on_relationship_lag'] ?? ''] ?? 'predecessor',
    totalFloat: float[row['sched_float_type'] ?? ''] ?? 'finish',
    critical: { by: 'float', threshold: 0 },
  };
}

function computedFrom(row: Row): Computed {
  const dates = {
    earlyStart: minute(row['early_start_date']),
    earlyFinish: minute(row['early_end_date']),
    lateStart: minute(row['late_start_date']),
    lateFinish: minute(row['late_end_date']),
  };
  const float = row['total_float_hr_cnt'];
  return { ...dates, ...(float ? { totalFloat: hours(float) } : {}) };
}

/** `(0||1()(...(s|08:00|f|12:00)()...))`, day 1 is Sunday; exceptions `(d|39448)(...)` by spreadsheet day. */
function calendarFrom(data: string): WorkingCalendar {
  const [week = '', exceptions = ''] = data.split('Exceptions');
  const days = [...week.matchAll(/\(0\|\|(\d)\(\)\(/g)].map((found) => ({
    weekday: ((Number(found[1]) + 5) % 7) + 1,
    from: found.index,
  }));
  const shifts = days.flatMap(({ weekday, from }, index) =>
    shiftsIn(week.slice(from, days[index + 1]?.from)).map((shift) => ({ weekday, ...shift })),
  );
  const marks = [...exceptions.matchAll(/\(d\|(\d+)/g)];
  const own = marks.map((found, index) => {
    const day = new Date(Date.UTC(1899, 11, 30 + Number(found[1]))).toISOString().slice(0, 10);
    return { from: day, to: day, shifts: shiftsIn(exceptions.slice(found.index, marks[index + 1]?.index)) };
  });
  return compileCalendar({ zone: 'UTC', shifts, exceptions: own, holidays: [] });
}

function shiftsIn(text: string): readonly Shift[] {
  return [...text.matchAll(/s\|(\d+:\d\d)\|f\|(\d+:\d\d)/g)].map(([, from = '', to = '']) => ({
    from: from.padStart(5, '0'),
    to: to.padStart(5, '0'),
  }));
}

function minute(text = ''): Minute | undefined {
  return text ? minuteOf(`${text.replace(' ', 'T')}:00.000Z`) : undefined;
}

function hours(text = ''): number {
  return Math.round(Number(text) * 60);
}
