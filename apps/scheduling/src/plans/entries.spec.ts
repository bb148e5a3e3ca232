import { Entries } from './entries.ts';

describe('entries', () => {
  it('keep, replace and forget values', () => {
    const some = Entries.empty<number>().with('a', 1).with('b', 2).with('a', 3);
    expect([some.get('a'), some.get('b'), some.get('c'), some.size]).toEqual([3, 2, undefined, 2]);
    expect(some.values().toSorted((a, b) => a - b)).toEqual([2, 3]);
    const fewer = some.without('a').without('nothing');
    expect([fewer.has('a'), fewer.size]).toEqual([false, 1]);
  });

  it('never change what was there before', () => {
    const before = Entries.empty<number>().with('a', 1);
    before.with('a', 2);
    before.with('b', 2);
    before.without('a');
    expect([before.get('a'), before.size]).toEqual([1, 1]);
  });

  it('hold thousands without slowing down', () => {
    let many = Entries.empty<number>();
    for (let index = 0; index < 20_000; index += 1) many = many.with(`activity ${index}`, index);
    expect([many.size, many.get('activity 19999'), many.values().length]).toEqual([20_000, 19_999, 20_000]);
  });
});
