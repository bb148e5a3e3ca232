import { dayAt, stepDay, stepOf, weekEnds } from './weeks.ts';

const weeks = weekEnds('2026-10-28', '2026-11-24'); // a Wednesday to a Tuesday

describe('the weeks of the slider', () => {
  it('end on Sundays, over daylight saving too, and before today', () => {
    expect(weeks).toEqual(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22']);
    expect(weekEnds('2026-03-22', '2026-04-06')).toEqual(['2026-03-22', '2026-03-29', '2026-04-05']);
    expect(weekEnds('2026-11-24', '2026-11-24')).toEqual([]);
  });

  it('end with now', () => {
    expect(stepOf(undefined, weeks)).toBe(4);
    expect(dayAt(4, weeks)).toBeUndefined();
    expect(dayAt(0, weeks)).toBe('2026-11-01');
  });

  it('take the nearest one to any day', () => {
    expect(['2026-11-10', '2026-11-12', '2020-01-01', '2030-01-01'].map((day) => stepOf(day, weeks))).toEqual([
      1, 2, 0, 3,
    ]);
  });

  it('are stepped back and forth', () => {
    expect(stepDay(undefined, -1, weeks)).toBe('2026-11-22');
    expect(stepDay('2026-11-22', -1, weeks)).toBe('2026-11-15');
    expect(stepDay('2026-11-18', -1, weeks)).toBe('2026-11-15');
    expect(stepDay('2026-11-01', -1, weeks)).toBe('2026-11-01');
    expect(stepDay('2026-11-18', 1, weeks)).toBe('2026-11-22');
    expect(stepDay('2026-11-22', 1, weeks)).toBeUndefined();
    expect(stepDay(undefined, 1, weeks)).toBeUndefined();
  });
});
