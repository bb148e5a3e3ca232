import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FactHashes, factHashes, FactStore, promote, rebuild } from '@bw/projections';
import { Database, Problem, ServiceConfig, type ServiceLogger } from '@bw/service-shell';
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

const beside = () => new FactStore({ sources, projections, schema: BESIDE });

/**
 * Tells all facts anew from the feed where projections are others than those that told the facts. Done by the tables'
 * owner before a release takes anything in; nobody folds meanwhile but the release before, which `promote` waits for.
 */
export async function retellOutdatedFacts(ownerUrl: string, logger: ServiceLogger): Promise<void> {
  const [live, store] = [new FactStore({ sources, projections }), beside()];
  await asOwner(ownerUrl, async (owner) => {
    if (!(await live.isOutdated(owner))) return;
    const started = performance.now();
    const progress: FeedProgress = new Map();
    await rebuild({ owner, store, schema: BESIDE, events: feedEvents(owner, progress) });
    await promote({ owner, store, schema: BESIDE, events: feedEvents(owner, progress) });
    const read = [...progress.values()].reduce((sum, count) => sum + count, 0);
    logger.log(`Told the facts anew from ${read} events in ${Math.round(performance.now() - started)} ms.`);
  });
}

/** Refuses to go on with facts that other projections told, and proves on demand that the live facts are what the events say. */
@Injectable()
export class FactRebuild implements OnModuleInit {
  constructor(
    private readonly config: ServiceConfig,
    private readonly database: Database,
    private readonly facts: FactStore,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!(await this.facts.isOutdated(this.database.pool))) return;
    throw new Error('The facts were told by projections of another release: run the migrations of reporting first.');
  }

  /** Rebuilds beside the live facts and compares, row by row. Nothing may be taken in meanwhile, or it differs. */
  async prove(): Promise<Proof> {
    const { ownerUrl } = this.config;
    if (!ownerUrl) {
      throw new Problem({
        code: 'STATE_CONFLICT',
        detail:
          'This process runs without the credentials of its tables’ owner, so it can build none beside the live ones.',
        hint: 'Ask a process of reporting that has REPORTING_OWNER_URL.',
      });
    }
    return asOwner(ownerUrl, async (owner) => {
      await rebuild({ owner, store: beside(), schema: BESIDE, events: feedEvents(owner, new Map()) });
      const [live, rebuilt] = [await factHashes(owner), await factHashes(owner, BESIDE)];
      await owner.query(`drop schema ${BESIDE} cascade`);
      return { equal: JSON.stringify(live) === JSON.stringify(rebuilt), live, rebuilt };
    });
  }
}

async function asOwner<Result>(ownerUrl: string, work: (owner: Client) => Promise<Result>): Promise<Result> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'reporting-facts' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [REBUILD_LOCK]);
    return await work(owner);
  } finally {
    await owner.end(); // and with the session the lock
  }
}
