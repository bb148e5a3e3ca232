import { freshServiceDatabase } from '@bw/testing';
import { Pool } from 'pg';
import type { Event } from '@bw/contracts-base';
import { FactStore } from '../fact-store.ts';
import { PgTwoTimes } from '../pg-two-times.ts';
import type { FactSettings } from '../settings.ts';
import { factTables, LIVE } from '../tables.ts';
import { asSaid, sources } from './histories.ts';

/** Small buckets, so that short histories fill several of them. */
export const SMALL: FactSettings = { bucketDays: 7, segmentSize: 4 };

/** A database with fact tables, read and written by a role that row security binds. */
export class FactDatabase {
  readonly store = new FactStore({ sources, projections: [asSaid], settings: SMALL });
  readonly twoTimes: PgTwoTimes;

  private constructor(
    readonly owner: Pool,
    readonly app: Pool,
  ) {
    const now = () => '2026-06-01T00:00:00.000Z';
    this.twoTimes = new PgTwoTimes({ pool: app, sources, now, patienceMs: 500 });
  }

  static async open(): Promise<FactDatabase> {
    const { ownerUrl, databaseUrl } = await freshServiceDatabase();
    const owner = new Pool({ connectionString: ownerUrl, max: 2 });
    for (const statement of factTables(LIVE)) await owner.query(statement);
    return new FactDatabase(owner, new Pool({ connectionString: databaseUrl, max: 4 }));
  }

  /** Folds each batch in a transaction of its own, as a consumer would. */
  async fold(...batches: readonly (readonly Event[])[]): Promise<void> {
    for (const batch of batches) {
      for (const ofTenant of Map.groupBy(batch, ({ tenant }) => tenant).values()) await this.#foldOne(ofTenant);
    }
  }

  async #foldOne(events: readonly Event[]): Promise<void> {
    const client = await this.app.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.tenant', $1, true)`, [events[0]?.tenant]);
      await this.store.fold(client, events);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  async empty(): Promise<void> {
    const tables = 'flow_fact flow_bucket level_fact decision correction closing log_watermark folded_ahead cut'.split(
      ' ',
    );
    // Far faster than truncate for a handful of rows.
    await this.owner.query(tables.map((table) => `delete from ${LIVE}.${table}`).join(';'));
  }

  async close(): Promise<void> {
    await this.app.end();
    await this.owner.end();
  }
}
