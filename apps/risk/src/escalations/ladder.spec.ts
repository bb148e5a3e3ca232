import type { EscalationLevel } from '@bw/contracts-engagement';
import { RISK_SAMPLE_IDS } from '@bw/contracts-risk';
import type { FiredTimer } from '@bw/sla-engine';
import { compileCalendar } from '@bw/working-time';
import type { KnownClock } from '../clocks/clock.ts';
import { firstHistory } from '../clocks/clock.evolve.ts';
import type { EscalationState } from './escalation.ts';
import { type Climb, climbOf, DUTY_MANAGER, readClimb, stepsOf } from './ladder.ts';

const { clockId, issueId, engagementId, escalationId } = RISK_SAMPLE_IDS;
const MONDAY_9 = '2026-03-02T09:00:00.000Z';
const MONDAY_16 = '2026-03-02T16:00:00.000Z';
const TUESDAY_9 = '2026-03-03T09:00:00.000Z';

const levels: readonly EscalationLevel[] = [
  { level: 1, role: 'project-manager', afterMinutes: 30 },
  { level: 2, role: 'director', afterMinutes: 120 },
];
const promise = { targetMinutes: 480, warnAtBp: [5_000, 9_000], reopen: 'continue' } as const;
const halfway: FiredTimer = { timer: { kind: 'WARN', pointBp: 5_000 }, at: '2026-03-02T13:00:00.000Z' };
const lastPoint: FiredTimer = { timer: { kind: 'WARN', pointBp: 9_000 }, at: MONDAY_16 };
const breach: FiredTimer = { timer: { kind: 'BREACH' }, at: '2026-03-02T17:00:00.000Z' };

const clock = (changes: Partial<KnownClock> = {}): KnownClock => ({
  status: 'running',
  clockId,
  issueId,
  engagementId,
  clock: 'resolve',
  severity: 2,
  promise,
  history: firstHistory(promise, { at: MONDAY_9, noted: MONDAY_9 }),
  cycle: 1,
  fired: [halfway, lastPoint],
  runsSince: MONDAY_9,
  ...changes,
});
const none: EscalationState = { status: 'none' };
const ladder = { escalationId, engagementId, subject: { kind: 'issue', id: issueId }, cycle: 1 } as const;
const climbing: EscalationState = { ...ladder, status: 'climbing', level: 1, since: MONDAY_16, clockId };

describe('a ladder is set up', () => {
  it('by the last warning point of a clock, not by the ones before', () => {
    expect(climbOf(none, [clock()], levels)).toEqual({ since: MONDAY_16, clockId, severity: 2, levels });
    expect(climbOf(none, [clock({ fired: [halfway] })], levels)).toBeUndefined();
  });

  it('by the breach where there are no warning points', () => {
    const silent = clock({ promise: { ...promise, warnAtBp: [] }, fired: [breach] });
    expect(climbOf(none, [silent], levels)).toMatchObject({ since: breach.at });
  });

  it('by the clock that was first', () => {
    const other = clock({ clockId: issueId, clock: 'acknowledge', fired: [{ ...lastPoint, at: MONDAY_9 }] });
    expect(climbOf(none, [clock(), other], levels)).toMatchObject({ since: MONDAY_9, clockId: issueId });
    expect(climbOf(none, [other, clock()], levels)).toMatchObject({ since: MONDAY_9, clockId: issueId });
  });

  it('while a clock waits, but not once it has stopped', () => {
    expect(climbOf(none, [clock({ status: 'paused' })], levels)).toBeDefined();
    expect(climbOf(none, [clock({ status: 'stopped' })], levels)).toBeUndefined();
  });

  it('from the reopening where its clock was reopened', () => {
    expect(climbOf(none, [clock({ runsSince: TUESDAY_9 })], levels)).toMatchObject({ since: TUESDAY_9 });
  });

  it('again from the end of the one before', () => {
    const ended: EscalationState = { ...ladder, status: 'ended', endedAt: TUESDAY_9 };
    expect(climbOf(ended, [clock()], levels)).toMatchObject({ since: TUESDAY_9 });
  });

  it('nowhere without levels, and not after an acknowledgement', () => {
    const acknowledged: EscalationState = { ...ladder, status: 'acknowledged', level: 1, clockId };
    expect(climbOf(none, [clock()], [])).toBeUndefined();
    expect(climbOf(acknowledged, [clock()], levels)).toBeUndefined();
  });
});

describe('a climbing ladder', () => {
  it('goes on above the level it has reached', () => {
    expect(climbOf(climbing, [clock()], levels)).toMatchObject({ since: MONDAY_16, levels: [{ level: 2 }] });
    expect(climbOf({ ...climbing, level: 2 }, [clock()], levels)).toBeUndefined();
    expect(climbOf(climbing, [], levels)).toBeUndefined();
  });

  it('reaches its levels in the working time of each', () => {
    const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
    const office = compileCalendar({ zone: 'UTC', shifts, exceptions: [], holidays: [] });
    const climb: Climb = { since: MONDAY_16, clockId, severity: 2, levels };
    const hours = new Map([['2', office]]);
    const reading = readClimb(climb, hours, '2026-03-02T18:00:00.000Z');
    expect(reading.fired).toEqual([{ level: 1, at: '2026-03-02T16:30:00.000Z', receiver: '1' }]);
    expect(reading.next).toMatchObject({ level: 2, at: '2026-03-03T10:00:00.000Z' });
  });
});

describe('the steps of a ladder', () => {
  const fired = [
    { level: 1, at: MONDAY_9, receiver: '1' },
    { level: 2, at: MONDAY_16, receiver: '2' },
  ];
  const [first] = fired;
  const one = { level: 1, role: 'project-manager', at: MONDAY_9 };
  const two = { level: 2, role: 'director', at: MONDAY_16 };

  it('are the levels whose role somebody holds', () => {
    expect(stepsOf({ levels }, { fired }, new Set(['project-manager', 'director']))).toEqual([one, two]);
  });

  it('go on at once where nobody holds the role, and do not reach that level again', () => {
    const steps = [
      { ...one, unreachable: 'nobody-in-role' },
      { ...two, at: MONDAY_9 },
    ];
    expect(stepsOf({ levels }, { fired }, new Set(['director']))).toEqual(steps);
  });

  it('go on at once where nobody is on shift', () => {
    const nobody = [{ level: 1, at: MONDAY_9 }];
    expect(stepsOf({ levels }, { fired: nobody }, new Set(['project-manager', 'director']))).toEqual([
      { ...one, unreachable: 'nobody-on-shift' },
      { ...two, at: MONDAY_9 },
    ]);
  });

  it('end with the duty manager where nobody is left', () => {
    expect(stepsOf({ levels }, { fired: first ? [first] : [] }, new Set())).toEqual([
      { ...one, unreachable: 'nobody-in-role' },
      { ...two, at: MONDAY_9, unreachable: 'nobody-in-role' },
      { level: 3, role: DUTY_MANAGER, at: MONDAY_9 },
    ]);
  });
});
