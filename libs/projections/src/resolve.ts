import type { Id, Instant } from '@bw/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeCut, decodePositions } from './cut.ts';
import { type Cut, NotYet, type Point, UnclearPoint, type Wanted } from './reading.ts';
import type { Source, Sources } from './sources.ts';
import type { Sql } from './sql.ts';

interface Progress {
  readonly foldedTo: number;
  readonly foldedRecorded?: Instant;
  readonly completeTo?: Instant;
}

interface WatermarkRow {
  readonly source: number;
  readonly folded_to: string;
  readonly folded_recorded: Date | null;
  readonly complete_to: Date | null;
}

export interface ResolverOptions {
  readonly sql: Sql;
  readonly schema: string;
  readonly sources: Sources;
  readonly now: () => Instant;
  /** How long a reading waits for what is not folded yet. */
  readonly patienceMs: number;
}

const NOTHING: Progress = { foldedTo: 0 };
const POLL_MS = 15;

/** Turns what a request says about its point into an exact point, or says what is missing. */
export class Resolver {
  constructor(private readonly options: ResolverOptions) {}

  async resolve(_tenant: Id, { asOf, knownAt, cut, minPosition }: Wanted): Promise<Point> {
    if (knownAt !== undefined && cut !== undefined) {
      throw new UnclearPoint('Give knownAt or cut, not both: each says what is known.');
    }
    const { now, sources } = this.options;
    const atLeast = minPosition === undefined ? {} : decodePositions(minPosition, sources);
    if (cut !== undefined) {
      const known = decodeCut(cut, sources);
      await this.#waitFor({ ...known, ...beyond(atLeast, known) });
      return { asOf: asOf ?? now(), cut: known };
    }
    await this.#waitFor(atLeast);
    const known = knownAt === undefined ? await this.#foldedCut() : await this.#cutAt(knownAt);
    return { asOf: asOf ?? now(), cut: known };
  }

  async #foldedCut(): Promise<Cut> {
    const progress = await this.#progress();
    return this.#cutOf(({ name }) => (progress.get(name) ?? NOTHING).foldedTo);
  }

  #cutOf(position: (source: Source) => number): Cut {
    return Object.fromEntries(this.options.sources.all.map((source) => [source.name, position(source)]));
  }

  async #waitFor(wanted: Cut): Promise<void> {
    const until = performance.now() + this.options.patienceMs;
    for (;;) {
      const progress = await this.#progress();
      const missing = Object.entries(wanted).filter(
        ([name, position]) => (progress.get(name) ?? NOTHING).foldedTo < position,
      );
      if (missing.length === 0) return;
      if (performance.now() >= until) throw new NotYet(Object.fromEntries(missing));
      await pause(POLL_MS);
    }
  }

  /** Per log the last position recorded at or before the instant. */
  async #cutAt(knownAt: Instant): Promise<Cut> {
    const until = performance.now() + this.options.patienceMs;
    for (;;) {
      const missing = await this.#missingAt(knownAt);
      if (Object.keys(missing).length === 0) break;
      if (performance.now() >= until) throw new NotYet(missing);
      await pause(POLL_MS);
    }
    const { sql, schema, sources } = this.options;
    const { rows } = await sql.query<{ source: number; pos: string | null }>(
      `select source, (
         select pos from ${schema}.cut where cut.source = given.source and recorded <= $2 order by recorded desc limit 1) as pos
       from unnest($1::smallint[]) as given(source)`,
      [sources.all.map(({ id }) => id), knownAt],
    );
    const positions = new Map(rows.map(({ source, pos }) => [source, Number(pos ?? 0)]));
    return this.#cutOf(({ id }) => positions.get(id) ?? 0);
  }

  /** Positions from which on events of that time may still be missing. */
  async #missingAt(knownAt: Instant): Promise<Cut> {
    const progress = await this.#progress();
    const missing: Record<string, number> = {};
    for (const source of this.options.sources.all) {
      const own = progress.get(source.name) ?? NOTHING;
      if (isBefore(knownAt, own.foldedRecorded) || (own.completeTo !== undefined && knownAt <= own.completeTo))
        continue;
      // Whether there is such an event nobody knows yet: silence alone does not tell.
      missing[source.name] = own.foldedTo + 1;
    }
    return missing;
  }

  async #progress(): Promise<ReadonlyMap<string, Progress>> {
    const { sql, schema, sources } = this.options;
    const { rows } = await sql.query<WatermarkRow>(
      `select source, folded_to, folded_recorded, complete_to from ${schema}.log_watermark`,
    );
    return new Map(
      rows.map((row) => [
        sources.withId(row.source).name,
        {
          foldedTo: Number(row.folded_to),
          ...(row.folded_recorded && { foldedRecorded: row.folded_recorded.toISOString() }),
          ...(row.complete_to && { completeTo: row.complete_to.toISOString() }),
        },
      ]),
    );
  }
}

/** Strictly: at the very instant of the last event, another one may be recorded. */
const isBefore = (knownAt: Instant, complete: Instant | undefined): boolean =>
  complete !== undefined && knownAt < complete;

/** A cut that lies before what the caller just wrote would silently leave that out. */
function beyond(atLeast: Cut, known: Cut): Cut {
  const [behind] = Object.entries(atLeast).filter(([name, position]) => (known[name] ?? 0) < position);
  if (behind)
    throw new UnclearPoint(
      `The cut ends at ${behind[0]}:${known[behind[0]] ?? 0}, before the wanted ${behind.join(':')}.`,
    );
  return {};
}
