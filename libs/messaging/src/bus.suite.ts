import type { Event } from '@bw/contracts-base';
import { type Applier, EventApplier } from './event-applier.ts';
import type { Bus, Watermark } from './bus.ts';
import { ConsumerRunner } from './consumer-runner.ts';
import type { ConsumerStore, ConsumerWork } from './consumer-store.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Transaction } from './delivery.ts';
import type { EventHandler } from './event-handler.ts';

/** What a handler under test leaves behind. */
export interface Effect {
  readonly key: string;
  readonly n: number;
}

/** A bus with one source, and tables for what its consumers do. */
export interface World {
  readonly source: string;
  readonly bus: Bus;
  /** Adds an event per effect to the end of the source's log, and brings it onto the bus. */
  append(...effects: readonly Effect[]): Promise<void>;
  /** Another reader's view of the group's bookkeeping. */
  store(group: string): ConsumerStore;
  write(tx: Transaction, group: string, effect: Effect): Promise<void>;
  /** In the order in which they were written. */
  effects(group: string): Promise<readonly Effect[]>;
  close(): Promise<void>;
}

export const TENANTS = ['01931b7c-0000-7000-8000-000000000001', '01931b7c-0000-7000-8000-000000000002'] as const;

/** Keys begin with their tenant, as those of the house do. */
const [A, B, C] = [`${TENANTS[0]}/a`, `${TENANTS[0]}/b`, `${TENANTS[1]}/c`] as const;

type Write = (effect: Effect) => Promise<void>;

interface Joining {
  readonly group?: string;
  readonly handle?: (effect: Effect, write: Write) => Promise<void>;
  readonly batch?: (effects: readonly Effect[], tenant: string, write: Write) => Promise<void>;
  readonly store?: ConsumerStore;
  readonly onWatermark?: (watermark: Watermark) => void;
  readonly drainMs?: number;
}

/** What every bus does, together with the consumer runner. */
export function describeBus(open: () => Promise<World>): void {
  let world: World;
  const running = new Set<ConsumerRunner>();

  beforeEach(async () => {
    world = await open();
  });
  afterEach(async () => {
    await Promise.all([...running].map((runner) => runner.stop()));
    running.clear();
    await world.close();
  });

  function join({ group = 'readers', handle, batch, store = world.store(group), onWatermark, drainMs }: Joining = {}) {
    const effectOf = (event: Event) => event.data as Effect; // the suite's own events
    const writer =
      (tx: Transaction): Write =>
      (effect) =>
        world.write(tx, group, effect);
    const apply = handle ?? ((effect, write) => write(effect));
    const handler: EventHandler = batch
      ? {
          name: 'Suite.batch',
          batch: true,
          handle: (events, { tenant, tx }) => batch(events.map(effectOf), tenant, writer(tx)),
        }
      : { name: 'Suite.on', batch: false, handle: (event, { tx }) => apply(effectOf(event), writer(tx)) };
    const applier: Applier = new EventApplier([handler], { group, now: () => new Date().toISOString() });
    const runner = new ConsumerRunner({
      bus: world.bus,
      store,
      appliers: new Map([[world.source, applier]]),
      notices: SILENT,
      onWatermark: onWatermark && (({ position, at }) => Promise.resolve(onWatermark({ position, at }))),
      drainMs,
    });
    runner.start();
    running.add(runner);
    const stop = async () => {
      running.delete(runner);
      await runner.stop();
    };
    return { stop, store, letters: new DeadLetters(store, runner), problems: () => runner.problems() };
  }

  const numbered = (key: string, from: number, to: number): Effect[] =>
    Array.from({ length: to - from + 1 }, (_, index) => ({ key, n: from + index }));

  const settled = async (count: number, group = 'readers') => {
    await until(async () => (await world.effects(group)).length >= count);
    return world.effects(group);
  };

  const ofKey = (effects: readonly Effect[], key: string) => effects.filter((one) => one.key === key).map(({ n }) => n);

  it('delivers every event once, in order per key', async () => {
    join();
    for (let n = 1; n <= 40; n++) await world.append({ key: A, n }, { key: B, n }, { key: C, n });

    const effects = await settled(120);
    expect(effects).toHaveLength(120);
    const inOrder = numbered('', 1, 40).map(({ n }) => n);
    for (const key of [A, B, C]) expect(ofKey(effects, key)).toEqual(inOrder);
  });

  it('hands a batch handler runs of one tenant in the order of the bus', async () => {
    await world.append(...numbered(A, 1, 30), ...numbered(C, 1, 30), ...numbered(A, 31, 60));
    const tenants: string[] = [];
    join({
      batch: async (effects, tenant, write) => {
        expect(effects.every(({ key }) => key.startsWith(tenant))).toBe(true);
        tenants.push(tenant);
        for (const effect of effects) await write(effect);
      },
    });

    const effects = await settled(90);
    expect(ofKey(effects, A)).toEqual(numbered(A, 1, 60).map(({ n }) => n));
    expect(ofKey(effects, C)).toEqual(numbered(C, 1, 30).map(({ n }) => n));
    expect(tenants.length).toBeLessThan(20);
  });

  it('gives an event its effect once, however often it is delivered', async () => {
    await world.append(...numbered(A, 1, 20), ...numbered(B, 1, 20));
    const first = join();
    await settled(40);
    await first.stop();

    const store = world.store('readers');
    const forgetful: ConsumerStore = new Proxy(store, {
      get: (target, name) => (name === 'stored' ? () => Promise.resolve([]) : bound(target, name)),
    });
    join({ store: forgetful });
    await world.append({ key: A, n: 21 });

    const effects = await settled(41);
    expect(effects).toHaveLength(41);
    expect(ofKey(effects, A)).toEqual(numbered(A, 1, 21).map(({ n }) => n));
  });

  it('gives an event its effect once where the process dies between handler and commit', async () => {
    await world.append(...numbered(A, 1, 10), ...numbered(C, 1, 10));
    let deaths = 0;
    const store = world.store('readers');
    const mortal: ConsumerStore = new Proxy(store, {
      get: (target, name) =>
        name === 'transaction'
          ? (work: (consumer: ConsumerWork) => Promise<unknown>) =>
              target.transaction(async (consumer) => {
                const result = await work(consumer);
                if (++deaths <= 3) throw Object.assign(new Error('The server goes away.'), { code: '57P01' });
                return result;
              })
          : bound(target, name),
    });
    join({ store: mortal });

    const effects = await settled(20);
    expect(effects).toHaveLength(20);
    expect(ofKey(effects, A)).toEqual(numbered(A, 1, 10).map(({ n }) => n));
    expect(deaths).toBeGreaterThan(3);
  });

  it('never doubles with two readers of one group, also when one leaves', async () => {
    const [first] = [join(), join()];
    for (let n = 1; n <= 30; n++) {
      await world.append({ key: A, n }, { key: B, n }, { key: C, n });
      if (n === 15) await first.stop();
    }

    const effects = await settled(90);
    expect(effects).toHaveLength(90);
    for (const key of [A, B, C]) expect(ofKey(effects, key)).toEqual(numbered(key, 1, 30).map(({ n }) => n));
  });

  it('parks what cannot succeed with the later events of its key, and lets the others pass', async () => {
    const { letters, store } = join({
      handle: async (effect, write) => {
        if (effect.key === A && effect.n === 2) throw new Error('No such risk.');
        await write(effect);
      },
    });
    await world.append(...numbered(A, 1, 3), ...numbered(B, 1, 3));
    await settled(4);
    await world.append({ key: A, n: 4 }, { key: B, n: 4 });

    const effects = await settled(5);
    await until(async () => (await letters.list()).length === 3);
    expect(ofKey(effects, A)).toEqual([1]);
    expect(ofKey(effects, B)).toEqual([1, 2, 3, 4]);
    const parked = await letters.list({ source: world.source, key: A });
    expect(parked.map(({ event, behind, reason }) => [(event.data as Effect).n, behind, reason.split('.')[0]])).toEqual(
      [
        [2, false, 'No such risk'],
        [3, true, 'An earlier event of its key is parked; they go on in order once that one is settled'],
        [4, true, 'An earlier event of its key is parked; they go on in order once that one is settled'],
      ],
    );
    await until(async () => (await store.positions()).some(({ parked: count }) => count === 3));
  });

  it('applies a parked key in order when it is retried, and then goes on with it', async () => {
    let isBroken = true;
    const { letters } = join({
      handle: async (effect, write) => {
        if (isBroken && effect.key === A && effect.n >= 2) throw new Error('No such risk.');
        await write(effect);
      },
    });
    await world.append(...numbered(A, 1, 4));
    await until(async () => (await letters.list()).length === 3);

    expect(await letters.retry({ source: world.source, key: A })).toMatchObject({ applied: 0, left: 3 });
    isBroken = false;
    expect(await letters.retry({ source: world.source, key: A })).toEqual({ applied: 3, left: 0 });
    await world.append({ key: A, n: 5 });

    expect(ofKey(await settled(5), A)).toEqual([1, 2, 3, 4, 5]);
    expect(await letters.list({ state: 'applied' })).toHaveLength(3);
    expect(await letters.list()).toEqual([]);
  });

  it('leaves out a parked event that an operator skips, with a note, and keeps the others behind it in order', async () => {
    const { letters } = join({
      handle: async (effect, write) => {
        if (effect.n === 2) throw new Error('Never.');
        await write(effect);
      },
    });
    await world.append(...numbered(A, 1, 3));
    await until(async () => (await letters.list()).length === 2);
    const [poison] = await letters.list();

    expect(await letters.skip(poison?.id ?? 0, { note: 'Entered twice by hand.', by: 'olga' })).toBe(true);
    expect(await letters.skip(poison?.id ?? 0, { note: 'Again.', by: 'olga' })).toBe(false);
    await letters.retry({ source: world.source, key: A });

    expect(ofKey(await settled(2), A)).toEqual([1, 3]);
    expect(await letters.list({ state: 'skipped' })).toMatchObject([{ note: 'Entered twice by hand.', by: 'olga' }]);
  });

  it('waits for what is away instead of parking', async () => {
    let tries = 0;
    const { letters } = join({
      handle: async (effect, write) => {
        if (++tries <= 2) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
        await write(effect);
      },
    });
    await world.append({ key: A, n: 1 });

    expect(await settled(1)).toEqual([{ key: A, n: 1 }]);
    expect(await letters.list()).toEqual([]);
  });

  it('finishes the batch in flight when it is stopped, and begins no other', async () => {
    const begun = Promise.withResolvers<void>();
    const reader = join({
      handle: async (effect, write) => {
        begun.resolve();
        await new Promise((resolve) => setTimeout(resolve, 200));
        await write(effect);
      },
    });
    await world.append({ key: A, n: 1 });
    await begun.promise;
    await reader.stop();

    const before = await world.effects('readers');
    expect(before).toEqual([{ key: A, n: 1 }]);
    await world.append({ key: A, n: 2 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await world.effects('readers')).toEqual(before);
  });

  it('breaks off a batch that lasts too long when it is stopped; the next reader applies it', async () => {
    const [begun, hanging] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reader = join({
      drainMs: 100,
      handle: async (effect, write) => {
        await write(effect);
        begun.resolve();
        await hanging.promise;
      },
    });
    await world.append({ key: A, n: 1 });
    await begun.promise;
    await reader.stop();
    expect(await world.effects('readers')).toEqual([]);

    join();
    expect(await settled(1)).toEqual([{ key: A, n: 1 }]);
    hanging.resolve();
  });

  it('replays the whole log into another group', async () => {
    await world.append(...numbered(A, 1, 50), ...numbered(C, 1, 50));
    join();
    const effects = await settled(100);
    join({ group: 'rebuild' });

    const replayed = await settled(100, 'rebuild');
    for (const key of [A, C]) expect(ofKey(replayed, key)).toEqual(ofKey(effects, key));
    expect(await world.effects('readers')).toHaveLength(100);
  });

  it('says when a log has nothing newer, also while it is idle', async () => {
    const watermarks: Watermark[] = [];
    const { store } = join({ onWatermark: (watermark) => watermarks.push(watermark) });
    await world.append(...numbered(A, 1, 3), ...numbered(C, 1, 3));
    await settled(6);
    const later = new Date().toISOString();
    await until(() => Promise.resolve(watermarks.some(({ position, at }) => position === 6 && at > later)), 8_000);

    const positions = watermarks.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(new Set(watermarks.map(({ at }) => at)).size).toBe(watermarks.length);
    await until(async () => (await store.positions())[0]?.position === 6);
    expect((await store.positions())[0]).toMatchObject({ position: 6, head: 6, lagEvents: 0, parked: 0 });
  });
}

export const SILENT = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** Resolves once it holds. */
export async function until(holds: () => Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`It did not come true within ${patienceMs / 1000} s: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function bound(target: ConsumerStore, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}
