import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CalendarDefinition,
  compileCalendar,
  mergeHolidays,
  type Shift,
  type WorkingCalendar,
} from '@bw/working-time';
import type { ClockEvent, ClockHistory, ClockReading, ClockState, FiredTimer } from './index.ts';

/** The worked cases as they are written: see `conventions` and `kinds` in the file. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly given: ClockCase | EscalationCase | KpiCase;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly why: string;
}

type Week = Readonly<Record<string, readonly (readonly [string, string])[]>>;

export interface CaseCalendar {
  readonly zone: string;
  readonly week: Week;
  readonly holidays: readonly { readonly date: string; readonly type: 'PUBLIC' | 'OBSERVANCE' | 'OPTIONAL' }[];
  readonly exceptions: readonly { readonly date: string; readonly shifts: readonly (readonly [string, string])[] }[];
}

export interface ClockCase {
  readonly kind: 'clock';
  readonly calendars: Readonly<Record<string, CaseCalendar>>;
  readonly policies: readonly {
    readonly recorded_at: string;
    readonly type: string;
    readonly target_min: number;
    readonly calendar: string;
  }[];
  readonly warn_percents: readonly number[];
  readonly reminder_every_min: number | null;
  readonly pause_reasons: readonly string[];
  readonly max_pause_min: number | null;
  readonly reopen: string;
  readonly backdate_max_min: number;
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly at: string;
    readonly recorded_at: string;
    readonly reason?: string;
    readonly client_notified?: boolean;
  }[];
  readonly read_at: readonly string[];
}

export interface EscalationCase {
  readonly kind: 'escalation';
  readonly raised_at: string;
  readonly severity: number;
  readonly levels: readonly {
    readonly level: number;
    readonly after_min: number;
    readonly receivers: readonly string[];
  }[];
  readonly calendars: Readonly<Record<string, CaseCalendar>>;
  readonly duty_manager: string;
  readonly acknowledged_at: string | null;
  readonly until: string;
}

export interface KpiCase {
  readonly kind: 'kpi';
  readonly kpi: string;
  readonly window_end?: string;
  readonly clocks?: readonly {
    readonly state: string;
    readonly severity: number;
    readonly due_at: string | null;
    readonly elapsed_min: number;
  }[];
  readonly events?: readonly { readonly issue: string; readonly type: string }[];
  readonly minutes?: readonly number[];
}

const file = join(import.meta.dirname, '../test-data/clocks.json');
export const cases = (JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] }).cases;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `2026-02-09T15:15:00Z` in the one form of the house, and back. */
export const toInstant = (text: string) => new Date(text).toISOString();
const written = (instant: string) => instant.replace('.000Z', 'Z');

export function calendars(given: Readonly<Record<string, CaseCalendar>>): ReadonlyMap<string, WorkingCalendar> {
  return new Map(Object.entries(given).map(([id, calendar]) => [id, compileCalendar(definitionOf(calendar))]));
}

function definitionOf({ zone, week, holidays, exceptions }: CaseCalendar): CalendarDefinition {
  const shift = ([from, to]: readonly [string, string]): Shift => ({ from, to });
  const kinds = { PUBLIC: 'public', OBSERVANCE: 'observance', OPTIONAL: 'optional' } as const;
  return {
    zone,
    shifts: DAYS.flatMap((day, index) => (week[day] ?? []).map((each) => ({ weekday: index + 1, ...shift(each) }))),
    exceptions: exceptions.map(({ date, shifts }) => ({ from: date, to: date, shifts: shifts.map(shift) })),
    holidays: mergeHolidays({ days: holidays.map(({ date, type }) => ({ day: date, kind: kinds[type] })) }),
  };
}

export function historyOf(given: ClockCase): ClockHistory {
  return {
    terms: {
      warnBp: given.warn_percents.map((percent) => percent * 100),
      ...(given.reminder_every_min === null ? {} : { reminderEveryMinutes: given.reminder_every_min }),
      pauseReasons: given.pause_reasons,
      ...(given.max_pause_min === null ? {} : { maxPauseMinutes: given.max_pause_min }),
      reopen: given.reopen === 'RESTART' ? 'restart' : 'continue',
      backdateMinutes: given.backdate_max_min,
    },
    policies: given.policies.map(({ recorded_at, type, target_min, calendar }) => ({
      kind: type === 'POLICY' ? 'policy' : 'calendar-correction',
      recorded: toInstant(recorded_at),
      targetMinutes: target_min,
      calendar,
    })),
    events: given.events.map(({ id, type, at, recorded_at, reason, client_notified }) => ({
      id,
      type: type.toLowerCase() as ClockEvent['type'],
      at: toInstant(at),
      recorded: toInstant(recorded_at),
      ...(reason === undefined ? {} : { reason }),
      ...(client_notified === undefined ? {} : { clientNotified: client_notified }),
    })),
  };
}

/** A reading as the cases write it. */
export function readingOf(at: string, reading: ClockReading): Record<string, unknown> {
  return {
    at,
    state: stateName(reading.state),
    cycle: reading.cycle,
    target_min: reading.targetMinutes,
    elapsed_min: reading.elapsedMinutes,
    paused_min: reading.pausedMinutes,
    remaining_min: reading.remainingMinutes,
    due_at: reading.due ? written(reading.due) : null,
    fired: reading.fired.map((each) => ({ timer: timerName(each), at: written(each.at) })),
    previous_cycles: reading.previousCycles.map(({ cycle, state, elapsedMinutes }) => ({
      cycle,
      state: stateName(state),
      elapsed_min: elapsedMinutes,
    })),
  };
}

export function stateOf(name: string): ClockState {
  return name.toLowerCase().replace('_', '-') as ClockState;
}

function stateName(state: ClockState): string {
  return state.toUpperCase().replace('-', '_');
}

function timerName({ timer }: FiredTimer): string {
  switch (timer.kind) {
    case 'WARN':
      return `WARN_${timer.pointBp / 100}`;
    case 'BREACH':
      return 'BREACH';
    case 'REMINDER':
      return `REMINDER_${timer.number}`;
  }
}
