import type { Id, Instant } from '@bw/kernel';
import type { Pool } from 'pg';
import { decodeCut, encodeCut } from './cut.ts';
import { type Facts, PgReading } from './pg-reading.ts';
import { PgRestatement } from './pg-restatement.ts';
import { type Cut, type Point, type Reading, type Restatement, type Scope, TwoTimes, type Wanted } from './reading.ts';
import { Resolver } from './resolve.ts';
import { defaultSettings, type FactSettings } from './settings.ts';
import type { Sources } from './sources.ts';
import { LIVE } from './tables.ts';

export interface PgTwoTimesOptions {
  readonly pool: Pool;
  readonly sources: Sources;
  /** The house's clock: the default `asOf`. */
  readonly now: () => Instant;
  /** How long a reading waits for what is not folded yet. */
  readonly patienceMs?: number;
  /** Another generation of tables than the live one. */
  readonly schema?: string;
}

/** Reads facts at a point of both times, from PostgreSQL. */
export class PgTwoTimes extends TwoTimes {
  readonly #resolver: Resolver;
  readonly #facts: Facts;
  readonly #sources: Sources;
  #settings?: FactSettings;

  constructor({ pool, sources, now, patienceMs = 2_000, schema = LIVE }: PgTwoTimesOptions) {
    super();
    this.#sources = sources;
    this.#facts = { pool, schema, sources, settings: () => this.#readSettings() };
    this.#resolver = new Resolver({ sql: pool, schema, sources, now, patienceMs });
  }

  resolve(tenant: Id, wanted: Wanted): Promise<Point> {
    return this.#resolver.resolve(tenant, wanted);
  }

  at(point: Point, scope: Scope): Reading {
    return new PgReading(this.#facts, point, scope);
  }

  between(asOf: Instant, from: Cut, to: Cut, scope: Scope): Restatement {
    return new PgRestatement(this.#facts, asOf, from, to, scope);
  }

  token(cut: Cut): string {
    return encodeCut(cut, this.#sources);
  }

  cut(token: string): Cut {
    return decodeCut(token, this.#sources);
  }

  /** As the buckets were made: whoever reads them need not be told. */
  async #readSettings(): Promise<FactSettings> {
    if (this.#settings) return this.#settings;
    const { pool, schema } = this.#facts;
    const { rows } = await pool.query<{ bucket_days: number; segment_size: number }>(
      `select bucket_days, segment_size from ${schema}.setting`,
    );
    const [row] = rows;
    if (!row) return defaultSettings; // nothing folded yet
    this.#settings = { bucketDays: row.bucket_days, segmentSize: row.segment_size };
    return this.#settings;
  }
}
