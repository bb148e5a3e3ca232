import fc from 'fast-check';
import { decodeCut, encodeCut, UnreadableCut } from './index.ts';
import { decodePositions } from './cut.ts';
import { sources } from './testing/histories.ts';

describe('a cut as a token', () => {
  it('is printable and reads back', () => {
    expect(encodeCut({ scheduling: 4711, risk: 88 }, sources)).toBe('r88.s4711');
    fc.assert(
      fc.property(fc.record({ scheduling: fc.maxSafeNat(), risk: fc.maxSafeNat() }), (cut) => {
        expect(decodeCut(encodeCut(cut, sources), sources)).toEqual(cut);
      }),
    );
  });

  it.each([
    ['', 'not letters followed by a position'],
    ['s', 'not letters followed by a position'],
    ['s-1', 'not letters followed by a position'],
    ['s01', 'not letters followed by a position'],
    ['x7', 'no log has the code "x"'],
    ['s1.s2', 'it names "s" twice'],
    ['s9999999999999999', 'too great for a position'],
  ])('says what is wrong with %p', (token, why) => {
    const read = () => decodeCut(token, sources);
    expect(read).toThrow(UnreadableCut);
    expect(read).toThrow(why);
  });
});

describe('wanted positions', () => {
  it('are a service and a position, several joined by commas', () => {
    expect(decodePositions('scheduling:7, risk:2,scheduling:4', sources)).toEqual({ scheduling: 7, risk: 2 });
  });

  it.each(['', 'scheduling', 'scheduling:x', 'nobody:3', 'scheduling:9999999999999999'])('refuse %p', (text) => {
    expect(() => decodePositions(text, sources)).toThrow(UnreadableCut);
  });
});
