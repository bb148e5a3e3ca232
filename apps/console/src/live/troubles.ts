import { type Service, serviceOf } from './services.ts';
import { Store } from './store.ts';

/** A service whose figures cannot be trusted to be fresh. */
export interface Trouble {
  readonly service: Service;
  /** `away`: it does not answer. `behind`: it answers, but has not taken in everything yet. */
  readonly kind: 'away' | 'behind';
  /** When it was noticed; milliseconds since 1970. */
  readonly since: number;
  /** When it last answered well, if ever. */
  readonly lastGood?: number;
}

export const troubles = new Store<readonly Trouble[]>([]);
const lastGood = new Map<Service, number>();

const GATEWAY = new Set([502, 503, 504]);

/** What an answer, or none (status 0), says about the service behind a path. */
export function noteAnswer(path: string, status: number, code = ''): void {
  const service = serviceOf(path);
  if (code === 'NOT_YET') return tell(service, 'behind');
  if (status === 0 || GATEWAY.has(status)) return tell(service, 'away');
  lastGood.set(service, Date.now());
  // A service that is behind answers well what it knows: only its own word ends that.
  if (troubles.get().some((each) => each.service === service && each.kind === 'away')) clear(service);
}

export function tell(service: Service, kind: Trouble['kind']): void {
  const others = troubles.get().filter((each) => each.service !== service);
  const before = troubles.get().find((each) => each.service === service);
  if (before?.kind === kind) return;
  const good = lastGood.get(service);
  const now = Date.now();
  troubles.set([...others, { service, kind, since: now, ...(good !== undefined && { lastGood: good }) }]);
}

export function clear(service: Service): void {
  const left = troubles.get().filter((each) => each.service !== service);
  if (left.length < troubles.get().length) troubles.set(left);
}
