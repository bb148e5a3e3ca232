import { calendarOf, week } from './calendars.fixture.ts';
import { compileCalendar, instantOf, minuteOf } from './index.ts';

const at = (text: string) => minuteOf(`${text}:00.000Z`);
const office = compileCalendar(calendarOf('UTC'));
const friday = '2026-03-27';
const monday = '2026-03-30';

describe('working time', () => {
  it('counts the minutes of the shifts between two instants', () => {
    expect(office.workBetween(at(`${friday}T11:30`), at(`${friday}T13:30`))).toBe(60);
    expect(office.workBetween(at(`${friday}T16:00`), at(`${monday}T09:00`))).toBe(120);
    expect(office.workBetween(at(`${monday}T09:00`), at(`${friday}T16:00`))).toBe(-120);
    expect(office.workBetween(at('2026-01-01T00:00'), at('2027-01-01T00:00'))).toBe(261 * 480);
  });

  it('gives a finish as the earliest instant with that much work done, a start as the next working minute', () => {
    expect(instantOf(office.addWork(at(`${friday}T16:00`), 60))).toBe(`${friday}T17:00:00.000Z`);
    expect(instantOf(office.addWork(at(`${friday}T16:00`), 60, 'start'))).toBe(`${monday}T08:00:00.000Z`);
    expect(instantOf(office.addWork(at(`${friday}T11:00`), 60))).toBe(`${friday}T12:00:00.000Z`);
    expect(instantOf(office.addWork(at(`${friday}T11:00`), 60, 'start'))).toBe(`${friday}T13:00:00.000Z`);
    expect(instantOf(office.addWork(at(`${friday}T11:00`), 61))).toBe(`${friday}T13:01:00.000Z`);
  });

  it('goes back with negative work, to the same two kinds of instant', () => {
    expect(instantOf(office.addWork(at(`${monday}T09:00`), -60))).toBe(`${friday}T17:00:00.000Z`);
    expect(instantOf(office.addWork(at(`${monday}T09:00`), -60, 'start'))).toBe(`${monday}T08:00:00.000Z`);
    expect(instantOf(office.addWork(at(`${monday}T09:00`), -120))).toBe(`${friday}T16:00:00.000Z`);
  });

  it('moves free time to the next start or the last finish, and leaves working time alone', () => {
    expect(instantOf(office.next(at('2026-03-28T10:00')))).toBe(`${monday}T08:00:00.000Z`);
    expect(instantOf(office.previous(at('2026-03-28T10:00')))).toBe(`${friday}T17:00:00.000Z`);
    expect(instantOf(office.next(at(`${friday}T17:00`)))).toBe(`${monday}T08:00:00.000Z`);
    expect(instantOf(office.previous(at(`${friday}T17:00`)))).toBe(`${friday}T17:00:00.000Z`);
    expect(instantOf(office.next(at(`${friday}T10:15`)))).toBe(`${friday}T10:15:00.000Z`);
    expect(instantOf(office.previous(at(`${friday}T10:15`)))).toBe(`${friday}T10:15:00.000Z`);
    expect(instantOf(office.previous(at(`${monday}T08:00`)))).toBe(`${friday}T17:00:00.000Z`);
  });

  it('knows in which minutes work is done: the first of a shift, not the one after its last', () => {
    expect(office.isWorking(at(`${friday}T08:00`))).toBe(true);
    expect(office.isWorking(at(`${friday}T11:59`))).toBe(true);
    expect(office.isWorking(at(`${friday}T12:00`))).toBe(false);
    expect(office.isWorking(at('2026-03-28T10:00'))).toBe(false);
  });

  it('lists the stretches of work cut to the span', () => {
    const list = office.intervals(at(`${friday}T16:30`), at(`${monday}T09:00`));
    expect(list).toEqual([
      { from: at(`${friday}T16:30`), to: at(`${friday}T17:00`) },
      { from: at(`${monday}T08:00`), to: at(`${monday}T09:00`) },
    ]);
    expect(office.intervals(at(`${monday}T09:00`), at(`${friday}T16:30`))).toEqual([]);
  });

  it('answers the same whatever was asked before, decades apart', () => {
    const asked = compileCalendar(calendarOf('Europe/Warsaw'));
    for (const year of [2026, 1980, 2060, 1971, 2026]) {
      const fresh = compileCalendar(calendarOf('Europe/Warsaw'));
      const from = at(`${year}-06-15T10:00`);
      expect(asked.addWork(from, 1_000_000)).toBe(fresh.addWork(from, 1_000_000));
      expect(asked.addWork(from, -1_000_000, 'start')).toBe(fresh.addWork(from, -1_000_000, 'start'));
    }
  });

  it('says so when the shifts run out instead of searching for ever', () => {
    const once = compileCalendar(
      calendarOf('UTC', {
        shifts: [],
        exceptions: [{ from: friday, to: friday, shifts: [{ from: '08:00', to: '12:00' }] }],
      }),
    );
    expect(once.addWork(at(`${friday}T00:00`), 240)).toBe(at(`${friday}T12:00`));
    expect(() => once.addWork(at(`${friday}T00:00`), 241)).toThrow('has run out of shifts');
  });
});

describe('the shifts of a day', () => {
  const minutes = (calendar: ReturnType<typeof compileCalendar>, day: string) =>
    calendar.workBetween(at(`${day}T00:00`), at(`${day}T00:00`) + 1440);

  it('belong to the day they start on, also across midnight: an exception takes the whole night shift away', () => {
    const night = compileCalendar(
      calendarOf('UTC', {
        shifts: week({ from: '22:00', to: '06:00' }),
        exceptions: [{ from: '2026-03-25', to: '2026-03-25', shifts: [] }],
      }),
    );
    expect(night.intervals(at('2026-03-24T00:00'), at('2026-03-27T00:00'))).toEqual([
      { from: at('2026-03-24T00:00'), to: at('2026-03-24T06:00') },
      { from: at('2026-03-24T22:00'), to: at('2026-03-25T06:00') },
      { from: at('2026-03-26T22:00'), to: at('2026-03-27T00:00') },
    ]);
  });

  it('are none on a holiday, but for an exception that names the day', () => {
    const calendar = compileCalendar(
      calendarOf('UTC', {
        holidays: ['2026-03-25', '2026-03-26'],
        exceptions: [
          { from: '2026-03-26', to: '2026-03-26', shifts: [{ from: '10:00', to: '11:00' }] },
          { from: '2026-03-28', to: '2026-03-29', shifts: [{ from: '09:00', to: '24:00' }] },
        ],
      }),
    );
    expect(
      ['2026-03-24', '2026-03-25', '2026-03-26', '2026-03-28', '2026-03-29', '2026-03-30'].map((day) =>
        minutes(calendar, day),
      ),
    ).toEqual([480, 0, 60, 900, 900, 480]);
  });

  it('count once where they overlap', () => {
    const calendar = compileCalendar(
      calendarOf('UTC', {
        shifts: week({ from: '08:00', to: '13:00' }, { from: '12:00', to: '16:00' }, { from: '16:00', to: '17:00' }),
      }),
    );
    expect(calendar.intervals(at(`${friday}T00:00`), at(`${friday}T23:00`))).toEqual([
      { from: at(`${friday}T08:00`), to: at(`${friday}T17:00`) },
    ]);
  });

  it('may make any week, such as Sunday to Thursday', () => {
    const cairo = compileCalendar(
      calendarOf('UTC', { shifts: [7, 1, 2, 3, 4].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })) }),
    );
    expect(instantOf(cairo.addWork(at('2026-03-26T16:00'), 120))).toBe('2026-03-29T10:00:00.000Z');
  });

  it('exist on a leap day', () => {
    expect(minutes(office, '2028-02-29')).toBe(480);
  });
});

describe('two calendars', () => {
  it('have one key when they mean the same, and another when they do not', () => {
    const one = calendarOf('UTC', { holidays: ['2026-12-25', '2026-01-01'] });
    const same = calendarOf('UTC', {
      shifts: [...one.shifts].reverse(),
      holidays: ['2026-01-01', '2026-12-25', '2026-01-01'],
    });
    expect(compileCalendar(same).key).toBe(compileCalendar(one).key);
    expect(compileCalendar({ ...one, holidays: [] }).key).not.toBe(compileCalendar(one).key);
    expect(compileCalendar({ ...one, zone: 'Europe/Warsaw' }).key).not.toBe(compileCalendar(one).key);
  });
});
