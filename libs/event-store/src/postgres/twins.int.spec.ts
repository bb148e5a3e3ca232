import { FixedClock } from '@bw/testing';
import fc from 'fast-check';
import { happened, OTHER_TENANT, request, TENANT } from '../event-store.suite.ts';
import { type AppendRequest, type EventStore, type Expected, MemoryEventStore, PostgresEventStore } from '../index.ts';
import { freshLogDatabase, type LogDatabase } from './log-database.suite.ts';

const step = fc.record({
  tenant: fc.constantFrom(TENANT, OTHER_TENANT),
  stream: fc.constantFrom('a', 'b'),
  expected: fc.oneof(fc.constantFrom<Expected>('none', 'any', 'exists'), fc.integer({ min: 0, max: 6 })),
  events: fc.integer({ min: 1, max: 3 }),
  minutes: fc.integer({ min: -5, max: 5 }),
  /** Repeats an earlier request instead. */
  again: fc.option(fc.nat(), { freq: 3 }),
});

describe('the two event stores', () => {
  let database: LogDatabase;
  beforeAll(async () => {
    database = await freshLogDatabase();
  });
  afterAll(() => database.close());

  it('give the same answers to whatever is asked of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        await database.empty();
        const clock = new FixedClock();
        const { pool, readerPool } = database;
        const real = new PostgresEventStore({ source: 'test', pool, readerPool, clock });
        const twin = new MemoryEventStore({ source: 'test', clock });

        const asked: AppendRequest[] = [];
        for (const { tenant, stream, expected, events, minutes, again } of steps) {
          clock.advance({ minutes });
          const fresh = request({ tenant, stream, expected, events: Array.from({ length: events }, () => happened()) });
          const next = again === null || asked.length === 0 ? fresh : (asked[again % asked.length] ?? fresh);
          asked.push(next);
          expect(await answerOf(real, next)).toStrictEqual(await answerOf(twin, next));
        }
        expect(await real.readLog(0, 1_000)).toStrictEqual(await twin.readLog(0, 1_000));
        expect(await real.head()).toEqual(await twin.head());
      }),
      { numRuns: 20 },
    );
  });
});

async function answerOf(store: EventStore, asked: AppendRequest): Promise<unknown> {
  try {
    return await store.append(asked);
  } catch (error) {
    return String(error);
  }
}
