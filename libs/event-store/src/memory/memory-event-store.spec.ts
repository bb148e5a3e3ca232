import { describeEventStore } from '../event-store.suite.ts';
import { MemoryEventStore } from './memory-event-store.ts';

describe('the event store in memory', () => {
  describeEventStore(async (clock) => new MemoryEventStore({ source: 'test', clock }));
});
