import type { PlanFact } from '@bw/contracts-scheduling';
import { replay } from '@bw/kernel';
import { compileCalendar } from '@bw/working-time';
import { idOf } from '@bw/testing';
import { baselineContent } from '../baselines/baseline.content.ts';
import type { ReportedProgress } from '../execution/progress.state.ts';
import { plan } from '../plans/plan.decider.ts';
import type { DraftPlan } from '../plans/plan.state.ts';
import type { ScheduleSource } from './plan-network.ts';
import { calculate, sourceHash } from './schedule-result.ts';

const planId = idOf('plan');
const calendarId = idOf('calendar');
const nightId = idOf('nights');
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }));
const nights = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '20:00', to: '04:00' }));
const compile = (shifts: typeof week) => compileCalendar({ zone: 'UTC', shifts, exceptions: [], holidays: [] });
const calendars = new Map([
  [calendarId, compile(week)],
  [nightId, compile(nights)],
]);

const begun: PlanFact = {
  type: 'scheduling.PlanCreated',
  data: {
    planId,
    engagementId: idOf('engagement'),
    title: 'Move',
    zone: 'UTC',
    currency: 'EUR',
    calendarId,
    projectStart: '2026-01-05T08:00:00.000Z',
  },
};
const task = (code: string, wbs: string, more: object = {}): PlanFact => ({
  type: 'scheduling.ActivityAdded',
  data: { planId, activityId: idOf(code), code, wbs, name: code, type: 'task', duration: 480, ...more },
});
const link = (from: string, to: string): PlanFact => ({
  type: 'scheduling.ActivitiesLinked',
  data: {
    planId,
    linkId: idOf(from, to),
    predecessor: idOf(from),
    successor: idOf(to),
    type: 'FS',
    lag: 0,
    lagCalendar: 'predecessor',
  },
});
const facts = [
  begun,
  task('S', '1', { type: 'summary', duration: 0 }),
  task('A', '1.1'),
  task('B', '1.2'),
  task('C', '1.10'),
  link('A', 'B'),
];
const of = (...more: readonly PlanFact[]) => replay(plan, [...facts, ...more]) as DraftPlan;
const source = (change: Partial<ScheduleSource> = {}): ScheduleSource => ({
  plan: of(),
  calendars,
  progress: new Map(),
  ...change,
});

function datesOf(from: ScheduleSource): Readonly<Record<string, readonly [string, string]>> {
  const calculation = calculate(from);
  if (!calculation.done) throw new Error(calculation.detail);
  const { activities } = from.plan;
  return Object.fromEntries(
    calculation.result.lines.map(({ activityId, earlyStart, earlyFinish }) => [
      activities.get(activityId)?.code ?? '',
      [earlyStart.slice(5, 16), earlyFinish.slice(5, 16)] as const,
    ]),
  );
}

describe('a calculated schedule', () => {
  it('has the dates of the logic; summaries span what lies below them', () => {
    expect(datesOf(source())).toEqual({
      S: ['01-05T08:00', '01-06T16:00'],
      A: ['01-05T08:00', '01-05T16:00'],
      B: ['01-06T08:00', '01-06T16:00'],
      C: ['01-05T08:00', '01-05T16:00'],
    });
  });

  it('counts on the calendar of each activity, and keeps constraints', () => {
    const { wbs: _, ...moved } = {
      planId,
      activityId: idOf('B'),
      code: 'B',
      wbs: '1.2',
      name: 'B',
      type: 'task' as const,
      duration: 480,
      calendarId: nightId,
    };
    const changed = of(
      { type: 'scheduling.ActivityChanged', data: moved },
      {
        type: 'scheduling.ConstraintSet',
        data: { planId, activityId: idOf('C'), kind: 'SNET', at: '2026-01-07T08:00:00.000Z' },
      },
    );
    expect(datesOf(source({ plan: changed }))).toMatchObject({
      B: ['01-05T20:00', '01-06T04:00'],
      C: ['01-07T08:00', '01-07T16:00'],
    });
  });

  it('keeps what happened; a missing end lies as far off as the work that was reported', () => {
    const dataDate = '2026-01-07T16:00:00.000Z';
    const report = (change: Partial<ReportedProgress>): ReportedProgress => {
      return { statusDate: dataDate, actualDuration: 0, remainingDuration: 0, ...change };
    };
    const progress = new Map([
      [idOf('A'), report({ actualStart: '2026-01-06T08:00:00.000Z', actualDuration: 480 })],
      [idOf('B'), report({ actualStart: '2026-01-07T12:00:00.000Z', actualDuration: 240, remainingDuration: 480 })],
      [idOf('C'), report({ actualDuration: 960, actualFinish: dataDate })],
    ]);
    expect(datesOf(source({ dataDate, progress }))).toMatchObject({
      A: ['01-06T08:00', '01-06T16:00'],
      B: ['01-07T12:00', '01-08T16:00'],
      C: ['01-06T08:00', '01-07T16:00'],
    });
  });

  it('has the same hash for the same input, and another for another', () => {
    expect(sourceHash(source())).toBe(sourceHash(source()));
    const others = [source({ dataDate: '2026-01-07T16:00:00.000Z' }), source({ plan: of(link('B', 'C')) })];
    expect(new Set([source(), ...others].map(sourceHash)).size).toBe(3);
    const calculation = calculate(source());
    expect(calculation.done && calculation.result.inputHash).toBe(sourceHash(source()));
  });

  it('fails with a reason where a calendar is not published', () => {
    expect(calculate(source({ calendars: new Map() }))).toEqual({
      done: false,
      cause: 'UNKNOWN_CALENDAR',
      detail: expect.stringContaining('is not published'),
    });
  });
});

describe('the content of a baseline', () => {
  const capture = (from: DraftPlan, calendarHash = 'a') =>
    baselineContent({
      plan: from,
      planVersion: 6,
      dataDate: '2026-01-05T08:00:00.000Z',
      calendars: { [calendarId]: calendarHash },
      calculated: new Map([[idOf('A'), { start: '2026-01-05T08:00:00.000Z', finish: '2026-01-05T16:00:00.000Z' }]]),
    });
  const budget: PlanFact = {
    type: 'scheduling.BudgetSet',
    data: { planId, activityId: idOf('A'), fixed: 100, variable: 23, currency: 'EUR' },
  };

  it('has its lines in the order of work, and totals without summaries', () => {
    const { head, lines, links } = capture(of(budget));
    expect(lines.map(({ code }) => code)).toEqual(['S', 'A', 'B', 'C']);
    expect(links).toHaveLength(1);
    expect(head.totals).toEqual({
      activities: 3,
      bac: 123,
      start: '2026-01-05T08:00:00.000Z',
      finish: '2026-01-05T16:00:00.000Z',
    });
    expect(lines[1]).toMatchObject({ fixed: 100, variable: 23, earningRule: 'EFFORT_RATIO', calendarId });
  });

  it('has a hash over dates, work, cost, logic and calendars', () => {
    const hashes = [of(), of(budget), of(link('B', 'C'))].map((from) => capture(from).head.hash);
    expect(new Set([...hashes, capture(of(), 'b').head.hash]).size).toBe(4);
    expect(capture(of()).head.hash).toBe(hashes[0]);
  });
});
