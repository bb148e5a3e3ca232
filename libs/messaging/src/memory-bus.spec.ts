import { sampleEvent } from '@bw/testing';
import { describeBus, type Effect, type World } from './bus.suite.ts';
import { MemoryBus } from './memory-bus.ts';
import { MemoryConsumerStore, type MemoryTransaction } from './memory-consumer-store.ts';

describe('the bus in memory', () => {
  describeBus(() => Promise.resolve(memoryWorld()));
});

function memoryWorld(): World {
  const bus = new MemoryBus(7);
  const stores = new Map<string, MemoryConsumerStore>();
  let position = 0;
  const storeOf = (group: string) => {
    const store = stores.get(group) ?? new MemoryConsumerStore(group);
    stores.set(group, store);
    return store;
  };
  const announcing = setInterval(() => {
    void bus.announce('suite', { position, at: new Date().toISOString() });
  }, 50);
  return {
    source: 'suite',
    bus,
    append: async (...effects) => {
      const events = effects.map((data) => {
        const tenant = data.key.slice(0, 36);
        return sampleEvent({ type: 'suite.Happened', data }, { position: ++position, key: data.key, tenant });
      });
      await bus.publish('suite', events);
    },
    store: storeOf,
    write: (tx, _group, effect) => {
      (tx as MemoryTransaction).effects.push(effect); // the store in memory hands out no other
      return Promise.resolve();
    },
    effects: (group) => Promise.resolve(storeOf(group).effects as readonly Effect[]), // only `write` adds to them
    close: () => {
      clearInterval(announcing);
      return Promise.resolve();
    },
  };
}
