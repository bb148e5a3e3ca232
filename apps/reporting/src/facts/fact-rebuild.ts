import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FactHashes, factHashes, FactStore, promote, rebuild } from '@bw/projections';
import { ServiceConfig, ServiceLogger } from '@bw/service-shell';
import { Client } from 'pg';
import { type FeedProgress, feedEvents } from './feed.ts';
import { projections } from './projections.ts';
import { sources } from './sources.ts';

/** Whoever rebuilds the facts waits for the others; any fixed number that nobody else uses. */
const REBUILD_LOCK = 4_711_101;
const BESIDE = 'facts_beside';

/** Whether a rebuild from the first event gives the very rows that are live. */
export interface Proof {
  readonly equal: boolean;
  readonly live: FactHashes;
  readonly rebuilt: FactHashes;
}

/**
 * Tells all facts anew from the feed. At start, before anything is consumed, where projections are others than those
 * that told the facts; and on demand, to prove that the live facts are what the events say.
 */
@Injectable()
export class FactRebuild implements OnModuleInit {
  readonly #beside = new FactStore({ sources, projections, schema: BESIDE });

  constructor(
    private readonly config: ServiceConfig,
    private readonly logger: ServiceLogger,
    private readonly facts: FactStore,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.#asOwner(async (owner) => {
      if (!(await this.facts.isOutdated(owner))) return;
      const started = performance.now();
      const progress: FeedProgress = new Map();
      await this.#rebuild(owner, progress);
      await promote({ owner, store: this.#beside, schema: BESIDE, events: feedEvents(owner, progress) });
      const read = [...progress.values()].reduce((sum, count) => sum + count, 0);
      this.logger.log(`Told the facts anew from ${read} events in ${Math.round(performance.now() - started)} ms.`);
    });
  }

  /** Rebuilds beside the live facts and compares, row by row. Nothing may be taken in meanwhile, or it differs. */
  async prove(): Promise<Proof> {
    return this.#asOwner(async (owner) => {
      await this.#rebuild(owner, new Map());
      const [live, rebuilt] = [await factHashes(owner), await factHashes(owner, BESIDE)];
      await owner.query(`drop schema ${BESIDE} cascade`);
      return { equal: JSON.stringify(live) === JSON.stringify(rebuilt), live, rebuilt };
    });
  }

  #rebuild(owner: Client, progress: FeedProgress): Promise<void> {
    return rebuild({ owner, store: this.#beside, schema: BESIDE, events: feedEvents(owner, progress) });
  }

  async #asOwner<Result>(work: (owner: Client) => Promise<Result>): Promise<Result> {
    const owner = new Client({ connectionString: this.config.ownerUrl, application_name: 'reporting-facts' });
    await owner.connect();
    try {
      await owner.query('select pg_advisory_lock($1)', [REBUILD_LOCK]);
      return await work(owner);
    } finally {
      await owner.end(); // and with the session the lock
    }
  }
}
