import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { serviceNames } from '../../apps/platform/src/route-table.ts';
import { Children } from './children.ts';
import { loadingMark } from './sample-mark.ts';
import { sampleProgress } from './sample-progress.ts';
import { type Place, startTopology } from './topologies.ts';

const PATIENCE_MS = 60_000;

const SIZES = ['full', 'small', 'none'] as const;
type Wanted = (typeof SIZES)[number];

/** What `BW_SAMPLE` says. */
export function sampleWanted(value = process.env['BW_SAMPLE']): Wanted {
  const known = SIZES.find((size) => size === (value || 'full'));
  if (known) return known;
  throw new Error(`BW_SAMPLE=${value} is unknown. It is ${SIZES.join(', ')}; without it the sample is full.`);
}

/**
 * Gives an empty installation the sample portfolio, before it is opened: played on a replay clock, so that every fact is
 * recorded at the time at which the story tells it. After that the clock follows the wall, for good. Without a sample
 * (`BW_SAMPLE=none`, or a replay clock of the user's own) nothing happens. All of it is loaded, or the next start begins
 * anew.
 */
export async function fillWithSample(place: Place, signal: AbortSignal): Promise<void> {
  const size = sampleWanted();
  if (size === 'none' || process.env['BW_CLOCK'] === 'replay' || !(await isEmpty(place))) return;

  const children = new Children({ speaking: false });
  const url = `http://127.0.0.1:${place.port}`;
  try {
    console.log('Loading sample data, once (BW_SAMPLE=none goes without, BW_SAMPLE=small takes less time) …');
    writeFileSync(loadingMark, '');
    await startTopology(children, hasty(place), { BW_CLOCK: 'replay' });
    await Promise.race([untilReady(url, signal), ended(children)]);
    // Only now: it stands on what the build has made.
    const { loadSample } = await import('../demo/load.ts');
    const progress = sampleProgress();
    await Promise.race([
      loadSample(url, (_percent, _what, moment) => progress.say(moment), signal, size),
      ended(children),
    ]);
    progress.end();
    rmSync(loadingMark);
  } catch (cause) {
    if (signal.aborted) {
      console.error('\nThe load was stopped. Nothing of it stays: the next start loads the sample data anew.');
    } else {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `The sample data could not be loaded: ${why}\nNothing of it stays. Try again with npm start, or go without: BW_SAMPLE=none npm start`,
        { cause },
      );
    }
  } finally {
    await children.stop();
  }
}

/** The same databases by connections that do not wait for the disk: what a crash could lose is loaded anew anyway. */
function hasty({ databases, ...place }: Place): Place {
  const inHaste = (url: string) => {
    const address = new URL(url);
    address.searchParams.set('options', '-c synchronous_commit=off');
    return address.href;
  };
  const all = Object.entries(databases).map(([service, { ownerUrl, databaseUrl, logUrl, ...rest }]) => {
    const urls = { ownerUrl: inHaste(ownerUrl), databaseUrl: inHaste(databaseUrl), logUrl: inHaste(logUrl) };
    return [service, { ...rest, ...urls }];
  });
  return { ...place, databases: Object.fromEntries(all) as Place['databases'] }; // fromEntries forgets the shape
}

/** Whether nobody has recorded anything yet. */
async function isEmpty({ databases }: Place): Promise<boolean> {
  const client = new Client({ connectionString: databases['engagement']?.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ head: string | null }>("select to_regclass('log.head')::text head");
    if (!rows[0]?.head) return true;
    const found = await client.query<{ pos: string }>('select pos from log.head where pos > 0 limit 1');
    return found.rows.length === 0;
  } finally {
    await client.end();
  }
}

async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (const service of serviceNames) {
    while (!(await isReady(`${url}/ops/${service}/health/ready`))) {
      signal.throwIfAborted();
      if (Date.now() > deadline) throw new Error(`The service ${service} is not ready after ${PATIENCE_MS / 1000} s.`);
      await pause(100);
    }
  }
}

/** Not yet listening counts as not yet ready. */
const isReady = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

async function ended(children: Children): Promise<never> {
  await children.firstEnd();
  throw new Error('a process of the services ended by itself.');
}
