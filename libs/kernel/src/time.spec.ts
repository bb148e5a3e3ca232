import fc from 'fast-check';
import { isCivilDay, isInstant, toInstant } from './index.ts';

const milliseconds = fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31) });

describe('an instant', () => {
  it('is UTC to the millisecond in one form', () => {
    expect(isInstant('2026-03-29T07:00:00.000Z')).toBe(true);
  });

  it.each([
    '2026-03-29T07:00:00Z',
    '2026-03-29T07:00:00.000+01:00',
    '2026-02-30T07:00:00.000Z',
    '2026-03-29T24:00:00.000Z',
    '2026-03-29',
    '',
    1774767600000,
    undefined,
    null,
  ])('is not %p', (value) => {
    expect(isInstant(value)).toBe(false);
  });

  it('is what any time becomes, and sorts like the times', () => {
    fc.assert(
      fc.property(milliseconds, milliseconds, (a, b) => {
        expect(isInstant(toInstant(a))).toBe(true);
        expect(Date.parse(toInstant(a))).toBe(a);
        expect(toInstant(a) < toInstant(b)).toBe(a < b);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1])('is empty for %p', (value) => {
    expect(toInstant(value)).toBe('');
  });
});

describe('a civil day', () => {
  it.each(['2026-03-29', '2024-02-29', '0001-01-01', '9999-12-31'])('is %s', (day) => {
    expect(isCivilDay(day)).toBe(true);
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-3-9', '2026-03-29T00:00', '', 20260329, null])(
    'is not %p',
    (value) => {
      expect(isCivilDay(value)).toBe(false);
    },
  );

  it('is the first part of any instant', () => {
    fc.assert(fc.property(milliseconds, (at) => expect(isCivilDay(toInstant(at).slice(0, 10))).toBe(true)));
  });
});
