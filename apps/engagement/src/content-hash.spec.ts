import { contentHash, isSame } from './content-hash.ts';

describe('the content hash', () => {
  it('is the same whatever the order of names, and whether what is missing is left out or undefined', () => {
    expect(contentHash({ a: 1, b: { c: 2, d: [1] } })).toBe(contentHash({ b: { d: [1], c: 2, e: undefined }, a: 1 }));
  });

  it('is another for other content and for another order of a list', () => {
    const hashes = [{ a: 1 }, { a: 2 }, { a: null }, [1, 2], [2, 1]].map(contentHash);
    expect(new Set(hashes).size).toBe(5);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('tells sameness of what is said, not of classes', () => {
  class Line {
    readonly lineId = '1';
    readonly rate = 5;
  }
  expect(isSame([new Line()], [{ rate: 5, lineId: '1', to: undefined }])).toBe(true);
  expect(isSame([new Line()], [{ rate: 6, lineId: '1' }])).toBe(false);
});
