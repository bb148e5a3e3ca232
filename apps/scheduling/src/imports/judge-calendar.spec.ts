import { readCsv } from './csv.ts';
import { importLimits } from './import-report.ts';
import { judgeCalendar } from './judge-calendar.ts';
import { workUnitsOf } from './work-units.ts';

const judge = (...lines: readonly string[]) =>
  judgeCalendar([readCsv(['weekday,from,to', ...lines].join('\n'), importLimits)]);

describe('a calendar out of a file', () => {
  it('has shifts by weekday and free days', () => {
    const { draft, rows, problems } = judge(
      'Monday,08:00,12:00',
      'Mon,13:00,17:00',
      '5,22:00,6:00',
      '2026-12-25,,',
      'sunday,00:00,24:00',
    );
    expect(draft).toEqual({
      shifts: [
        { weekday: 1, from: '08:00', to: '12:00' },
        { weekday: 1, from: '13:00', to: '17:00' },
        { weekday: 5, from: '22:00', to: '06:00' },
        { weekday: 7, from: '00:00', to: '00:00' },
      ],
      days: ['2026-12-25'],
    });
    expect(rows.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'accepted']);
    expect(problems).toEqual([]);
  });

  it.each([
    ['Someday,08:00,12:00', 'BAD_WEEKDAY'],
    ['2026-02-30,,', 'BAD_WEEKDAY'],
    ['2026-12-24,08:00,12:00', 'BAD_TIME'],
    ['Monday,08:00,', 'BAD_TIME'],
    ['Monday,08:00,26:00', 'BAD_TIME'],
  ])('says what is wrong with %s', (line, code) => {
    const { rows } = judge('Tuesday,08:00,12:00', line);
    expect(rows[1]).toMatchObject({ row: 3, status: 'quarantined', notes: [{ code, row: 3 }] });
  });

  it('needs a header and at least one shift', () => {
    expect(() => judgeCalendar([readCsv('day,begin\nMonday,08:00', importLimits)])).toThrow('NO_HEADER');
    expect(judge('2026-12-25,,').problems).toEqual([
      expect.objectContaining({ detail: 'holds no shift of any weekday' }),
    ]);
  });

  it('says how long its day and week are', () => {
    expect(
      workUnitsOf(judge('Mon,08:00,12:00', 'Mon,13:00,17:00', 'Tue,08:00,16:00', 'Fri,22:00,02:00').draft),
    ).toEqual({ day: 480, week: 1_200 });
  });
});
