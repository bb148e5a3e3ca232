import { queries } from '../api/queries.ts';
import type { Service } from './services.ts';
import { clear, tell, troubles } from './troubles.ts';

const EVERY_MS = 5_000;
let timer: ReturnType<typeof setInterval> | undefined;

/** Asks services in trouble how they are, as long as there are any; then everything on the screen is asked anew. */
export function watchTroubles(): () => void {
  return troubles.subscribe(() => {
    const isNeeded = troubles.get().length > 0;
    if (isNeeded && timer === undefined) timer = setInterval(() => void probeAll(), EVERY_MS);
    if (!isNeeded && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
      void queries.invalidateQueries();
    }
  });
}

async function probeAll(): Promise<void> {
  await Promise.all(troubles.get().map(({ service }) => probe(service)));
}

interface Readiness {
  readonly status?: string;
  readonly checks?: readonly { readonly name: string; readonly ok: boolean }[];
}

/** A service that does not answer stays in trouble: the next probe asks again. */
async function probe(service: Service): Promise<void> {
  const answer = await fetch(`/ops/${service}/health/ready`).catch(() => undefined);
  if (!answer) return;
  const ready: Readiness | undefined = await answer.json().catch(() => undefined);
  if (answer.ok && ready?.status === 'ready') clear(service);
  else if (ready?.checks?.some(({ name, ok }) => name === 'events' && !ok)) tell(service, 'behind');
}
