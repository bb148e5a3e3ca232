import type { ProgressFact, ProgressRecorded } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import type { Recorded } from '../recorded.ts';
import { progress, type ProgressCommand, type ProgressData } from './progress.decider.ts';

const { given, stateAfter } = scenarios(progress);

const ids = { planId: idOf('plan'), engagementId: idOf('engagement'), activityId: idOf('activity') };
const FIRST = '2026-01-09T16:00:00.000Z';
const SECOND = '2026-01-16T16:00:00.000Z';
const START = '2026-01-05T08:00:00.000Z';

const half: Partial<ProgressData> = { actualStart: START, actualDuration: 960, remainingDuration: 960 };
const whole: Partial<ProgressData> = { actualStart: START, actualDuration: 1_920, remainingDuration: 0 };

const data = (statusDate: string, change: Partial<ProgressData>): ProgressData => ({
  ...ids,
  statusDate,
  actualDuration: 0,
  remainingDuration: 1_920,
  effective: { at: statusDate },
  context: { dataDate: SECOND },
  policy: 'strict',
  ...change,
});
const record = (statusDate: string, change: Partial<ProgressData> = {}): ProgressCommand => ({
  type: 'RecordProgress',
  data: data(statusDate, change),
});
const correct = (corrects: string, statusDate: string, change: Partial<ProgressData> = {}): ProgressCommand => ({
  type: 'CorrectProgress',
  data: { ...data(statusDate, change), corrects, reason: 'counted twice' },
});
const report = (
  statusDate: string,
  change: Partial<ProgressData>,
  warnings: ProgressRecorded['warnings'] = [],
): ProgressRecorded => {
  const { actualStart, actualDuration, remainingDuration, actualFinish } = data(statusDate, change);
  return { ...ids, statusDate, actualStart, actualDuration, remainingDuration, actualFinish, warnings };
};
const recorded = (
  statusDate: string,
  change: Partial<ProgressData>,
  warnings?: ProgressRecorded['warnings'],
): Recorded<ProgressFact> => ({
  type: 'scheduling.ProgressRecorded',
  data: report(statusDate, change, warnings),
  effective: { at: statusDate },
});
const stored = (name: string, fact: Recorded<ProgressFact>): Recorded<ProgressFact> => ({ ...fact, id: idOf(name) });
const corrected = (corrects: string, statusDate: string, change: Partial<ProgressData>): Recorded<ProgressFact> => ({
  type: 'scheduling.ProgressCorrected',
  data: report(statusDate, change),
  effective: { at: statusDate },
  corrects,
});
const started = (at: string): Recorded<ProgressFact> => ({
  type: 'scheduling.ActivityStarted',
  data: { ...ids, startedAt: START },
  effective: { at },
});
const completed = (at: string, finishedAt?: string): Recorded<ProgressFact> => ({
  type: 'scheduling.ActivityCompleted',
  data: { ...ids, ...(finishedAt && { finishedAt }) },
  effective: { at },
});

describe('progress that people report', () => {
  it('is kept as reported; start and completion are said beside it', () => {
    given().when(record(FIRST, half)).then(recorded(FIRST, half), started(FIRST));
    given(recorded(FIRST, half)).when(record(SECOND, whole)).then(recorded(SECOND, whole), completed(SECOND));
    const finish = { ...whole, actualFinish: '2026-01-08T16:00:00.000Z' };
    given()
      .when(record(FIRST, finish))
      .then(recorded(FIRST, finish), started(FIRST), completed(FIRST, finish.actualFinish));
    given().when(record(FIRST)).then(recorded(FIRST, {}));
  });

  it('says the same only once', () => {
    given(recorded(FIRST, half)).when(record(FIRST, half)).thenNothing();
  });

  it('is not after the data date', () => {
    given()
      .when(record(SECOND, { ...half, context: { dataDate: FIRST } }))
      .thenRefused('progress-after-data-date');
    given()
      .when(record(FIRST, { ...half, context: {} }))
      .thenRefused('progress-after-data-date');
  });

  it.each<[string, Partial<ProgressData>]>([
    ['progress-start-after-status-date', { ...half, actualStart: SECOND }],
    ['progress-finish-after-status-date', { ...whole, actualFinish: SECOND }],
    ['progress-finish-before-start', { ...whole, actualFinish: '2026-01-04T16:00:00.000Z' }],
    ['progress-complete-with-remaining-work', { ...half, actualFinish: FIRST }],
    ['progress-without-start', { actualDuration: 60 }],
  ])('is possible: %s', (refusal, change) => {
    given()
      .when(record(FIRST, change))
      .thenRefused(refusal as 'progress-goes-back');
  });

  it('does not go back without a reason', () => {
    const less = { ...half, actualDuration: 480, remainingDuration: 1_440 };
    const warning = { code: 'less-done-than-before' as const, detail: `480 minutes done, but 960 by ${FIRST}` };
    given(recorded(FIRST, half)).when(record(SECOND, less)).thenRefused('progress-goes-back');
    given(recorded(FIRST, half))
      .when(record(SECOND, { ...less, reason: 'redone' }))
      .then(recorded(SECOND, less, [warning]));
    given(recorded(SECOND, half)).when(record(FIRST, whole)).thenRefused('progress-goes-back');
  });

  it('does not reopen what was complete: that is a correction', () => {
    given(recorded(FIRST, whole))
      .when(record(SECOND, { ...whole, remainingDuration: 60 }))
      .thenRefused('progress-was-complete');
  });

  it('may say more than time has passed; that is only noted', () => {
    const context = { dataDate: SECOND, workSinceStart: 480 };
    const warning = {
      code: 'more-done-than-time-passed' as const,
      detail: '960 minutes done in 480 minutes of working time',
    };
    given()
      .when(record(FIRST, { ...half, context }))
      .then(recorded(FIRST, half, [warning]), started(FIRST));
  });
});

describe('progress that happened elsewhere', () => {
  it('is accepted and flagged', () => {
    const late = { ...whole, actualFinish: SECOND, policy: 'historic' as const };
    const decision = progress.decide(record(FIRST, late), stateAfter());
    expect(decision).toMatchObject({
      accepted: true,
      events: [{ data: { warnings: [{ code: 'finish-after-status-date' }] } }, {}, {}],
    });
    const reopened = progress.decide(
      record(SECOND, { ...half, policy: 'historic' }),
      stateAfter(recorded(FIRST, whole)),
    );
    expect(reopened).toMatchObject({
      events: [{ data: { warnings: [{ code: 'less-done-than-before' }, { code: 'reopened' }] } }],
    });
  });
});

describe('a correction of progress', () => {
  const one = stored('one', recorded(FIRST, whole));

  it('takes the place of a report, and may take complete back', () => {
    given(one)
      .when(correct(idOf('one'), FIRST, half))
      .then(corrected(idOf('one'), FIRST, half));
    const after = stateAfter(one, { ...corrected(idOf('one'), FIRST, half), id: idOf('two') });
    expect(after.reports.map(({ eventId, replacedBy }) => [eventId, replacedBy])).toEqual([
      [idOf('one'), idOf('two')],
      [idOf('two'), undefined],
    ]);
  });

  it('completes again what was taken back', () => {
    given(one, { ...corrected(idOf('one'), FIRST, half), id: idOf('two') })
      .when(record(SECOND, whole))
      .then(recorded(SECOND, whole), completed(SECOND));
  });

  it('can itself be corrected, but nothing twice', () => {
    const two = { ...corrected(idOf('one'), FIRST, half), id: idOf('two') };
    given(one, two)
      .when(correct(idOf('two'), FIRST, whole))
      .then(corrected(idOf('two'), FIRST, whole), completed(FIRST));
    given(one, two)
      .when(correct(idOf('one'), FIRST, whole))
      .thenRefused('progress-already-corrected', {
        corrects: idOf('one'),
        correctedBy: idOf('two'),
      });
    given(one)
      .when(correct(idOf('none'), FIRST, half))
      .thenRefused('progress-to-correct-not-found');
  });

  it('is held to what is possible', () => {
    given(one)
      .when(correct(idOf('one'), FIRST, { ...half, actualStart: SECOND }))
      .thenRefused('progress-start-after-status-date');
  });
});
