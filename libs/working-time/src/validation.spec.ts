import { calendarOf, week } from './calendars.fixture.ts';
import {
  type CalendarDefinition,
  compileCalendar,
  InvalidCalendar,
  mergeHolidays,
  nextDay,
  problemsOf,
} from './index.ts';

const found = (given: Partial<CalendarDefinition>) =>
  problemsOf(calendarOf(given.zone ?? 'UTC', given)).map(({ code, pointer }) => `${code} ${pointer}`);

const daysOf = (year: number) => Array.from({ length: 366 }, (_, day) => nextDay(`${year}-01-01`, day));

describe('a calendar definition', () => {
  it('is sound without problems', () => {
    expect(found({})).toEqual([]);
    expect(
      found({
        shifts: [
          { weekday: 1, from: '22:00', to: '06:00' },
          { weekday: 2, from: '06:00', to: '24:00' },
        ],
      }),
    ).toEqual([]);
  });

  it.each<[Partial<CalendarDefinition>, string[]]>([
    [{ zone: 'Mars/Olympus' }, ['UNKNOWN_ZONE /zone']],
    [{ shifts: [{ weekday: 8, from: '08:00', to: '12:00' }] }, ['BAD_WEEKDAY /shifts/0/weekday']],
    [{ shifts: [{ weekday: 1, from: '8:00', to: '25:00' }] }, ['BAD_TIME /shifts/0/from', 'BAD_TIME /shifts/0/to']],
    [{ shifts: [{ weekday: 1, from: '24:00', to: '02:00' }] }, ['BAD_TIME /shifts/0/from']],
    [{ holidays: ['2026-02-30'] }, ['BAD_DAY /holidays/0']],
    [
      { exceptions: [{ from: '2026-02-30', to: '2026-13-01', shifts: [{ from: 'noon', to: '13:00' }] }] },
      ['BAD_TIME /exceptions/0/shifts/0/from', 'BAD_DAY /exceptions/0/from', 'BAD_DAY /exceptions/0/to'],
    ],
    [{ exceptions: [{ from: '2026-03-02', to: '2026-03-01', shifts: [] }] }, ['BAD_DAY /exceptions/0/to']],
    [{ exceptions: [{ from: '1900-01-01', to: '2100-01-01', shifts: [] }] }, ['BAD_DAY /exceptions/0/to']],
    [
      { shifts: week({ from: '08:00', to: '12:00' }, { from: '11:00', to: '13:00' }).slice(0, 2) },
      ['OVERLAPPING_SHIFTS /shifts/1'],
    ],
    [
      {
        shifts: [
          { weekday: 7, from: '22:00', to: '06:00' },
          { weekday: 1, from: '05:00', to: '13:00' },
        ],
      },
      ['OVERLAPPING_SHIFTS /shifts/1'],
    ],
    [
      {
        exceptions: [
          {
            from: '2026-03-02',
            to: '2026-03-02',
            shifts: [
              { from: '08:00', to: '12:00' },
              { from: '10:00', to: '11:00' },
            ],
          },
        ],
      },
      ['OVERLAPPING_SHIFTS /exceptions/0/shifts/1'],
    ],
    [
      {
        exceptions: [
          { from: '2026-03-02', to: '2026-03-04', shifts: [] },
          { from: '2026-03-04', to: '2026-03-05', shifts: [] },
        ],
      },
      ['OVERLAPPING_EXCEPTIONS /exceptions/1'],
    ],
    [{ shifts: [] }, ['NO_WORKING_TIME ']],
    [{ holidays: daysOf(2026) }, ['NO_WORKING_TIME ']],
    [
      {
        shifts: [{ weekday: 1, from: '08:00', to: '12:00' }],
        holidays: daysOf(2026).filter((_, day) => day % 7 === 4),
      },
      [],
    ],
  ])('%j has the problems %j', (given, problems) => {
    expect(found(given)).toEqual(problems);
  });

  it('counts the plain days between free ones as rest when no shift falls on them', () => {
    const mondays = daysOf(2026).filter((_, day) => day % 7 === 4);
    const more = mondays.map((day) => nextDay(day, 364));
    expect(found({ shifts: [{ weekday: 1, from: '08:00', to: '12:00' }], holidays: [...mondays, ...more] })).toEqual([
      'NO_WORKING_TIME ',
    ]);
  });

  it('is rested enough where one day in the year is worked', () => {
    const exceptions = [{ from: '2026-06-01', to: '2026-06-01', shifts: [{ from: '08:00', to: '09:00' }] }];
    expect(found({ holidays: daysOf(2026), exceptions })).toEqual([]);
  });

  it('is refused with every problem when compiled although it cannot be', () => {
    const compile = () => compileCalendar(calendarOf('Mars/Olympus', { holidays: ['soon'] }));
    expect(compile).toThrow(InvalidCalendar);
    expect(compile).toThrow(/\/zone .*\/holidays\/0/s);
  });
});

describe('holiday sets', () => {
  it('merge to their public days, each once, in order', () => {
    const country = {
      days: [
        { day: '2026-12-25', kind: 'public' },
        { day: '2026-02-14', kind: 'observance' },
      ],
    } as const;
    const region = {
      days: [
        { day: '2026-01-06', kind: 'public' },
        { day: '2026-12-25', kind: 'public' },
        { day: '2026-03-01', kind: 'optional' },
      ],
    } as const;
    expect(mergeHolidays(country, region)).toEqual(['2026-01-06', '2026-12-25']);
  });
});
