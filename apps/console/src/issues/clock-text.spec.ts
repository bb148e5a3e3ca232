import { clockTone, formatCountdown, formatSpan, standingAt, ticks } from './clock-text.ts';
import type { ClockLine } from './issue.ts';

const NOON = Date.parse('2027-03-01T12:00:00.000Z');
const clock: ClockLine = {
  clockId: 'c',
  clock: 'resolve',
  state: 'running',
  targetMinutes: 100,
  elapsedMinutes: 40,
  pausedMinutes: 0,
  remainingMinutes: 60,
  cycle: 1,
  warnAtBp: [5_000, 8_000],
  due: '2027-03-01T13:00:00.000Z',
};

describe('clocks', () => {
  it('count in hours and minutes; time on the wall in days, at last in seconds', () => {
    expect([0, 59, 60, 1_505].map(formatSpan)).toEqual(['0 min', '59 min', '1 h', '25 h 5 min']);
    expect([-909_000_000, 3_600_000, 599_000, -61_000].map(formatCountdown)).toEqual([
      '10 d 12 h',
      '1 h',
      '9 min 59 s',
      '1 min 1 s',
    ]);
  });

  it('stand out where somebody is needed', () => {
    expect(['breached-paused', 'paused', 'met', 'running', 'warning'].map(clockTone)).toEqual([
      'tone-red',
      'tone-amber',
      'tone-green',
      undefined,
      'tone-amber',
    ]);
  });

  it('run on between readings', () => {
    expect(standingAt(clock, NOON)).toEqual({ state: 'running', left: 3_600_000, usedBp: 4_000 });
    expect(standingAt(clock, NOON + 3_600_001)).toEqual({ state: 'breached', left: -1, usedBp: 10_000 });
  });

  it('warn at their points, whether the warning was told or is only due', () => {
    expect(standingAt({ ...clock, elapsedMinutes: 55 }, NOON).state).toBe('warning');
    expect(standingAt({ ...clock, warnedBp: 5_000 }, NOON).state).toBe('warning');
  });

  it('stand still while paused, and once they are over', () => {
    const paused = { ...clock, state: 'paused', due: undefined };
    expect(standingAt(paused, NOON)).toEqual({ state: 'paused', usedBp: 4_000 });
    expect([clock, paused, { ...clock, state: 'met' }].map(ticks)).toEqual([true, false, false]);
  });
});
