import type { SlaClockEvent } from '@bw/contracts-risk';
import type { Json, SeenDecision } from '@bw/projections';
import { clockAt } from '@bw/sla-engine';
import { elapsedTime } from '@bw/working-time';
import { ALWAYS, calendarKey, clockHistory } from './clock-history.ts';

const at = (minute: number): string => new Date(Date.UTC(2027, 2, 1, 8, minute)).toISOString();

const decision = (outcome: string, data: object): SeenDecision => ({
  kind: 'clock',
  outcome,
  by: 'somebody',
  detail: data as Json,
  subject: 'issue/clock',
  effective: at(0),
  recorded: at(0),
  source: 'risk',
  position: 1,
  n: 0,
  event: 'event',
});

const started = decision('started', {
  targetMinutes: 60,
  warnAtBp: [5_000],
  reopen: 'continue',
  at: at(0),
} satisfies Partial<Extract<SlaClockEvent, { type: 'risk.SlaClockStarted' }>['data']>);

const read = (minute: number, ...after: readonly SeenDecision[]) => {
  const history = clockHistory([started, ...after]);
  if (!history) throw new Error('It began with its start.');
  return clockAt(history, new Map([[ALWAYS, elapsedTime]]), { at: at(minute), knownAt: at(10_000) });
};

describe('a clock counted again from its events', () => {
  it('runs, is breached, and is met late', () => {
    expect(read(20)).toMatchObject({ state: 'running', elapsedMinutes: 20, remainingMinutes: 40, due: at(60) });
    expect(read(70)).toMatchObject({ state: 'breached', remainingMinutes: -10, breachedAt: at(60) });
    expect(read(90, decision('met', { at: at(80), noted: at(85) }))).toMatchObject({
      state: 'met-late',
      elapsedMinutes: 80,
    });
  });

  it('stands still while paused', () => {
    const paused = decision('paused', { at: at(10), reason: 'waiting-client' });
    const resumed = decision('resumed', { at: at(40), reason: 'waiting-client' });
    expect(read(30, paused)).toMatchObject({ state: 'paused', elapsedMinutes: 10, pausedMinutes: 20 });
    expect(read(50, paused, resumed)).toMatchObject({ state: 'running', elapsedMinutes: 20, due: at(90) });
  });

  it('counts by the target that was set right', () => {
    const recalculated = decision('recalculated', { because: 'service-level', targetMinutes: 30, at: at(20) });
    expect(read(25, recalculated)).toMatchObject({ targetMinutes: 30, remainingMinutes: 5 });
  });

  it('is cancelled with its issue, and goes on when that is back', () => {
    expect(read(30, decision('cancelled', { at: at(20) }))).toMatchObject({ state: 'cancelled' });
    const met = decision('met', { at: at(20), noted: at(20) });
    expect(read(50, met, decision('reopened', { at: at(30) }))).toMatchObject({ state: 'running', elapsedMinutes: 40 });
  });

  it('is none without its start, and passes over what does not move it', () => {
    expect(clockHistory([decision('warned', { at: at(1) })])).toBeUndefined();
    expect(clockHistory([])).toBeUndefined();
    expect(read(20, decision('warned', { at: at(10) })).elapsedMinutes).toBe(20);
  });

  it('names calendars by their version', () => {
    expect([calendarKey('c', 3), calendarKey(undefined, 3)]).toEqual(['c/3', ALWAYS]);
  });
});
