import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { serviceNames } from '../../apps/platform/src/route-table.ts';
import { Children } from './children.ts';
import { type Place, startTopology } from './topologies.ts';

const PATIENCE_MS = 60_000;

/**
 * Gives an empty installation the sample portfolio, before it is opened: played on a replay clock, so that every fact is
 * recorded at the time at which the story tells it. After that the clock follows the wall, for good. Without a sample
 * (`BW_SAMPLE=none`, or a replay clock of the user's own) nothing happens. A sample that fails keeps nobody out.
 */
export async function fillWithSample(place: Place, signal: AbortSignal): Promise<void> {
  const wanted = process.env['BW_SAMPLE'] !== 'none' && process.env['BW_CLOCK'] !== 'replay';
  if (!wanted || !(await isEmpty(place))) return;

  const children = new Children({ speaking: false });
  const url = `http://127.0.0.1:${place.port}`;
  try {
    console.log('Loading sample data, once (BW_SAMPLE=none goes without) …');
    await startTopology(children, place, { BW_CLOCK: 'replay' });
    await Promise.race([untilReady(url, signal), ended(children)]);
    // Only now: it stands on what the build has made.
    const { loadSample } = await import('../demo/load.ts');
    await Promise.race([loadSample(url, progress(), signal), ended(children)]);
  } catch (error) {
    if (!signal.aborted) {
      const why = error instanceof Error ? error.message : String(error);
      console.error(`The sample data could not be loaded to the end: ${why}`);
      console.error('Bridgework starts with what there is. For a fresh try: npm run demo');
    }
  } finally {
    await children.stop();
  }
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

/** A line that is written over where somebody watches; a few lines where it goes to a file. */
function progress(): (percent: number, what: string) => void {
  let told = -1;
  return (percent, what) => {
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\u001b[2K  ${String(percent).padStart(3)} %  ${what}${percent === 100 ? '\n' : ''}`);
      return;
    }
    const step = Math.floor(percent / 25);
    if (step === told) return;
    told = step;
    console.log(`  ${percent} %  ${what}`);
  };
}
