import { type Instant, isInstant } from '@bw/kernel';
import type { Pool } from 'pg';
import { Clock, type ClockMode, WallClock } from './clock.ts';

/** Where a replay clock begins unless told otherwise: before anything that is worth replaying. */
export const REPLAY_BEGINS: Instant = '2000-01-01T00:00:00.000Z';

export class ClockRefused extends Error {}

/**
 * A clock that stands still until it is set: forward only, never beyond the real time. It lives in the service's
 * database, so it goes on where it stood. One process per service: another one would not learn that it was set.
 */
export class ReplayClock extends Clock {
  readonly mode = 'replay';

  constructor(
    private readonly pool: Pool,
    private at: Instant,
  ) {
    super();
  }

  override now(): Instant {
    return this.at;
  }

  /** Throws `ClockRefused` for the past, the future, and what is no instant. */
  async advance(to: Instant): Promise<void> {
    if (!isInstant(to)) throw new ClockRefused(`Not an instant: ${String(to)}. Write it like ${REPLAY_BEGINS}.`);
    const wall = new Date().toISOString();
    if (to > wall) throw new ClockRefused(`The replay clock cannot be set to ${to}: it is only ${wall}.`);
    if (to < this.at) throw new ClockRefused(`The replay clock cannot go back from ${this.at} to ${to}.`);
    const { rowCount } = await this.pool.query("update log.clock set at = $1 where mode = 'replay' and at <= $1", [to]);
    if (rowCount !== 1) throw new ClockRefused(`The replay clock was not set to ${to}: its database has moved on.`);
    this.at = to;
  }
}

export interface ClockWanted {
  readonly mode: ClockMode;
  /** Connections of the app role to the service's database. */
  readonly pool: Pool;
  readonly begins?: Instant;
}

/**
 * The clock of a service, as its database knows it. An installation may change from replay to wall, once and for good:
 * with a replay clock, events could be recorded in between those that real time has dated.
 */
export async function openClock({ mode, pool, begins = REPLAY_BEGINS }: ClockWanted): Promise<WallClock | ReplayClock> {
  const { rows } = await pool.query<{ mode: ClockMode | null; at: Date | null; pos: string; recorded: Date | null }>(
    'select c.mode, c.at, h.pos, h.recorded from log.head h left join log.clock c on c.only_one where h.shard = 0',
  );
  const [known] = rows;
  if (!known) throw new Error('The log has no head row: its migrations did not run to their end.');
  const hasEvents = Number(known.pos) > 0;

  if (mode === 'replay' && hasEvents && known.mode !== 'replay') {
    throw new ClockRefused(
      `This installation has ${known.pos} events dated by the clock on the wall, so it cannot start with BW_CLOCK=replay. ` +
        'Start without it, or with an empty database.',
    );
  }
  const stood = known.mode === 'replay' ? known.at?.toISOString() : undefined;
  const at = [stood ?? begins, known.recorded?.toISOString() ?? begins].sort().at(-1) ?? begins;
  await pool.query(
    `insert into log.clock (mode, at) values ($1, $2)
     on conflict (only_one) do update set mode = excluded.mode, at = excluded.at`,
    [mode, mode === 'wall' ? new Date().toISOString() : at],
  );
  return mode === 'wall' ? new WallClock() : new ReplayClock(pool, at);
}
