import { holdsOn, isInOrder, isWithin, overlaps } from './day-period.ts';

const may = { from: '2026-05-01', to: '2026-05-31' };
const june = { from: '2026-06-01', to: '2026-06-30' };
const fromMidMay = { from: '2026-05-15' };

describe('a period of days', () => {
  it('is in order when it does not end before it begins', () => {
    expect([may, fromMidMay, { from: '2026-05-01', to: '2026-05-01' }].every(isInOrder)).toBe(true);
    expect(isInOrder({ from: '2026-05-02', to: '2026-05-01' })).toBe(false);
  });

  it('overlaps another when a day is in both, the last days included', () => {
    expect(overlaps(may, june)).toBe(false);
    expect(overlaps(may, { from: '2026-05-31', to: '2026-06-01' })).toBe(true);
    expect(overlaps(fromMidMay, june)).toBe(true);
    expect(overlaps(june, fromMidMay)).toBe(true);
    expect(overlaps({ from: '2026-07-01' }, june)).toBe(false);
    expect(overlaps(may, fromMidMay)).toBe(true);
  });

  it('is within another when all its days are', () => {
    expect(isWithin(may, { from: '2026-01-01' })).toBe(true);
    expect(isWithin(may, may)).toBe(true);
    expect(isWithin(fromMidMay, may)).toBe(false);
    expect(isWithin(fromMidMay, { from: '2026-05-16' })).toBe(false);
    expect(isWithin(june, may)).toBe(false);
  });

  it('holds on its days, and without an end for ever', () => {
    expect([holdsOn(may, '2026-05-31'), holdsOn(may, '2026-06-01'), holdsOn(may, '2026-04-30')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(holdsOn(fromMidMay, '2036-01-01')).toBe(true);
  });
});
