import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@bw/event-store';
import { type BusDatabase, freshBusDatabase, SOURCE } from './bus-database.suite.ts';
import { SILENT, TENANTS, until } from './bus.suite.ts';
import { LogSeal } from './log-seal.ts';
import { PgLog } from './pg-log.ts';
import { PgLogBus } from './pg-log-bus.ts';

const KEY = `${TENANTS[0]}/a`;

describe('a log that is read directly', () => {
  let database: BusDatabase;
  let log: PgLog;

  beforeAll(async () => {
    database = await freshBusDatabase();
  });
  beforeEach(async () => {
    await database.empty();
    log = new PgLog(SOURCE, database.logUrl, 'spec');
  });
  afterEach(() => log.close());
  afterAll(() => database.close());

  it('gives events as they were appended, and its end', async () => {
    await database.append({ key: KEY, n: 1 }, { key: KEY, n: 2 }, { key: KEY, n: 3 });
    const { events, head } = await log.read(1, 1);

    expect(head).toBe(3);
    expect(events).toEqual([
      {
        id: expect.any(String),
        type: 'suite.Happened',
        version: 1,
        tenant: TENANTS[0],
        source: SOURCE,
        stream: expect.stringMatching(/^suite-/),
        streamVersion: 1,
        position: 2,
        key: KEY,
        effective: '2026-03-01T08:00:00.000Z',
        recorded: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        actor: 'system:suite-1',
        command: expect.any(String),
        correlation: expect.any(String),
        causation: expect.any(String),
        data: { key: KEY, n: 2 },
      },
    ]);
  });

  it('says at once that it has grown', async () => {
    await log.read(0, 10);
    const begun = performance.now();
    const grown = log.growth(5_000, new AbortController().signal);
    await database.append({ key: KEY, n: 1 });
    await grown;
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('has no watermark before its first event or seal', async () => {
    expect(await log.read(0, 10)).toEqual({ events: [], head: 0 });
    await database.pool.query('select bus.seal_log($1)', ['2026-03-02T09:00:00.000Z']);
    expect(await log.read(0, 10)).toMatchObject({ watermark: { position: 0, at: '2026-03-02T08:59:59.999Z' } });
  });

  it('never contradicts a watermark, whatever writers’ clocks say', async () => {
    const clock = { now: () => new Date(Date.now() - Math.round(Math.random() * 50)).toISOString() };
    const seal = new LogSeal({ source: SOURCE, pool: database.pool, clock, notices: SILENT, everyMs: 5 });
    seal.start();
    let isWriting = true;
    const writers = Array.from({ length: 4 }, async (_, n) => {
      while (isWriting) await database.append({ key: KEY, n });
    });
    const watermarks = [];
    for (let reads = 0; reads < 100; reads++) {
      watermarks.push((await log.read(0, 0)).watermark);
      await pause(3);
    }
    isWriting = false;
    await Promise.all([...writers, seal.stop()]);

    const { events } = await log.read(0, 100_000);
    expect(events.length).toBeGreaterThan(50);
    for (const watermark of watermarks.filter((one) => one !== undefined)) {
      const known = events.filter(({ recorded }) => recorded <= watermark.at);
      expect(Math.max(0, ...known.map(({ position }) => position))).toBeLessThanOrEqual(watermark.position);
    }
  });

  it('is sealed by its own service alone', async () => {
    await expect(log.read(0, 0)).resolves.toMatchObject({ head: 0 });
    const seal = new LogSeal({
      source: SOURCE,
      pool: database.pool,
      clock: { now: () => 'no instant' },
      notices: SILENT,
    });
    await seal.seal();
    expect(seal.problems()).toEqual([expect.stringContaining('cannot be sealed')]);
  });

  describe('where something is missing', () => {
    function read() {
      const problems: string[] = [];
      const reading = new PgLogBus({
        logs: { [SOURCE]: database.logUrl },
        pool: database.pool,
        notices: { ...SILENT, warn: (text) => problems.push(text) },
        pollMs: 50,
        leaseMs: 1_000,
      }).subscribe({
        group: newId(),
        sources: [SOURCE],
        wantsWatermarks: false,
        start: () => Promise.resolve(3),
        handle: () => Promise.resolve(),
      });
      return { reading, problems };
    }

    it('stops before a hole instead of leaping over it', async () => {
      await database.append(...[1, 2, 3, 4, 5].map((n) => ({ key: KEY, n })));
      await database.owner.query('delete from log.event where pos = 4');
      const { reading } = read();
      await until(() => Promise.resolve(reading.problems().length > 0));
      await reading.stop();
      expect(reading.problems()).toEqual([expect.stringContaining('has no event at 4')]);
    });

    it('notices a log that was restored from an older copy', async () => {
      await database.append({ key: KEY, n: 1 });
      const { reading, problems } = read();
      await until(() =>
        Promise.resolve(reading.problems().some((text) => text.includes('restored from an older copy'))),
      );
      await reading.stop();
      expect(problems).toHaveLength(1); // said once, not at every try
    });
  });
});
