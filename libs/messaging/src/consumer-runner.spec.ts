import { sampleEvent } from '@bw/testing';
import { SILENT, until } from './bus.suite.ts';
import { type ConsumerOptions, ConsumerRunner } from './consumer-runner.ts';
import { type Applier, EventApplier } from './event-applier.ts';
import { MemoryBus } from './memory-bus.ts';
import { MemoryConsumerStore } from './memory-consumer-store.ts';

const NOW = '2026-03-02T09:00:00.000Z';

describe('the consumer runner', () => {
  let bus: MemoryBus;
  let store: MemoryConsumerStore;
  let runner: ConsumerRunner;
  const applied: number[] = [];

  beforeEach(() => {
    bus = new MemoryBus();
    store = new MemoryConsumerStore('risk');
    applied.length = 0;
  });
  afterEach(() => runner.stop());

  const applier: Applier = {
    apply: (_work, events) => {
      applied.push(...events.map(({ position }) => position));
      return Promise.resolve();
    },
  };

  function run(options: Partial<ConsumerOptions>): void {
    runner = new ConsumerRunner({ bus, store, appliers: new Map([['test', applier]]), notices: SILENT, ...options });
    runner.start();
  }
  const parked = (count: number) => until(async () => (await store.letters({})).length === count);

  const happened = (position: number) => sampleEvent({ type: 'test.Happened', data: {} }, { position });

  it('gives up on an event that loses every race, but only after many', async () => {
    let tries = 0;
    const unlucky: Applier = {
      apply: () => {
        tries += 1;
        return Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
      },
    };
    await bus.publish('test', [happened(1)]);
    run({ appliers: new Map([['test', unlucky]]), conflicts: 2 });
    await parked(1);

    expect(tries).toBe(4); // three lost races, then alone
    expect(await store.letters({})).toMatchObject([{ reason: 'deadlock detected', position: 1 }]);
  });

  it('waits for what is away for as long as it is away', async () => {
    let isAway = true;
    const far: Applier = {
      apply: (...args) => (isAway ? Promise.reject(new Error('Connection terminated')) : applier.apply(...args)),
    };
    await bus.publish('test', [happened(1)]);
    run({ appliers: new Map([['test', far]]), conflicts: 0 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(runner.problems()).toEqual(['risk cannot apply events of test: Connection terminated']);
    isAway = false;
    await until(() => Promise.resolve(runner.problems().length === 0));

    expect(applied).toEqual([1]);
    expect(await store.letters({})).toEqual([]);
  });

  it('parks no event for what is not its fault', async () => {
    let tries = 0;
    const onWatermark = () =>
      ++tries <= 3 ? Promise.reject(new Error('The watermark table is gone.')) : Promise.resolve();
    await bus.publish('test', [happened(1)]);
    await bus.announce('test', { position: 1, at: NOW });
    run({ onWatermark });
    await until(() => Promise.resolve(tries === 4));

    await until(async () => (await store.positions()).length === 1);
    expect(await store.letters({})).toEqual([]);
    expect((await store.positions())[0]).toMatchObject({ position: 1, watermark: { position: 1, at: NOW } });
  });

  it('parks an event that breaks its contract, whoever would have taken it', async () => {
    const check = () => {
      throw new Error('title is missing');
    };
    const fold = { name: 'Facts.fold', batch: true as const, handle: () => Promise.resolve() };
    await bus.publish('test', [happened(1)]);
    run({ appliers: new Map([['test', new EventApplier([fold], { group: 'risk', now: () => NOW, check })]]) });
    await parked(1);

    expect(await store.letters({})).toMatchObject([{ reason: 'title is missing' }]);
  });

  it('does nothing without handlers', () => {
    run({ appliers: new Map() });
    expect(runner.problems()).toEqual([]);
    expect(() => runner.applierOf('test')).toThrow('does not read events of test');
  });
});
