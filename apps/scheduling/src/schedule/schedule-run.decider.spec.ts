import type { ScheduleCalculated, ScheduleLine, ScheduleRunFact } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import { type RunResult, scheduleRun, type ScheduleRunCommand } from './schedule-run.decider.ts';

const { given, stateAfter } = scenarios(scheduleRun);

const ids = { runId: idOf('run'), planId: idOf('plan'), engagementId: idOf('engagement') };
const AT = '2026-01-09T16:00:00.000Z';
const FINISH = '2026-02-09T16:00:00.000Z';
const line = (name: string, critical: boolean): ScheduleLine => ({
  activityId: idOf(name),
  earlyStart: AT,
  earlyFinish: FINISH,
  lateStart: AT,
  lateFinish: FINISH,
  totalFloat: 0,
  freeFloat: 0,
  critical,
});
const result: RunResult = {
  planVersion: 3,
  dataDate: AT,
  inputHash: 'a'.repeat(64),
  resultHash: 'b'.repeat(64),
  engineVersion: 1,
  zoneDataVersion: '2026a',
  finish: FINISH,
  activities: 2,
  critical: 1,
  lines: [line('A', true), line('B', false)],
  calculatedAt: FINISH,
};
const { lines, calculatedAt: _, ...figures } = result;
const effective = { at: AT };
const requested: ScheduleRunFact = { type: 'scheduling.ScheduleRequested', data: { ...ids, cause: 'person' } };
const calculated: ScheduleRunFact = {
  type: 'scheduling.ScheduleCalculated',
  data: { ...ids, ...(figures as ScheduleCalculated) },
  effective,
};
const dates: ScheduleRunFact = { type: 'scheduling.ScheduleDatesCalculated', data: { ...ids, lines }, effective };
const complete = (change: Partial<RunResult> = {}): ScheduleRunCommand => ({
  type: 'CompleteRun',
  data: { ...result, ...change },
});

describe('a schedule run', () => {
  it('of a plan that begins in the future counts from when it was made: there is a forecast already', () => {
    const before = '2020-01-01T00:00:00.000Z';
    const decision = scheduleRun.decide(complete({ calculatedAt: before }), stateAfter(requested));
    expect(decision).toMatchObject({
      accepted: true,
      events: Array.from({ length: 4 }, () => ({ effective: { at: before } })),
    });
  });

  it('is asked for once', () => {
    const request: ScheduleRunCommand = { type: 'RequestSchedule', data: { ...ids, cause: 'person' } };
    given().when(request).then(requested);
    given(requested).when(request).thenNothing();
    given(requested)
      .when({ type: 'RequestSchedule', data: { ...ids, planId: idOf('other'), cause: 'person' } })
      .thenRefused('run-exists-for-another-plan');
  });

  it('says its dates, and that the forecast and the critical path are new', () => {
    given(requested)
      .when(complete())
      .then(
        calculated,
        dates,
        { type: 'scheduling.ForecastFinishChanged', data: { ...ids, to: FINISH }, effective },
        { type: 'scheduling.CriticalPathChanged', data: { ...ids, entered: [idOf('A')], left: [] }, effective },
      );
  });

  it('says what changed since the run before, and nothing where nothing did', () => {
    given(requested)
      .when(complete({ previous: { finish: FINISH, critical: [idOf('A')] } }))
      .then(calculated, dates);
    given(requested)
      .when(complete({ previous: { finish: AT, critical: [idOf('B')] } }))
      .then(
        calculated,
        dates,
        { type: 'scheduling.ForecastFinishChanged', data: { ...ids, from: AT, to: FINISH }, effective },
        {
          type: 'scheduling.CriticalPathChanged',
          data: { ...ids, entered: [idOf('A')], left: [idOf('B')] },
          effective,
        },
      );
  });

  it('says its dates in pieces', () => {
    const many = Array.from({ length: 1_200 }, (_, index) => line(`L${index}`, false));
    const decision = scheduleRun.decide(complete({ lines: many }), stateAfter(requested));
    const pieces = decision.accepted
      ? decision.events.filter(({ type }) => type === 'scheduling.ScheduleDatesCalculated')
      : [];
    expect(pieces.map(({ data }) => ('lines' in data ? data.lines.length : 0))).toEqual([500, 500, 200]);
    const state = stateAfter(requested, calculated, ...pieces);
    expect(state.status === 'completed' && state.lines.length).toBe(1_200);
  });

  it('may fail, with its reason; and is answered only once', () => {
    const fail: ScheduleRunCommand = { type: 'FailRun', data: { cause: 'CYCLE', detail: 'A > B > A' } };
    const failed: ScheduleRunFact = {
      type: 'scheduling.ScheduleFailed',
      data: { ...ids, cause: 'CYCLE', detail: 'A > B > A' },
    };
    given(requested).when(fail).then(failed);
    given(requested, failed).when(complete()).thenNothing();
    given(requested, calculated, dates).when(fail).thenNothing();
    given().when(fail).thenRefused('run-not-found');
  });

  it('is empty for facts that come before its beginning', () => {
    expect(stateAfter(calculated, dates)).toEqual({ status: 'none' });
  });
});
