import { type Entry, fitOf, found } from './find.ts';

const entry = (group: string, title: string, more: Partial<Entry> = {}): Entry => ({
  id: `${group} ${title}`,
  group,
  title,
  run: () => undefined,
  ...more,
});

const entries = [
  entry('Go to', 'Portfolio'),
  entry('Go to', 'Decisions'),
  entry('Engagements', 'Claims portal pilot', { about: 'HARB-CLAIM, Harbour Mutual' }),
  entry('Engagements', 'Service desk takeover', { about: 'NORD-DESK, Nordwind' }),
  entry('Do', 'Back to now', { also: 'today present' }),
];
const titles = (text: string) => found(entries, text).map(([group, own]) => [group, ...own.map(({ title }) => title)]);

describe('the palette', () => {
  it('offers everything, in order, while nothing is typed', () => {
    expect(titles('').map(([group]) => group)).toEqual(['Go to', 'Engagements', 'Do']);
  });

  it('finds by title, by code and client, and by other words', () => {
    expect(titles('nord desk')).toEqual([['Engagements', 'Service desk takeover']]);
    expect(titles('today')).toEqual([['Do', 'Back to now']]);
    expect(titles('zzz')).toEqual([]);
  });

  it('puts first what begins like it', () => {
    expect(titles('po')).toEqual([
      ['Go to', 'Portfolio'],
      ['Engagements', 'Claims portal pilot'],
    ]);
    expect(fitOf({ title: 'Claims portal' }, 'cl')).toBeGreaterThan(fitOf({ title: 'Claims portal' }, 'por'));
    expect(fitOf({ title: 'Claims portal' }, 'por')).toBeGreaterThan(fitOf({ title: 'Claims portal' }, 'ortal'));
  });

  it('shows of many only as many as one can overlook', () => {
    const many = Array.from({ length: 40 }, (_, index) => entry('Activities', `Build ${index}`));
    expect(found(many, 'build')[0]?.[1]).toHaveLength(7);
  });
});
