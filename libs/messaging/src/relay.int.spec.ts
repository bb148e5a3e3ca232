import type { Event } from '@bw/contracts-base';
import { type BusDatabase, freshBusDatabase, SOURCE } from './bus-database.suite.ts';
import { type Effect, SILENT, TENANTS, until } from './bus.suite.ts';
import { BusUnreachable, NotTaken, Publisher, type Watermark } from './bus.ts';
import { Relay, type RelayOptions } from './relay.ts';

const [A, B] = [`${TENANTS[0]}/a`, `${TENANTS[1]}/b`] as const;

/** Remembers what it was given, and fails as it is told. */
class FakePublisher extends Publisher {
  readonly sent: { readonly event: Event; readonly released: boolean }[] = [];
  readonly announced: (Watermark & { readonly moved: boolean })[] = [];
  refused?: number;
  isAway = false;

  publish(_source: string, events: readonly Event[], { released }: { readonly released: boolean }): Promise<void> {
    if (this.isAway) return Promise.reject(new BusUnreachable('Nobody answers.'));
    const poison = events.find(({ data }) => (data as Effect).n === this.refused);
    if (poison) return Promise.reject(new NotTaken(poison, 'it is too large'));
    this.sent.push(...events.map((event) => ({ event, released })));
    return Promise.resolve();
  }

  announce(_source: string, watermark: Watermark, { moved }: { readonly moved: boolean }): Promise<void> {
    this.announced.push({ ...watermark, moved });
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  numbersOf(key: string): number[] {
    return this.sent.filter(({ event }) => event.key === key).map(({ event }) => (event.data as Effect).n);
  }
}

describe('a relay', () => {
  let database: BusDatabase;
  let publisher: FakePublisher;
  const relays = new Set<Relay>();

  beforeAll(async () => {
    database = await freshBusDatabase();
  });
  beforeEach(async () => {
    await database.empty();
    publisher = new FakePublisher();
  });
  afterEach(async () => {
    await Promise.all([...relays].map((relay) => relay.stop()));
    relays.clear();
  });
  afterAll(() => database.close());

  function relay(options: Partial<RelayOptions> = {}): Relay {
    const { pool, logUrl } = database;
    const timing = { pollMs: 50, announceMs: 0, leaseMs: 1_000, pageSize: 10 };
    const made = new Relay({ source: SOURCE, logUrl, pool, publisher, notices: SILENT, ...timing, ...options });
    made.start();
    relays.add(made);
    return made;
  }

  const numbered = (key: string, to: number) => Array.from({ length: to }, (_, index) => ({ key, n: index + 1 }));

  it('brings the log to the bus in its order, and goes on where it was', async () => {
    const first = relay();
    await database.append(...numbered(A, 25));
    await until(() => Promise.resolve(publisher.sent.length === 25));
    await first.stop();
    await database.append({ key: B, n: 1 });
    const second = relay();
    await until(async () => (await second.position())?.position === 26);

    expect(publisher.sent.map(({ event }) => event.position)).toEqual(
      Array.from({ length: 26 }, (_, index) => index + 1),
    );
    expect(await second.position()).toMatchObject({ position: 26, head: 26, lagEvents: 0, parked: 0 });
  });

  it('sends alone, whatever the number of processes', async () => {
    const processes = [relay(), relay(), relay()];
    await database.append(...numbered(A, 30));
    await until(() => Promise.resolve(publisher.sent.length >= 30));
    await Promise.all(processes.map((one) => one.stop()));

    expect(publisher.numbersOf(A)).toEqual(numbered(A, 30).map(({ n }) => n));
  });

  it('waits for a bus that is away', async () => {
    publisher.isAway = true;
    const made = relay();
    await database.append({ key: A, n: 1 });
    await until(() => Promise.resolve(made.problems().length > 0));
    expect(made.problems()).toEqual([expect.stringContaining('Nobody answers.')]);
    publisher.isAway = false;

    await until(() => Promise.resolve(publisher.sent.length === 1));
    await until(() => Promise.resolve(made.problems().length === 0));
  });

  it('parks the key of what the bus refuses for good, and releases it in order later', async () => {
    publisher.refused = 2;
    const made = relay();
    await database.append(...numbered(A, 3), ...numbered(B, 1));
    await until(async () => (await made.deadLetters.list()).length === 2);
    await database.append({ key: A, n: 4 }, { key: B, n: 5 });
    await until(() => Promise.resolve(publisher.numbersOf(B).includes(5)));
    expect(new Set(publisher.numbersOf(A))).toEqual(new Set([1]));

    publisher.refused = undefined;
    expect(await made.deadLetters.retry({ source: SOURCE, key: A })).toEqual({ applied: 3, left: 0 });
    const released = publisher.sent.filter((one) => one.released);
    expect(released.map(({ event }) => (event.data as Effect).n)).toEqual([2, 3, 4]);
  });

  it('announces how far the log is, once it is there', async () => {
    await database.append(...numbered(A, 12));
    relay();
    await until(() => Promise.resolve(publisher.announced.length > 0));
    expect(publisher.announced[0]).toMatchObject({ position: 12, moved: true });

    await database.pool.query('select bus.seal_log($1)', [new Date().toISOString()]);
    await until(() => Promise.resolve(publisher.announced.length > 1));
    expect(publisher.announced.at(-1)).toMatchObject({ position: 12, moved: false });
  });

  it('announces the end of a log that grows while its clock stands still, though the last announcement was just now', async () => {
    // Later than any clock: all that follows is recorded at this one instant.
    await database.owner.query(`update log.head set recorded = '2999-01-01T00:00:00Z'`);
    relay({ announceMs: 300 });
    await database.append(...numbered(A, 1));
    await until(() => Promise.resolve(publisher.announced.at(-1)?.position === 1));
    await database.append(...numbered(B, 4));
    await until(() => Promise.resolve(publisher.announced.at(-1)?.position === 5));

    expect(new Set(publisher.announced.map(({ at }) => at)).size).toBe(1);
  });
});
