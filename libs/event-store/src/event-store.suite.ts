import type { Id } from '@bw/kernel';
import { FixedClock } from '@bw/testing';
import {
  type AppendRequest,
  CommandTooLarge,
  type EventStore,
  MAX_COMMAND_BYTES,
  MAX_COMMAND_EVENTS,
  type NewEvent,
  newId,
  sealOf,
  VersionConflict,
} from './index.ts';

export const TENANT = newId();
export const OTHER_TENANT = newId();
const NOW = '2026-03-02T09:00:00.000Z';

export function happened(data: unknown = { hours: 3 }, more: Partial<NewEvent> = {}): NewEvent {
  return { id: newId(), type: 'test.Happened', version: 1, effective: '2026-03-01T08:00:00.000Z', data, ...more };
}

/** A command of its own for a stream of its own, unless said otherwise. */
export function request(more: Partial<AppendRequest> = {}): AppendRequest {
  const command = newId();
  const stream = more.stream ?? `test-${newId()}`;
  return {
    tenant: TENANT,
    stream,
    key: `${more.tenant ?? TENANT}/${stream}`,
    expected: 'none',
    actor: newId(),
    command,
    correlation: command,
    causation: command,
    events: [happened()],
    ...more,
  };
}

export interface StoreUnderTest {
  readonly store: EventStore;
  readonly clock: FixedClock;
}

/** What every event store does, whatever it stands on. */
export function describeEventStore(create: (clock: FixedClock) => Promise<EventStore>): void {
  let store: EventStore;
  let clock: FixedClock;

  beforeEach(async () => {
    clock = new FixedClock(NOW);
    store = await create(clock);
  });

  describe('appending', () => {
    it('stores every part of an event and reads it back', async () => {
      const [client, engagement, corrects, cause] = [newId(), newId(), newId(), newId()];
      const event = happened(
        { text: 'a "quoted" \\ line\nbreak, {braces}, ünïcode 🙂', list: [1, null, true], gone: undefined },
        { version: 3, effectiveDay: '2026-03-01', effectiveZone: 'Europe/Warsaw', corrects },
      );
      const asked = request({
        client,
        engagement,
        key: `${TENANT}/${engagement}`,
        onBehalfOf: 'user-2',
        reason: 'typing error',
        causation: cause,
        events: [event],
      });
      const answer = await store.append(asked);

      const expected = {
        id: event.id,
        type: 'test.Happened',
        version: 3,
        tenant: TENANT,
        client,
        engagement,
        source: 'test',
        stream: asked.stream,
        streamVersion: 1,
        position: 1,
        key: `${TENANT}/${engagement}`,
        effective: '2026-03-01T08:00:00.000Z',
        effectiveDay: '2026-03-01',
        effectiveZone: 'Europe/Warsaw',
        recorded: NOW,
        actor: asked.actor,
        onBehalfOf: 'user-2',
        command: asked.command,
        correlation: asked.correlation,
        causation: cause,
        reason: 'typing error',
        corrects,
        data: { text: 'a "quoted" \\ line\nbreak, {braces}, ünïcode 🙂', list: [1, null, true] },
      };
      expect(answer).toStrictEqual({ version: 1, position: 1, recorded: NOW, repeated: false, events: [expected] });
      expect(await store.readStream(TENANT, asked.stream)).toStrictEqual([expected]);
      expect(await store.readLog(0, 10)).toStrictEqual([expected]);
    });

    it('leaves out what was not given', async () => {
      const asked = request();
      const { events } = await store.append(asked);
      expect(Object.keys(events[0] ?? {})).not.toContain('engagement');
      expect(await store.readStream(TENANT, asked.stream)).toStrictEqual(events);
    });

    it('keeps the order of a command’s events, and of streams', async () => {
      const stream = `test-${newId()}`;
      await store.append(request({ stream, events: [happened(1), happened(2), happened(3)] }));
      await store.append(request());
      const answer = await store.append(request({ stream, expected: 3, events: [happened(4), happened(5)] }));

      expect(answer).toMatchObject({ version: 5, position: 6 });
      expect((await store.readStream(TENANT, stream)).map(({ data }) => data)).toEqual([1, 2, 3, 4, 5]);
      expect((await store.readStream(TENANT, stream, 3)).map(({ streamVersion }) => streamVersion)).toEqual([4, 5]);
      expect((await store.readLog(0, 100)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it.each([
      ['none', 0, true],
      ['none', 2, false],
      ['exists', 0, false],
      ['exists', 2, true],
      ['any', 0, true],
      ['any', 2, true],
      [0, 0, true],
      [0, 2, false],
      [2, 2, true],
      [1, 2, false],
      [3, 2, false],
    ] as const)('expecting %p of a stream at version %p: %p', async (expected, version, passes) => {
      const stream = `test-${newId()}`;
      if (version > 0) await store.append(request({ stream, events: [happened(), happened()] }));
      const appending = store.append(request({ stream, expected }));

      if (passes) expect(await appending).toMatchObject({ version: version + 1, repeated: false });
      else {
        await expect(appending).rejects.toThrow(VersionConflict);
        await expect(appending).rejects.toMatchObject({ stream, expected, actual: version });
      }
      expect(await store.readStream(TENANT, stream)).toHaveLength(version + (passes ? 1 : 0));
    });

    it('lets a conflict harm only its own command', async () => {
      const stream = `test-${newId()}`;
      await store.append(request({ stream }));
      const [before, conflict, after] = await Promise.allSettled([
        store.append(request()),
        store.append(request({ stream })),
        store.append(request({ stream: `test-${newId()}` })),
      ]);
      expect([before.status, conflict.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await store.readLog(0, 100)).map(({ position }) => position)).toEqual([1, 2, 3]);
    });

    it('refuses a command without events, with too many, or with too large ones', async () => {
      await expect(store.append(request({ events: [] }))).rejects.toThrow(/no events/);
      await expect(
        store.append(request({ events: [happened(undefined)].concat([{ ...happened(), data: undefined }]) })),
      ).rejects.toThrow(/JSON/);

      const many = Array.from({ length: MAX_COMMAND_EVENTS + 1 }, () => happened(1));
      await expect(store.append(request({ events: many }))).rejects.toThrow(CommandTooLarge);
      const large = request({ events: [happened('x'.repeat(MAX_COMMAND_BYTES))] });
      await expect(store.append(large)).rejects.toThrow(CommandTooLarge);
      expect(await store.head()).toEqual({ position: 0 });
    });
  });

  describe('a retry', () => {
    it.each(['none', 'any', 'exists', 1] as const)(
      'expecting %p gives the first answer and stores nothing',
      async (expected) => {
        const stream = `test-${newId()}`;
        if (expected !== 'none') await store.append(request({ stream }));
        const asked = request({ stream, expected, events: [happened(1), happened(2)] });
        const first = await store.append(asked);
        await store.append(request({ stream, expected: first.version }));
        clock.advance({ minutes: 5 });

        expect(await store.append(asked)).toStrictEqual({ ...first, repeated: true });
        expect((await store.readStream(TENANT, stream)).length).toBe(first.version + 1);
      },
    );

    it('is one only where all ids agree', async () => {
      const asked = request({ events: [happened(1), happened(2)] });
      await store.append(asked);
      const [first] = asked.events;
      if (!first) throw new Error('There is a first event.');

      await expect(store.append({ ...asked, events: [first, happened(3)] })).rejects.toThrow(VersionConflict);
      await expect(store.append({ ...asked, events: [...asked.events, happened(3)] })).rejects.toThrow(VersionConflict);
      await expect(store.append({ ...asked, stream: `test-${newId()}` })).resolves.toMatchObject({ repeated: false });
    });
  });

  describe('time', () => {
    it('recorded is the clock’s, and never goes back', async () => {
      expect(await store.append(request())).toMatchObject({ recorded: NOW });
      clock.set('2026-03-02T08:59:00.000Z');
      expect(await store.append(request())).toMatchObject({ recorded: NOW });
      clock.set('2026-03-02T09:00:00.001Z');
      expect(await store.append(request())).toMatchObject({ recorded: '2026-03-02T09:00:00.001Z' });
      expect(await store.head()).toEqual({ position: 3, recorded: '2026-03-02T09:00:00.001Z' });
    });

    it('an effect is never recorded before its cause', async () => {
      const cause = '2026-03-02T10:00:00.000Z';
      expect(await store.append(request({ notBefore: cause }))).toMatchObject({ recorded: cause });
      expect(await store.append(request({ notBefore: NOW }))).toMatchObject({ recorded: cause });
    });

    it('effective may lie before and after it', async () => {
      const stream = `test-${newId()}`;
      const times = ['2019-12-31T23:59:59.999Z', '2031-01-01T00:00:00.000Z'];
      await store.append(request({ stream, events: times.map((effective) => happened(0, { effective })) }));
      expect((await store.readStream(TENANT, stream)).map(({ effective }) => effective)).toEqual(times);
    });

    it('marks what is recorded under a replay clock', async () => {
      const replaying = await create(new FixedClock(NOW, 'replay'));
      const asked = request();
      expect((await replaying.append(asked)).events).toMatchObject([{ replayed: true }]);
      expect(await replaying.readStream(TENANT, asked.stream)).toMatchObject([{ replayed: true }]);
    });
  });

  describe('the proof of a stream', () => {
    it('lets anybody seal its events again from their content', async () => {
      const stream = `test-${newId()}`;
      await store.append(request({ stream, events: [happened({ a: 1 }), happened('ü')] }));
      await store.append(request({ stream, expected: 2, events: [happened(null)] }));
      const { links, ...proof } = await store.proof(TENANT, stream);
      expect(proof).toEqual({ stream, version: 3 });
      expect(links.map(({ event }) => event)).toEqual((await store.readStream(TENANT, stream)).map(({ id }) => id));
      let seal: Buffer = Buffer.alloc(0);
      for (const { content, version, recorded, hash } of links) {
        seal = sealOf(seal, Buffer.from(content, 'hex'), version, Date.parse(recorded));
        expect(seal.toString('hex')).toBe(hash);
      }
    });

    it('is empty for a stream that is not there, or is another tenant’s', async () => {
      const stream = `test-${newId()}`;
      await store.append(request({ stream }));
      expect(await store.proof(OTHER_TENANT, stream)).toEqual({ stream, version: 0, links: [] });
    });
  });

  describe('tenants', () => {
    it('do not see each other’s streams, not even of the same name', async () => {
      const stream = `test-${newId()}`;
      await store.append(request({ stream, events: [happened('mine')] }));
      await store.append(request({ stream, tenant: OTHER_TENANT, events: [happened('yours')] }));

      expect(await store.readStream(TENANT, stream)).toMatchObject([{ data: 'mine', streamVersion: 1 }]);
      expect(await store.readStream(OTHER_TENANT, stream)).toMatchObject([{ data: 'yours', streamVersion: 1 }]);
      expect(await store.readStream(newId(), stream)).toEqual([]);
    });
  });

  describe('the log', () => {
    it('is empty at first', async () => {
      expect(await store.head()).toEqual({ position: 0 });
      expect(await store.readLog(0, 10)).toEqual([]);
    });

    it('is read in pages without gaps', async () => {
      for (let i = 0; i < 7; i += 1) await store.append(request({ events: [happened(i), happened(i)] }));
      const pages = [await store.readLog(0, 5), await store.readLog(5, 5), await store.readLog(10, 5)];

      expect(pages.map((page) => page.length)).toEqual([5, 5, 4]);
      expect(pages.flat().map(({ position }) => position)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
      expect(await store.readLog(14, 5)).toEqual([]);
    });

    it('has neither gaps nor lost events under 32 writers', async () => {
      const writers = Array.from({ length: 32 }, (_, writer) => writeMany(store, writer % 2 ? TENANT : OTHER_TENANT));
      const written = (await Promise.all(writers)).flat();
      const log = await readAll(store);

      expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
      expect(new Set(log.map(({ id }) => id))).toEqual(new Set(written));
      expect(log).toHaveLength(written.length);
      const versions = new Map<string, number>();
      for (const { tenant, stream, streamVersion } of log) {
        expect(streamVersion).toBe((versions.get(tenant + stream) ?? 0) + 1);
        versions.set(tenant + stream, streamVersion);
      }
    });
  });
}

/** Writes to a few streams that others write to as well, again after every conflict. */
async function writeMany(store: EventStore, tenant: Id): Promise<Id[]> {
  const written: Id[] = [];
  for (let i = 0; i < 12; i += 1) {
    const stream = `shared-${i % 3}`;
    const events = Array.from({ length: 1 + (i % 3) }, () => happened(i));
    for (let done = false; !done;) {
      const expected = (await store.readStream(tenant, stream)).length;
      done = await store.append(request({ tenant, stream, expected, events })).then(
        () => true,
        (error: unknown) => {
          if (error instanceof VersionConflict) return false;
          throw error;
        },
      );
    }
    written.push(...events.map(({ id }) => id));
  }
  return written;
}

export async function readAll(store: EventStore): Promise<Awaited<ReturnType<EventStore['readLog']>>> {
  const all = [];
  for (let page = await store.readLog(0, 500); page.length > 0; page = await store.readLog(all.length, 500))
    all.push(...page);
  return all;
}
