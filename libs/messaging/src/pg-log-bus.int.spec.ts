import { WallClock } from '@bw/event-store';
import { type BusDatabase, freshBusDatabase, SOURCE } from './bus-database.suite.ts';
import { describeBus, SILENT } from './bus.suite.ts';
import { LogSeal } from './log-seal.ts';
import { PgConsumerStore } from './pg-consumer-store.ts';
import { PgLogBus } from './pg-log-bus.ts';

describe('the bus that reads logs in PostgreSQL', () => {
  let database: BusDatabase;

  beforeAll(async () => {
    database = await freshBusDatabase();
  });
  afterAll(() => database.close());

  describeBus(async () => {
    await database.empty();
    const { pool, logUrl } = database;
    const seal = new LogSeal({ source: SOURCE, pool, clock: new WallClock(), notices: SILENT, everyMs: 100 });
    seal.start();
    return {
      append: (...effects) => database.append(...effects),
      write: (tx, group, effect) => database.write(tx, group, effect),
      effects: (group) => database.effects(group),
      source: SOURCE,
      bus: new PgLogBus({
        logs: { [SOURCE]: logUrl },
        pool,
        notices: SILENT,
        pageSize: 7,
        pollMs: 100,
        leaseMs: 1_000,
      }),
      store: (group) => new PgConsumerStore(group, pool),
      close: () => seal.stop(),
    };
  });
});
