import fc from 'fast-check';
import { compileCalendar, elapsedTime, minuteOf } from '@bw/working-time';
import { clockAt, type ClockEvent, type ClockHistory, type ClockTerms } from './index.ts';

const office = compileCalendar({
  zone: 'UTC',
  shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  exceptions: [],
  holidays: [],
});
const calendars = new Map([
  ['office', office],
  ['always', elapsedTime],
]);
const terms: ClockTerms = { warnBp: [7500], pauseReasons: ['WAITING_CLIENT'], reopen: 'continue', backdateMinutes: 60 };

/** Monday to Friday are 2 to 6 March 2026. */
const on = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00.000Z`;
const event = (type: ClockEvent['type'], at: string, given: Partial<ClockEvent> = {}): ClockEvent => ({
  id: `${type} ${at}`,
  type,
  at,
  recorded: at,
  ...given,
});
const pause = (at: string) => event('pause', at, { reason: 'WAITING_CLIENT', clientNotified: true });
const resume = (at: string) => event('resume', at, { reason: 'WAITING_CLIENT' });
const history = (events: readonly ClockEvent[], given: Partial<ClockTerms> = {}): ClockHistory => ({
  terms: { ...terms, ...given },
  policies: [{ kind: 'policy', recorded: on(1, '00:00'), targetMinutes: 240, calendar: 'office' }],
  events,
});
const read = (events: readonly ClockEvent[], at: string, knownAt?: string) =>
  clockAt(history(events), calendars, knownAt ? { at, knownAt } : { at });

describe('a clock', () => {
  it('is none before its start', () => {
    expect(read([], on(2, '10:00'))).toMatchObject({ state: 'none', elapsedMinutes: 0, fired: [], refused: [] });
    expect(read([event('start', on(2, '10:00'))], on(2, '09:59'))).toMatchObject({ state: 'none' });
  });

  it('names the next timer to set, and after the last none', () => {
    const events = [event('start', on(2, '10:00'))];
    expect(read(events, on(2, '10:00')).nextTimer).toEqual({
      timer: { kind: 'WARN', pointBp: 7500 },
      at: on(2, '13:00'),
    });
    expect(read(events, on(2, '13:00')).nextTimer).toEqual({ timer: { kind: 'BREACH' }, at: on(2, '14:00') });
    expect(read(events, on(2, '14:00')).nextTimer).toBeUndefined();
    const reminded = clockAt(history(events, { reminderEveryMinutes: 480 }), calendars, { at: on(2, '14:00') });
    expect(reminded.nextTimer).toEqual({ timer: { kind: 'REMINDER', number: 1 }, at: on(3, '14:00') });
  });

  it('has no timer to set while it is paused or closed, but for a pause that ends by itself', () => {
    const paused = [event('start', on(2, '10:00')), pause(on(2, '11:00'))];
    expect(read(paused, on(2, '12:00')).nextTimer).toBeUndefined();
    expect(read([...paused, event('stop', on(2, '12:30'))], on(2, '12:30')).nextTimer).toBeUndefined();
    const limited = clockAt(history(paused, { maxPauseMinutes: 60 }), calendars, { at: on(2, '11:30') });
    expect(limited).toMatchObject({ state: 'paused', nextTimer: { at: on(2, '14:00') } });
    expect(limited.due).toBeUndefined();
  });

  it('tells when it was breached and stopped', () => {
    const events = [event('start', on(2, '10:00')), event('stop', on(2, '15:00'))];
    expect(read(events, on(2, '16:00'))).toMatchObject({
      state: 'met-late',
      breachedAt: on(2, '14:00'),
      stoppedAt: on(2, '15:00'),
    });
    expect(read(events, on(2, '13:00'))).toMatchObject({ state: 'running' });
    expect(read(events, on(2, '13:00')).breachedAt).toBeUndefined();
  });

  it('reads the past as it was known then and as it is known now', () => {
    const stop = event('stop', on(2, '13:50'), { recorded: on(2, '14:30'), reason: 'phone call logged late' });
    const events = [event('start', on(2, '10:00')), stop];
    expect(read(events, on(2, '14:10'))).toMatchObject({ state: 'breached', elapsedMinutes: 250 });
    expect(read(events, on(2, '14:10'), on(2, '14:30'))).toMatchObject({ state: 'met', elapsedMinutes: 230 });
    expect(read(events, on(2, '13:00'), on(5, '12:00'))).toMatchObject({ state: 'running', elapsedMinutes: 180 });
    expect(read(events, on(2, '14:30')).fired.map(({ timer }) => timer.kind)).toEqual(['WARN', 'BREACH']);
  });

  it('takes a start told twice for one', () => {
    const events = [event('start', on(2, '10:00')), event('start', on(2, '11:00'))];
    expect(read(events, on(2, '12:00'))).toMatchObject({ cycle: 1, elapsedMinutes: 120, refused: [] });
  });

  it('lets a stop dated back before a pause take the pause away', () => {
    const stop = event('stop', on(2, '11:00'), { recorded: on(2, '12:00'), reason: 'done before' });
    const events = [event('start', on(2, '10:00')), pause(on(2, '11:30')), resume(on(2, '11:45')), stop];
    expect(read(events, on(2, '12:00'))).toMatchObject({ state: 'met', elapsedMinutes: 60, pausedMinutes: 0 });
  });

  it('is not dated back by the seconds a command takes', () => {
    const stop = {
      ...event('stop', on(2, '11:00')),
      at: '2026-03-02T11:00:10.000Z',
      recorded: '2026-03-02T11:00:10.045Z',
    };
    expect(read([event('start', on(2, '10:00')), stop], on(2, '12:00'))).toMatchObject({ state: 'met', refused: [] });
  });

  it('keeps its target when its closed past gets a corrected calendar', () => {
    const events = [event('start', on(2, '10:00')), event('stop', on(3, '10:00'))];
    const policies = [
      { kind: 'policy', recorded: on(1, '00:00'), targetMinutes: 240, calendar: 'office' },
      { kind: 'policy', recorded: on(4, '00:00'), targetMinutes: 9999, calendar: 'office' },
      { kind: 'calendar-correction', recorded: on(5, '00:00'), targetMinutes: 9999, calendar: 'always' },
    ] as const;
    expect(clockAt({ terms, policies, events }, calendars, { at: on(6, '00:00') })).toMatchObject({
      state: 'met-late',
      targetMinutes: 240,
      elapsedMinutes: 1440,
    });
  });

  it('says what it misses: a policy, or the calendar that a policy names', () => {
    const start = [event('start', on(2, '10:00'))];
    expect(() => clockAt({ ...history(start), policies: [] }, calendars, { at: on(3, '00:00') })).toThrow(
      'has no policy',
    );
    expect(() => clockAt(history(start), new Map(), { at: on(3, '00:00') })).toThrow('calendar "office"');
  });
});

describe('a clock, whatever happens to it', () => {
  const step = fc.record({
    type: fc.constantFrom('pause', 'resume', 'stop', 'reopen', 'cancel' as const),
    after: fc.integer({ min: 0, max: 900 }),
  });
  const story = fc.tuple(
    fc.array(step, { maxLength: 8 }),
    fc.constantFrom('continue', 'restart' as const),
    fc.integer({ min: 0, max: 5000 }),
  );
  const told = (steps: readonly { type: ClockEvent['type']; after: number }[]): readonly ClockEvent[] => {
    let at = Date.parse(on(2, '08:00'));
    return [
      event('start', on(2, '08:00')),
      ...steps.map(({ type, after }, index) => {
        at += after * 60_000;
        const given = type === 'pause' || type === 'resume' ? { reason: 'WAITING_CLIENT', clientNotified: true } : {};
        return event(type, new Date(at).toISOString(), { id: String(index), ...given });
      }),
    ];
  };

  it('counts every working minute since its start at most once, as elapsed or paused', () => {
    fc.assert(
      fc.property(story, ([steps, reopen, later]) => {
        const at = new Date(Date.parse(on(2, '08:00')) + later * 60_000).toISOString();
        const reading = clockAt(history(told(steps), { reopen }), calendars, { at });
        expect(Math.min(reading.elapsedMinutes, reading.pausedMinutes)).toBeGreaterThanOrEqual(0);
        expect(reading.elapsedMinutes + reading.pausedMinutes).toBeLessThanOrEqual(
          office.workBetween(minuteOf(on(2, '08:00')), minuteOf(at)),
        );
        expect(reading.remainingMinutes).toBe(reading.targetMinutes - reading.elapsedMinutes);
      }),
    );
  });

  it('fires each timer once and in order while nothing is corrected, and never unsends one', () => {
    fc.assert(
      fc.property(story, ([steps, reopen, later]) => {
        const given = history(told(steps), { reopen, reminderEveryMinutes: 300 });
        const at = (minutes: number) => new Date(Date.parse(on(2, '08:00')) + minutes * 60_000).toISOString();
        const [earlier, now] = [
          clockAt(given, calendars, { at: at(Math.floor(later / 2)) }),
          clockAt(given, calendars, { at: at(later) }),
        ];
        const names = now.fired.map(({ timer }) => JSON.stringify(timer));
        expect(new Set(names).size).toBe(names.length);
        expect(now.fired.map((each) => each.at)).toEqual(now.fired.map((each) => each.at).sort());
        expect(earlier.cycle !== now.cycle || earlier.fired.every((each, i) => now.fired[i]?.at === each.at)).toBe(
          true,
        );
      }),
    );
  });

  it('fires the timer it announced, if nothing comes between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (later) => {
        const given = history([event('start', on(2, '08:00'))], { reminderEveryMinutes: 300 });
        const { fired, nextTimer } = clockAt(given, calendars, {
          at: new Date(Date.parse(on(2, '08:00')) + later * 60_000).toISOString(),
        });
        expect(clockAt(given, calendars, { at: nextTimer?.at ?? '' }).fired).toEqual([...fired, nextTimer]);
      }),
    );
  });
});
