import { stripVTControlCharacters } from 'node:util';
import { startOfDay } from '../import/zone.ts';
import { hours, money, valueOf } from './figures.ts';
import { instantOf, pointOf } from './point.ts';
import { painter, table } from './table.ts';

const NOW = new Date('2026-11-24T12:00:00.000Z');

describe('a time on the command line', () => {
  it.each([
    ['an instant', '2026-03-29T07:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['one of another zone', '2026-03-29T09:00+02:00', '2026-03-29T07:00:00.000Z'],
    ['a day: its end', '2026-03-29', '2026-03-29T23:59:59.999Z'],
    ['days ago', '3d', '2026-11-21T12:00:00.000Z'],
    ['weeks ago', '4w', '2026-10-27T12:00:00.000Z'],
  ])('may be %s', (_, text, instant) => expect(instantOf('--as-of', text, NOW)).toBe(instant));

  it.each(['yesterday', '2026-02-30', '2026-13-01', '4 w', '-4w', '', '2026-03-29 07:00'])('cannot be %p', (text) => {
    expect(() => instantOf('--as-of', text, NOW)).toThrow(`--as-of: "${text}" is no time`);
  });

  it('is not said twice', () => expect(() => pointOf({ knownAt: '1d', cut: 'e1' }, NOW)).toThrow('Leave one out'));
  it('is left to the server where it is not given', () => expect(pointOf({}, NOW)).toEqual({}));
});

describe('the first moment of a day', () => {
  it.each([
    ['2026-03-02', 'Europe/Warsaw', '2026-03-01T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Warsaw', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Warsaw', '2026-03-29T22:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    ['2026-06-01', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z'],
    // Cairo puts its clocks forward at midnight: that day begins at one.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('%s in %s', (day, zone, instant) => expect(startOfDay(day, zone)).toBe(instant));
});

describe('a figure', () => {
  it.each([
    [8_612_964, 'EUR', '86,129.64 EUR'],
    [-54_222, 'EUR', '-542.22 EUR'],
    [1_234, 'JPY', '1,234 JPY'],
    [1_234, 'KWD', '1.234 KWD'],
  ])('in minor units: %d %s', (minor, currency, text) => expect(money(minor, currency)).toBe(text));

  it('in minutes', () => expect([hours(-362), hours(59), hours(0)]).toEqual(['-6:02 h', '0:59 h', '0:00 h']));

  it('says why it has no value', () => {
    const figure = { id: 'CPI', title: 'CPI', formulaVersion: 1, unit: 'ratio', undefinedReason: 'no cost yet' };
    expect(valueOf(figure)).toBe('- (no cost yet)');
  });
});

describe('a table', () => {
  it('is as wide as what is in it, numbers by their end, colours not counted', () => {
    const paint = painter(true);
    const columns = [
      { head: 'A', cell: (row: string) => paint('red', row) },
      { head: 'N', cell: (row: string) => String(row.length), right: true },
      { head: 'C', cell: () => '' },
    ];
    const plain = table(columns, ['x', 'long']).map((line) => stripVTControlCharacters(line));
    expect(plain).toEqual(['A     N  C', 'x     1', 'long  4']);
  });
});
