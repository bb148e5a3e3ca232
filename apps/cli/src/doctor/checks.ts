import { statfsSync } from 'node:fs';
import { NotReachable, reach } from '@bw/client';
import { type GlobalOptions, runningHere, urlOf } from '../frame/installation.ts';
import type { Surroundings } from '../frame/surroundings.ts';
import { SERVICES } from '../projections/services.ts';

export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do, where it is not in order. */
  readonly remedy?: string;
}

const OLDEST_NODE = [24, 15] as const;
const GIGABYTE = 1024 ** 3;
const MOST_SKEW_MS = 5_000;

/** Everything that `npx bw doctor` looks at. */
export async function findings(options: GlobalOptions, surroundings: Surroundings): Promise<readonly Finding[]> {
  const machine = [nodeVersion(process.versions.node), disk(surroundings.folder)];
  const running = runningHere(surroundings);
  if (!options.url && !running) {
    return [
      ...machine,
      {
        check: 'installation',
        ok: false,
        detail: 'none runs from this folder',
        remedy: 'npm start, or --url <address>',
      },
    ];
  }
  const url = urlOf(options, surroundings);
  const bus = options.url ? '' : `, events by ${running?.bus === 'kafka' ? 'Kafka' : 'the embedded bus'}`;
  const services = await Promise.all(SERVICES.map((service) => ready(url, service)));
  const inOrder = services.every(({ ok }) => ok);
  return [
    ...machine,
    { check: 'installation', ok: true, detail: `${url}${bus}` },
    ...services,
    // A service that does not answer has been said once; its clock and its parked events add nothing.
    ...(inOrder ? [await clocks(url, surroundings.now()), await parked(url)] : []),
  ];
}

/** Whether this is a Node that runs Bridgework. */
export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (ok) return { check: 'Node', ok, detail: `v${version}` };
  const remedy = `${OLDEST_NODE.join('.')} or newer is needed; npx bw brings one on Linux`;
  return { check: 'Node', ok, detail: `v${version}`, remedy };
}

function disk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / GIGABYTE;
  const detail = `${free.toFixed(1)} GB free`;
  return free >= 1
    ? { check: 'disk', ok: true, detail }
    : { check: 'disk', ok: false, detail, remedy: 'PostgreSQL stops when the disk is full: make room' };
}

interface Readiness {
  readonly status?: string;
  readonly checks?: readonly {
    readonly name: string;
    readonly ok: boolean;
    /** What is behind it, with its version. */
    readonly detail?: string;
    readonly problem?: string;
  }[];
}

async function ready(url: string, service: string): Promise<Finding> {
  try {
    const answer = await reach(`${url}/ops/${service}/health/ready`);
    const { status = 'unknown', checks = [] } = (await answer.json()) as Readiness;
    const words = checks.map(({ name, ok, detail: what, problem }) =>
      ok ? (what ?? name) : `${name} FAILS: ${problem ?? 'not ready'}`,
    );
    const detail = [status, words.join(', ')].filter(Boolean).join('; ');
    const remedy = `look into the log of ${service}; ${url}/ops/${service}/health/ready`;
    return { check: service, ok: answer.ok, detail, ...(!answer.ok && { remedy }) };
  } catch (error) {
    if (error instanceof NotReachable) {
      return { check: service, ok: false, detail: error.message, remedy: 'npm start, or --url <address>' };
    }
    if (error instanceof SyntaxError) {
      const remedy = `something else answers at ${url}: --url <address>`;
      return { check: service, ok: false, detail: 'answers, but not as Bridgework does', remedy };
    }
    throw error;
  }
}

async function clocks(url: string, here: Date): Promise<Finding> {
  const clock = await operation<{ readonly mode: string; readonly now: string }>(`${url}/ops/engagement/clock`);
  if (clock.mode === 'replay')
    return { check: 'clock', ok: true, detail: `replay, at ${clock.now}; npx bw time-travel moves it` };
  const skew = Date.parse(clock.now) - here.getTime();
  const detail = `wall, ${Math.abs(skew)} ms ${skew < 0 ? 'behind' : 'ahead of'} this machine`;
  return Math.abs(skew) <= MOST_SKEW_MS
    ? { check: 'clock', ok: true, detail }
    : { check: 'clock', ok: false, detail, remedy: 'tokens and deadlines go by it: synchronise both machines' };
}

async function parked(url: string): Promise<Finding> {
  const lists = await Promise.all(
    SERVICES.map(async (service) => {
      const letters = await operation<readonly unknown[]>(`${url}/ops/${service}/parked-events?state=parked&limit=500`);
      return { service, count: letters.length };
    }),
  );
  const some = lists.filter(({ count }) => count > 0);
  if (some.length === 0) return { check: 'parked events', ok: true, detail: 'none' };
  const [first] = some;
  return {
    check: 'parked events',
    ok: false,
    detail: some.map(({ service, count }) => `${count} in ${service}`).join(', '),
    remedy: `why: ${url}/ops/${first?.service}/parked-events`,
  };
}

async function operation<T>(url: string): Promise<T> {
  const answer = await reach(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}
