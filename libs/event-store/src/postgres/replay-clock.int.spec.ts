import { request, TENANT } from '../event-store.suite.ts';
import { type Clock, ClockRefused, openClock, PostgresEventStore, ReplayClock } from '../index.ts';
import { freshLogDatabase, type LogDatabase } from './log-database.suite.ts';

const [MONDAY, TUESDAY] = ['2024-01-01T00:00:00.000Z', '2024-01-02T00:00:00.000Z'];

describe('the clock of an installation', () => {
  let database: LogDatabase;
  beforeAll(async () => {
    database = await freshLogDatabase();
  });
  beforeEach(async () => {
    await database.empty();
    await database.ownerPool.query('delete from log.clock');
  });
  afterAll(() => database.close());

  const open = (mode: 'wall' | 'replay') => openClock({ mode, pool: database.pool });
  const openReplay = async () => {
    const clock = await open('replay');
    if (!(clock instanceof ReplayClock)) throw new Error('A replay clock was asked for.');
    return clock;
  };
  const storeEvent = (clock: Clock) =>
    new PostgresEventStore({ source: 'test', pool: database.pool, clock }).append(request({ tenant: TENANT }));

  it('stands still under replay until it is set, and goes on where it stood after a restart', async () => {
    const clock = await openReplay();
    expect(clock.now()).toBe('2000-01-01T00:00:00.000Z');
    await clock.advance(MONDAY);
    expect(clock.now()).toBe(MONDAY);
    expect(await storeEvent(clock)).toMatchObject({ recorded: MONDAY, events: [{ replayed: true }] });
    expect((await openReplay()).now()).toBe(MONDAY);
  });

  it('goes forward only, and never beyond the real time', async () => {
    const clock = await openReplay();
    await clock.advance(TUESDAY);
    await clock.advance(TUESDAY);
    await expect(clock.advance(MONDAY)).rejects.toThrow(/cannot go back/);
    await expect(clock.advance(new Date(Date.now() + 60_000).toISOString())).rejects.toThrow(/it is only/);
    await expect(clock.advance('yesterday')).rejects.toThrow(/Not an instant/);
    expect(clock.now()).toBe(TUESDAY);
  });

  it('starts no earlier than the last event was recorded', async () => {
    const clock = await openReplay();
    await clock.advance(MONDAY);
    const store = new PostgresEventStore({ source: 'test', pool: database.pool, clock });
    await store.append(request({ notBefore: TUESDAY }));
    expect((await openReplay()).now()).toBe(TUESDAY);
  });

  it('cannot become a replay clock once the wall has dated events', async () => {
    expect(await storeEvent(await open('wall'))).not.toMatchObject({ events: [{ replayed: true }] });
    await expect(open('replay')).rejects.toThrow(ClockRefused);
    await expect(open('replay')).rejects.toThrow(/1 events dated by the clock on the wall/);
  });

  it('may become a replay clock while nothing was recorded', async () => {
    await open('wall');
    expect((await openReplay()).mode).toBe('replay');
  });

  it('may go over to the wall, and then for good', async () => {
    const clock = await openReplay();
    await clock.advance(MONDAY);
    await storeEvent(clock);
    expect((await open('wall')).mode).toBe('wall');
    await expect(open('replay')).rejects.toThrow(ClockRefused);
    await expect(clock.advance(TUESDAY)).rejects.toThrow(/moved on/);
  });
});
