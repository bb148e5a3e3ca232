import { contentHash } from './content-hash.ts';
import { isSame } from './is-same.ts';

describe('the hash of content', () => {
  it('does not depend on the order of fields or on absent ones', () => {
    expect(contentHash({ a: 1, b: { c: 2, d: [3] } })).toBe(contentHash({ b: { d: [3], c: 2 }, a: 1, e: undefined }));
  });

  it('depends on values and on the order of lists', () => {
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }));
  });
});

describe('sameness of plain data', () => {
  it.each([
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [[], {}, false],
    [null, {}, false],
    [undefined, undefined, true],
    ['a', 'a', true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(isSame(a, b)).toBe(expected);
  });
});
