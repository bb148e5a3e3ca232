import { problemOf, reach } from '@bw/client';
import { SERVICES } from './services.ts';

interface Positions {
  readonly log: number;
  readonly consumed: Readonly<Record<string, number>>;
  readonly pending: number;
}

interface Told {
  readonly projections: readonly { readonly name: string; readonly version: number; readonly live: boolean }[];
  readonly sources: readonly { readonly source: string; readonly position: number; readonly lagSeconds?: number }[];
}

/** How far one reader of one log is. */
export interface Standing {
  readonly service: string;
  readonly source: string;
  readonly position: number;
  readonly head: number;
  readonly lagEvents: number;
  readonly lagSeconds?: number;
}

export interface Status {
  readonly projections: Told['projections'];
  readonly standings: readonly Standing[];
  /** Work in the background that is begun or due, by service. */
  readonly pending: Readonly<Record<string, number>>;
}

/** Asks every service how far it has taken in the logs that it reads. */
export async function projectionStatus(url: string): Promise<Status> {
  const positions = new Map<string, Positions>();
  for (const service of SERVICES) positions.set(service, await ask<Positions>(url, `/ops/${service}/positions`));
  const told = await ask<Told>(url, '/ops/reporting/projections');
  return {
    projections: told.projections,
    standings: [...positions].flatMap(([service, { consumed }]) =>
      Object.entries(consumed).map(([source, position]) => {
        const lag = service === 'reporting' ? told.sources.find((each) => each.source === source) : undefined;
        return standingOf(service, source, { position, head: positions.get(source)?.log ?? position, ...lag });
      }),
    ),
    pending: Object.fromEntries([...positions].map(([service, { pending }]) => [service, pending])),
  };
}

interface Known {
  readonly position: number;
  readonly head: number;
  readonly lagSeconds?: number;
}

function standingOf(service: string, source: string, { position, head, lagSeconds }: Known): Standing {
  const lagEvents = Math.max(0, head - position);
  // A log that is taken in whole is not late, however long nothing happened in it.
  const seconds = lagEvents === 0 ? 0 : lagSeconds;
  return { service, source, position, head, lagEvents, ...(seconds !== undefined && { lagSeconds: seconds }) };
}

async function ask<T>(url: string, path: string): Promise<T> {
  const answer = await reach(`${url}${path}`);
  if (!answer.ok) throw await problemOf(`GET ${path}`, answer);
  return (await answer.json()) as T;
}
