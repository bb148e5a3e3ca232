import { readDuration } from './duration.ts';

const units = { day: 480, week: 2_400 };
const minutes = (text: string) => {
  const read = readDuration(text, units);
  return 'value' in read ? read.value.minutes : read.problem;
};

describe('a duration', () => {
  it.each([
    ['43d', 43 * 480],
    ['4h', 240],
    ['1w 1d', 2_880],
    ['1w1d', 2_880],
    ['7w 3d 4h', 7 * 2_400 + 3 * 480 + 240],
    ['30 min', 30],
    ['1.5 days', 720],
    ['1,5d', 720],
    ['2 wks', 4_800],
    ['1mo', 9_600],
    ['0', 0],
    ['0d', 0],
    ['3', 1_440],
    ['5 Days?', 2_400],
    ['2ed', 2_880],
  ])('reads %s', (text, expected) => {
    expect(minutes(text)).toBe(expected);
  });

  it.each(['', 'soon', 'd', '-3d', '4x', '3d + 2h', '=1d', '1.2.3d'])('refuses %p', (text) => {
    expect(minutes(text)).toEqual(expect.any(String));
  });

  it('knows elapsed time from working time', () => {
    expect(readDuration('2ed', units)).toEqual({ value: { minutes: 2_880, elapsed: true, notes: [] } });
    expect(readDuration('2ed 1d', units)).toEqual({ problem: '"2ed 1d" mixes working and elapsed time' });
  });

  it('says what it assumed', () => {
    expect(readDuration('3', units)).toMatchObject({ value: { notes: ['a number without unit counts days'] } });
    expect(readDuration('1,5 d?', units)).toMatchObject({ value: { notes: ['marked as estimated', 'decimal comma'] } });
    expect(readDuration('0.001h', units)).toMatchObject({ value: { minutes: 0, notes: ['rounded to the minute'] } });
  });

  it('takes day and week from the calendar', () => {
    expect(readDuration('1w 1d', { day: 450, week: 2_250 })).toMatchObject({ value: { minutes: 2_700 } });
  });
});
