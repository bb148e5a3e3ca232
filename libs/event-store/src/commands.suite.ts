import { accept, type Decider, type Issued, refuse } from '@bw/kernel';
import { FixedClock } from '@bw/testing';
import {
  CommandRefused,
  eventId,
  type EventStore,
  newId,
  StoreCommands,
  type StoreCommandsOptions,
  type StreamKind,
  VersionConflict,
} from './index.ts';

interface Counted {
  readonly type: 'test.Counted';
  readonly data: { readonly by: number };
}
interface Locked {
  readonly type: 'test.Locked' | 'test.Unlocked' | 'test.Unknown';
  readonly data: object;
}
type CounterFact = (Counted | Locked) & { readonly effective?: Issued['effective'] };
type CounterCommand =
  | { readonly type: 'count'; readonly by: number; readonly at?: Issued['effective'] }
  | { readonly type: 'lock' | 'unlock' | 'muddle' };

const decider: Decider<{ sum: number; locked: boolean }, CounterCommand, CounterFact, 'is-locked'> = {
  initial: { sum: 0, locked: false },
  decide(command, state) {
    switch (command.type) {
      case 'count': {
        if (state.locked) return refuse('is-locked', { sum: state.sum });
        const fact: CounterFact = { type: 'test.Counted', data: { by: 1 }, effective: command.at };
        return accept(...Array.from({ length: command.by }, () => fact));
      }
      case 'lock':
        return state.locked ? accept() : accept<CounterFact>({ type: 'test.Locked', data: {} });
      case 'unlock':
        return state.locked ? accept<CounterFact>({ type: 'test.Unlocked', data: {} }) : accept();
      case 'muddle':
        return accept<CounterFact>({ type: 'test.Counted', data: { by: 1 } }, { type: 'test.Unknown', data: {} });
    }
  },
  evolve: (state, { type, data }) =>
    type === 'test.Counted' ? { ...state, sum: state.sum + data.by } : { ...state, locked: type === 'test.Locked' },
};

const counter: StreamKind<{ sum: number; locked: boolean }, CounterCommand, CounterFact, 'is-locked'> = {
  prefix: 'counter-',
  decider,
};
const contracts = {
  versionOf: () => 2,
  check: ({ type }: { readonly type: string }) => {
    if (type === 'test.Unknown') throw new Error('No such contract.');
  },
};
const tenant = newId();
const count = (by = 1): CounterCommand => ({ type: 'count', by });

function issued(more: Partial<Issued> = {}): Issued {
  const command = more.command ?? newId();
  return {
    at: '2026-03-02T09:00:00.000Z',
    effective: { at: '2026-03-01T23:00:00.000Z', day: '2026-03-02', zone: 'Europe/Warsaw' },
    tenant,
    actor: 'user-1',
    command,
    correlation: command,
    causation: command,
    ...more,
  };
}

/** What running commands means, whatever store they run on. */
export function describeCommands(create: (clock: FixedClock) => Promise<EventStore>): void {
  let store: EventStore;
  let commands: StoreCommands;
  const others = (options: Partial<StoreCommandsOptions> = {}) => new StoreCommands({ store, contracts, ...options });

  beforeEach(async () => {
    store = await create(new FixedClock());
    commands = others();
  });

  it('stores what the decider said, with all that the command carried', async () => {
    const [id, client, engagement] = [newId(), newId(), newId()];
    const by = issued({
      onBehalfOf: 'user-2',
      causation: newId(),
      reason: 'why not',
      notBefore: '2026-03-02T11:00:00.000Z',
    });
    const result = await commands.run(counter, { id, client, engagement }, count(2), by);

    const stream = `counter-${id}`;
    expect(result).toMatchObject({ stream, version: 2, position: 'test:2' });
    expect(result.events).toStrictEqual(await store.readStream(tenant, stream));
    expect(result.events[1]).toStrictEqual({
      id: eventId(by.command, tenant, stream, 1),
      type: 'test.Counted',
      version: 2,
      tenant,
      client,
      engagement,
      source: 'test',
      stream,
      streamVersion: 2,
      position: 2,
      key: `${tenant}/${engagement}`,
      effective: '2026-03-01T23:00:00.000Z',
      effectiveDay: '2026-03-02',
      effectiveZone: 'Europe/Warsaw',
      recorded: '2026-03-02T11:00:00.000Z',
      actor: 'user-1',
      onBehalfOf: 'user-2',
      command: by.command,
      correlation: by.correlation,
      causation: by.causation,
      reason: 'why not',
      data: { by: 1 },
    });
  });

  it('orders a stream without an engagement by itself, and lets a fact say when it counts', async () => {
    const id = newId();
    const at = { at: '2025-12-31T12:00:00.000Z' };
    const { events } = await commands.run(counter, { id }, { type: 'count', by: 1, at }, issued());
    expect(events).toMatchObject([{ key: `${tenant}/counter-${id}`, effective: at.at }]);
    expect(events[0]).not.toHaveProperty('effectiveDay');
  });

  it('carries a refusal and its details up', async () => {
    const id = newId();
    await commands.run(counter, { id }, count(3), issued());
    await commands.run(counter, { id }, { type: 'lock' }, issued());
    const refused = commands.run(counter, { id }, count(), issued());

    await expect(refused).rejects.toThrow(CommandRefused);
    await expect(refused).rejects.toMatchObject({ refusal: 'is-locked', details: { sum: 3 } });
  });

  it('answers with the stream as it stands where there is nothing to do', async () => {
    const id = newId();
    const nothing = { stream: `counter-${id}`, version: 0, position: 'test:0', events: [] };
    expect(await commands.run(counter, { id }, { type: 'unlock' }, issued())).toEqual(nothing);
    await commands.run(counter, { id: newId() }, count(), issued());
    await commands.run(counter, { id }, { type: 'lock' }, issued());
    expect(await commands.run(counter, { id }, { type: 'lock' }, issued())).toMatchObject({
      version: 1,
      position: 'test:2',
    });
  });

  it('runs a command once, and gives the first answer again', async () => {
    const id = newId();
    await commands.run(counter, { id }, count(), issued());
    const by = issued();
    const first = await commands.run(counter, { id }, count(2), by, { expectedVersion: 1 });
    await commands.run(counter, { id }, { type: 'lock' }, issued());

    expect(await commands.run(counter, { id }, count(2), by, { expectedVersion: 1 })).toStrictEqual(first);
    expect(await others().run(counter, { id }, count(2), by)).toStrictEqual(first);
    expect(await commands.load(counter, tenant, id)).toEqual({ state: { sum: 3, locked: true }, version: 4 });
  });

  it('runs a command once, also when it comes twice at a time through two processes', async () => {
    const id = newId();
    const by = issued();
    const runs = [commands, commands, others(), others()].map((one) => one.run(counter, { id }, count(2), by));
    const results = await Promise.all(runs);
    expect(results.map(({ version }) => version)).toEqual([2, 2, 2, 2]);
    expect(await store.readStream(tenant, `counter-${id}`)).toHaveLength(2);
  });

  it('does as asked only at the version that was seen', async () => {
    const id = newId();
    await commands.run(counter, { id }, count(2), issued());
    const late = commands.run(counter, { id }, count(), issued(), { expectedVersion: 1 });

    await expect(late).rejects.toThrow(VersionConflict);
    await expect(late).rejects.toMatchObject({ expected: 1, actual: 2 });
    expect(await commands.run(counter, { id }, count(), issued(), { expectedVersion: 2 })).toMatchObject({
      version: 3,
    });
  });

  it('stores nothing of a command whose facts break a contract', async () => {
    const id = newId();
    await expect(commands.run(counter, { id }, { type: 'muddle' }, issued())).rejects.toThrow('No such contract.');
    expect(await store.readStream(tenant, `counter-${id}`)).toEqual([]);
  });

  it('keeps tenants apart', async () => {
    const id = newId();
    const other = newId();
    await commands.run(counter, { id }, count(2), issued());
    await commands.run(counter, { id }, count(), issued({ tenant: other }));
    expect(await commands.load(counter, other, id)).toMatchObject({ version: 1 });
    expect(await commands.load(counter, tenant, id)).toMatchObject({ version: 2 });
    expect(await commands.load(counter, newId(), id)).toEqual({ state: decider.initial, version: 0 });
  });

  it('loses no race: rivals in this process and in another all count', async () => {
    const id = newId();
    const rival = others({ attempts: 100 });
    const mine = others({ attempts: 100 });
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? mine : rival).run(counter, { id }, count(), issued())),
    );
    expect(await commands.load(counter, tenant, id)).toEqual({ state: { sum: 40, locked: false }, version: 40 });
  });

  it('never says no on the ground of what was true before', async () => {
    const id = newId();
    const rival = others();
    await commands.run(counter, { id }, { type: 'lock' }, issued());
    await rival.run(counter, { id }, { type: 'unlock' }, issued());
    expect(await commands.run(counter, { id }, count(), issued())).toMatchObject({ version: 3 });
    await rival.run(counter, { id }, { type: 'lock' }, issued());
    await expect(commands.run(counter, { id }, count(), issued())).rejects.toThrow(CommandRefused);
  });

  it('works the same when it can remember next to nothing', async () => {
    const forgetful = others({ cache: { streams: 1, events: 2 } });
    const ids = [newId(), newId(), newId()];
    for (let i = 0; i < 9; i += 1) await forgetful.run(counter, { id: ids[i % 3] ?? '' }, count(), issued());
    for (const id of ids) expect(await forgetful.load(counter, tenant, id)).toMatchObject({ version: 3 });
  });

  it('gives up a race that it keeps losing', async () => {
    const id = newId();
    const rival = others();
    const unlucky: EventStore = {
      source: store.source,
      head: () => store.head(),
      readLog: (...range) => store.readLog(...range),
      readStream: (...which) => store.readStream(...which),
      proof: (...which) => store.proof(...which),
      append: async (request) => {
        await rival.run(counter, { id }, count(), issued());
        return store.append(request);
      },
    };
    const tried = new StoreCommands({ store: unlucky, contracts, attempts: 3 }).run(counter, { id }, count(), issued());
    await expect(tried).rejects.toThrow(VersionConflict);
    expect(await commands.load(counter, tenant, id)).toMatchObject({ version: 3 });
  });
}
