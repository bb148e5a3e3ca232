import type { Event, Fact } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';

/** Which of the stream's events one command led to. */
export interface DoneCommand {
  readonly firstVersion: number;
  readonly lastVersion: number;
  readonly position: number;
}

/** A stream as far as it was read. */
export interface Folded<State> {
  readonly state: State;
  readonly version: number;
  /** Of its last event; 0 where there is none. */
  readonly position: number;
  readonly commands: ReadonlyMap<Id, DoneCommand>;
}

interface Evolving<State, F> {
  readonly initial: State;
  evolve(state: State, fact: F): State;
}

export function emptyStream<State>({ initial }: { readonly initial: State }): Folded<State> {
  return { state: initial, version: 0, position: 0, commands: new Map() };
}

/** The stream with these events, which follow on what was read before. */
export function fold<State, F extends Fact>(
  decider: Evolving<State, F>,
  folded: Folded<State>,
  events: readonly Event[],
): Folded<State> {
  const last = events.at(-1);
  if (!last) return folded;
  const commands = new Map(folded.commands);
  let state = folded.state;
  for (const event of events) {
    const fact: Fact = factOf(event);
    // The stream holds what its own decider said: the contract was checked when it was stored.
    state = decider.evolve(state, fact as F);
    const { streamVersion, position } = event;
    const firstVersion = commands.get(event.command)?.firstVersion ?? streamVersion;
    commands.set(event.command, { firstVersion, lastVersion: streamVersion, position });
  }
  return { state, version: last.streamVersion, position: last.position, commands };
}

/** The event as its decider knows it, with the id by which a later correction may name it. */
export function factOf(event: Event): Fact & { readonly id: Id } {
  const { id, type, data, effective, effectiveDay, effectiveZone, corrects } = event;
  return {
    id,
    type,
    data,
    effective: {
      at: effective,
      ...(effectiveDay !== undefined && { day: effectiveDay }),
      ...(effectiveZone !== undefined && { zone: effectiveZone }),
    },
    ...(corrects !== undefined && { corrects }),
  };
}

export interface CacheLimits {
  readonly streams: number;
  /** Together, over all streams that are kept. */
  readonly events: number;
}

/**
 * The streams that were used last. What is kept may be behind: a decision on it is proven by the append, which demands
 * the version it was made at.
 */
export class FoldedStreams {
  readonly #kept = new Map<string, { readonly decider: object; readonly folded: Folded<unknown> }>();
  #events = 0;

  constructor(private readonly limits: CacheLimits) {}

  get<State>(decider: { readonly initial: State }, key: string): Folded<State> | undefined {
    const entry = this.#kept.get(key);
    if (entry?.decider !== decider) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, entry); // used last
    return entry.folded as Folded<State>; // this very decider folded it
  }

  set(decider: object, key: string, folded: Folded<unknown>): void {
    this.delete(key);
    this.#kept.set(key, { decider, folded });
    this.#events += folded.version;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.limits.streams && this.#events <= this.limits.events) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#events -= this.#kept.get(key)?.folded.version ?? 0;
    this.#kept.delete(key);
  }
}
