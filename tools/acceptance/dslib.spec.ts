import { activitiesOf, minor, minutesOf, type PublishedProject, workWeekOf } from './dslib.ts';

const project = (part: Partial<PublishedProject>): PublishedProject => ({
  name: 'twin',
  folder: '',
  calendar: [],
  baseline: [],
  resources: [],
  periods: [],
  overview: [],
  ...part,
});

const calendar = [
  { weekday: 'Monday', from: '08:00', to: '12:00' },
  { weekday: 'Monday', from: '13:00', to: '17:00' },
  { weekday: 'Tuesday', from: '08:00', to: '12:00' },
  { weekday: '2010-12-25', from: '', to: '' },
];

describe('a published project', () => {
  const week = workWeekOf(project({ calendar }));

  it('has shifts and holidays', () => {
    expect(week).toMatchObject({ holidays: ['2010-12-25'], minutesPerDay: 480, minutesPerWeek: 720 });
    expect(week.shifts[1]).toEqual({ weekday: 1, from: '13:00', to: '17:00' });
  });

  it.each([
    ['4h', 240],
    ['1w 1d 4h', 720 + 480 + 240],
    ['-10d', -4800],
    ['-23d 4h', -(23 * 480 + 240)],
    ['0', 0],
    ['', 0],
  ])('writes %p for %p minutes', (text, minutes) => {
    expect(minutesOf(text, week)).toBe(minutes);
  });

  it('has activities below its summaries', () => {
    const baseline = ['1', '1.1', '1.1.1', '1.1.2', '1.10'].map((wbs) => ({ wbs }));
    expect(activitiesOf(project({ baseline })).map(({ wbs }) => wbs)).toEqual(['1.1.1', '1.1.2', '1.10']);
  });

  it('writes money with decimals', () => {
    expect(['125.12', '0', '', '180759.440000001'].map(minor)).toEqual([12512, 0, 0, 18075944]);
  });
});
