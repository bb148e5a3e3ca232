import { type DateOrder, readMoney, readTime } from './cell-readers.ts';
import type { Cell } from './sheet.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: number): Cell => ({ kind: 'number', number: value });

describe('a date', () => {
  const local = (cell: Cell, order?: DateOrder) => {
    const read = readTime(cell, order);
    return 'value' in read ? read.value.local + (read.value.dayOnly ? ' day' : '') : 'refused';
  };

  it.each([
    ['2010-01-01T08:00', '2010-01-01T08:00'],
    ['2010-01-01 08:00:00', '2010-01-01T08:00'],
    ['2010-01-01', '2010-01-01T00:00 day'],
    ['29.03.2026', '2026-03-29T00:00 day'],
    ['29.3.26 8:05', '2026-03-29T08:05'],
    ['2026/3/29 8:05 pm', '2026-03-29T20:05'],
    ['12:00', 'refused'],
    ['2010-02-30', 'refused'],
    ['2011-02-29T08:00', 'refused'],
    ['31.04.2026', 'refused'],
    ['2010-01-01T24:00', 'refused'],
    ['2010-01-01T08:61', 'refused'],
    ['3/4/2026', 'refused'],
    ['soon', 'refused'],
    ['', 'refused'],
  ])('%p is %s', (value, expected) => {
    expect(local(text(value))).toBe(expected);
  });

  it('with slashes follows the order that was named', () => {
    expect(local(text('3/4/2026'), 'dmy')).toBe('2026-04-03T00:00 day');
    expect(local(text('3/4/2026 12:30 AM'), 'mdy')).toBe('2026-03-04T00:30');
    expect(local(text('3/14/2026'), 'dmy')).toBe('refused');
  });

  it('may be a serial number, rounded to the minute', () => {
    expect(readTime(number(40_179.333333333336))).toEqual({
      value: { local: '2010-01-01T08:00', dayOnly: false, notes: ['a serial number was read as a date'] },
    });
    expect(readTime(number(40_179.33334))).toMatchObject({
      value: { notes: [expect.anything(), 'rounded to the minute'] },
    });
    expect(local(number(40_179))).toBe('2010-01-01T00:00 day');
    expect([local(number(60)), local(number(-1)), local(number(3_000_000))]).toEqual(['refused', 'refused', 'refused']);
  });

  it('says what was dropped or rounded', () => {
    expect(readTime(text('2010-01-01 08:00:30'))).toMatchObject({ value: { notes: ['seconds were dropped'] } });
    expect(readTime({ kind: 'date', local: '2010-01-01T08:00', rounded: true })).toMatchObject({
      value: { notes: ['rounded to the minute'] },
    });
  });
});

describe('money', () => {
  const amount = (cell: Cell, decimal?: 'point' | 'comma', currency = 'EUR') => {
    const read = readMoney(cell, currency, decimal);
    return 'value' in read ? read.value.amount : 'refused';
  };

  it.each([
    ['5137.28', 513_728],
    ['0', 0],
    ['-0.00', 0],
    ['-12.5', -1_250],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['12,5', 1_250],
    ['1,234,567.8', 123_456_780],
    ['€ 1 234,50', 123_450],
    ['EUR 7', 700],
    ['1,234', 'refused'],
    ['1.2.3', 'refused'],
    ['=1+1', 'refused'],
    ['', 'refused'],
    ['12 pounds', 'refused'],
  ])('%p is %p', (value, expected) => {
    expect(amount(text(value))).toBe(expected);
  });

  it('follows the decimal mark that was named', () => {
    expect([amount(text('1,234'), 'point'), amount(text('1,234'), 'comma')]).toEqual([123_400, 123]);
  });

  it('is rounded half to even, which is noted', () => {
    expect(readMoney(number(16_953.765_625), 'EUR')).toEqual({
      value: { amount: 1_695_377, notes: ['rounded from 16953.765625'] },
    });
    expect([amount(text('0.125')), amount(text('0.135')), amount(text('-0.125')), amount(text('0.1250001'))]).toEqual([
      12, 14, -12, 13,
    ]);
    expect(amount(number(180_759.440000001))).toBe(18_075_944);
  });

  it('knows currencies without or with three decimals', () => {
    expect([amount(text('12'), 'point', 'JPY'), amount(text('1.234'), 'point', 'KWD')]).toEqual([12, 1_234]);
  });
});
