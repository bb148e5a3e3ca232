import fc from 'fast-check';
import { Batcher, type BatcherLimits, type Outcome } from './batcher.ts';
import { LogBusy } from './index.ts';

interface Item {
  readonly lane: string;
  readonly name: number;
  readonly bytes: number;
}

const item = (name: number, lane = `lane-${name}`, bytes = 1): Item => ({ lane, name, bytes });
const LIMITS: BatcherLimits = { batchItems: 4, batchBytes: 100, waitingItems: 1_000, waitingBytes: 10_000 };
const pause = () => new Promise((resolve) => setImmediate(resolve));

function recording(limits: Partial<BatcherLimits> = {}, fails: (batch: readonly Item[]) => boolean = () => false) {
  const batches: (readonly Item[])[] = [];
  const run = async (batch: readonly Item[]): Promise<readonly Outcome<number>[]> => {
    batches.push(batch);
    await pause();
    if (fails(batch)) throw new Error('refused');
    return batch.map(({ name }) =>
      name < 0 ? { ok: false, error: new Error(`no ${name}`) } : { ok: true, result: name },
    );
  };
  const laneOf = ({ lane }: Item) => lane;
  const bytesOf = ({ bytes }: Item) => bytes;
  const batcher = new Batcher({ run, laneOf, bytesOf, limits: { ...LIMITS, ...limits } });
  return { batcher, names: () => batches.map((batch) => batch.map(({ name }) => name)) };
}

describe('natural batching', () => {
  it('gathers while a batch is under way, and no longer', async () => {
    const { batcher, names } = recording();
    const first = batcher.add(item(1));
    await Promise.resolve();
    await Promise.resolve();
    const rest = [2, 3, 4, 5, 6].map((name) => batcher.add(item(name)));

    expect(await Promise.all([first, ...rest])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(names()).toEqual([[1], [2, 3, 4, 5], [6]]);
  });

  it('keeps to the bytes of a batch; what is larger goes alone', async () => {
    const { batcher, names } = recording();
    await Promise.all([batcher.add(item(1, 'a', 60)), batcher.add(item(2, 'b', 60)), batcher.add(item(3, 'c', 500))]);
    expect(names()).toEqual([[1], [2], [3]]);
  });

  it('has one item of a lane in a batch, in order, and lets no lane starve the others', async () => {
    const { batcher, names } = recording({ batchItems: 2 });
    await Promise.all(
      [item(1, 'a'), item(2, 'a'), item(3, 'a'), item(4, 'b'), item(5, 'c')].map((one) => batcher.add(one)),
    );
    expect(names()).toEqual([[1, 4], [5, 2], [3]]);
  });

  it('tells each its own outcome', async () => {
    const { batcher } = recording();
    const all = await Promise.allSettled([1, -2, 3].map((name) => batcher.add(item(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('tries each alone where the batch fails, so that a bad one harms nobody', async () => {
    const { batcher, names } = recording({}, (batch) => batch.some(({ name }) => name === 2));
    const all = await Promise.allSettled([1, 2, 3].map((name) => batcher.add(item(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(names()).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('turns away what would be too much, by number and by bytes, and goes on afterwards', async () => {
    const { batcher } = recording({ waitingItems: 2, waitingBytes: 50 });
    const taken = [batcher.add(item(1, 'a', 40)), batcher.add(item(2, 'b', 5))];
    await expect(batcher.add(item(3))).rejects.toThrow(LogBusy);
    await Promise.all(taken);
    const again = batcher.add(item(4, 'a', 40));
    await expect(batcher.add(item(5, 'b', 40))).rejects.toMatchObject({ retryAfterSeconds: 1 });
    await again;
    expect(await batcher.add(item(6, 'a', 60))).toBe(6); // never refused by an empty queue
  });

  it('is idle once all are answered', async () => {
    const { batcher } = recording();
    const answered: number[] = [];
    for (let name = 0; name < 9; name += 1) void batcher.add(item(name)).then((one) => answered.push(one));
    await batcher.idle();
    expect(answered).toHaveLength(9);
  });

  it('answers every item once and keeps the order of each lane, whatever comes', async () => {
    const someItems = fc.array(
      fc.record({ lane: fc.constantFrom('a', 'b', 'c'), bytes: fc.integer({ min: 1, max: 150 }) }),
    );
    await fc.assert(
      fc.asyncProperty(someItems, async (some) => {
        const { batcher, names } = recording();
        const items = some.map(({ lane, bytes }, name) => item(name, lane, bytes));
        expect(await Promise.all(items.map((one) => batcher.add(one)))).toEqual(items.map(({ name }) => name));

        const order = names().flat();
        expect([...order].sort((a, b) => a - b)).toEqual(items.map(({ name }) => name));
        for (const lane of ['a', 'b', 'c']) {
          const inLane = items.filter((one) => one.lane === lane).map(({ name }) => name);
          expect(order.filter((name) => inLane.includes(name))).toEqual(inLane);
        }
      }),
      { numRuns: 50 },
    );
  });
});
