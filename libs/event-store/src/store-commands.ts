import type { Event, Fact } from '@bw/contracts-base';
import type { Id, Issued } from '@bw/kernel';
import {
  CommandRefused,
  type CommandResult,
  Commands,
  type RunOptions,
  type StreamKind,
  type Target,
} from './commands.ts';
import { type Appended, type EventStore, type NewEvent, VersionConflict } from './event-store.ts';
import { type CacheLimits, emptyStream, fold, type Folded, FoldedStreams } from './folded-streams.ts';
import { eventId } from './ids.ts';
import { Lanes } from './lanes.ts';

/** What a service's contract catalogue does for its commands. */
export interface FactContracts {
  /** The version in which new events of that type are written. */
  versionOf(type: string): number;
  /** Throws where the data is not as its contract says. */
  check?(event: { readonly type: string; readonly version: number; readonly data: unknown }): void;
}

export interface StoreCommandsOptions {
  readonly store: EventStore;
  readonly contracts: FactContracts;
  readonly cache?: CacheLimits;
  /** How often a command may lose a race against another process before the conflict goes to its client. */
  readonly attempts?: number;
}

const CACHE: CacheLimits = { streams: 2_000, events: 200_000 };
const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 200;

interface Run<State, Command, F extends Fact, Refusal extends string> {
  readonly kind: StreamKind<State, Command, F, Refusal>;
  readonly target: Target;
  readonly command: Command;
  readonly issued: Issued;
  readonly options: RunOptions;
  readonly stream: string;
  readonly cacheKey: string;
}

/** Commands over any event store. Commands for one stream take turns within the process; the log decides between processes. */
export class StoreCommands extends Commands {
  readonly #store: EventStore;
  readonly #contracts: FactContracts;
  readonly #attempts: number;
  readonly #streams: FoldedStreams;
  readonly #lanes = new Lanes();

  constructor({ store, contracts, cache = CACHE, attempts = ATTEMPTS }: StoreCommandsOptions) {
    super();
    this.#store = store;
    this.#contracts = contracts;
    this.#attempts = attempts;
    this.#streams = new FoldedStreams(cache);
  }

  override run<State, Command, F extends Fact, Refusal extends string>(
    kind: StreamKind<State, Command, F, Refusal>,
    target: Target,
    command: Command,
    issued: Issued,
    options: RunOptions = {},
  ): Promise<CommandResult> {
    const stream = kind.prefix + target.id;
    const cacheKey = `${issued.tenant}/${stream}`;
    return this.#lanes.run(cacheKey, () =>
      this.#runInTurn({ kind, target, command, issued, options, stream, cacheKey }),
    );
  }

  override async load<State, Command, F extends Fact, Refusal extends string>(
    kind: StreamKind<State, Command, F, Refusal>,
    tenant: Id,
    id: Id,
  ): Promise<{ readonly state: State; readonly version: number }> {
    const { state, version } = await this.#read(kind, tenant, kind.prefix + id);
    return { state, version };
  }

  async #runInTurn<State, Command, F extends Fact, Refusal extends string>(
    run: Run<State, Command, F, Refusal>,
  ): Promise<CommandResult> {
    // What the cache holds may be old, so only an append, which proves it, may follow from it.
    const cached = this.#streams.get(run.kind.decider, run.cacheKey);
    const quick = cached && (await this.#attempt(run, cached, { fresh: false }));
    if (quick && !(quick instanceof VersionConflict)) return quick;

    for (let attempt = 1; ; attempt += 1) {
      const folded = await this.#read(run.kind, run.issued.tenant, run.stream);
      const result = await this.#attempt(run, folded, { fresh: true });
      if (!(result instanceof VersionConflict)) return result;
      if (attempt >= this.#attempts) throw result;
      await pause(attempt);
    }
  }

  /** A conflict where another command was faster, or where only the stream as it is now can tell. */
  async #attempt<State, Command, F extends Fact, Refusal extends string>(
    run: Run<State, Command, F, Refusal>,
    folded: Folded<State>,
    { fresh }: { readonly fresh: boolean },
  ): Promise<CommandResult | VersionConflict> {
    const { kind, command, issued, options, stream } = run;
    const done = folded.commands.get(issued.command);
    if (done) return this.#earlier(run, done);

    if (options.expectedVersion !== undefined && options.expectedVersion !== folded.version) {
      const conflict = new VersionConflict(stream, options.expectedVersion, folded.version);
      if (!fresh) return conflict;
      throw conflict;
    }
    const decision = kind.decider.decide(command, folded.state);
    if (!fresh && !(decision.accepted && decision.events.length > 0)) {
      return new VersionConflict(stream, folded.version, folded.version);
    }
    if (!decision.accepted) throw new CommandRefused(decision.refusal, decision.details);
    if (decision.events.length === 0) return this.#result(stream, folded, []);

    const stored = await this.#append(run, folded, decision.events);
    if (stored instanceof VersionConflict) return stored;
    const after = fold(kind.decider, folded, stored.events);
    this.#streams.set(kind.decider, run.cacheKey, after);
    return this.#result(stream, after, stored.events);
  }

  async #append<State, Command, F extends Fact, Refusal extends string>(
    { target, issued, stream }: Run<State, Command, F, Refusal>,
    { version }: Folded<State>,
    facts: readonly F[],
  ): Promise<Appended | VersionConflict> {
    const { tenant, actor, onBehalfOf, command, correlation, causation, reason, notBefore } = issued;
    const events = facts.map((fact, index) => this.#newEvent(fact, issued, eventId(command, tenant, stream, index)));
    try {
      return await this.#store.append({
        tenant,
        stream,
        key: `${tenant}/${target.engagement ?? stream}`,
        client: target.client,
        engagement: target.engagement,
        expected: version,
        actor,
        onBehalfOf,
        command,
        correlation,
        causation,
        reason,
        notBefore,
        events,
      });
    } catch (error) {
      if (error instanceof VersionConflict) return error;
      throw error;
    }
  }

  #newEvent({ type, data, effective, corrects }: Fact, issued: Issued, id: Id): NewEvent {
    const version = this.#contracts.versionOf(type);
    this.#contracts.check?.({ type, version, data });
    const { at, day, zone } = effective ?? issued.effective;
    return { id, type, version, data, effective: at, effectiveDay: day, effectiveZone: zone, corrects };
  }

  /** The stream as it is now; what was folded before is not read again. */
  async #read<State, Command, F extends Fact, Refusal extends string>(
    { decider }: StreamKind<State, Command, F, Refusal>,
    tenant: Id,
    stream: string,
  ): Promise<Folded<State>> {
    const cacheKey = `${tenant}/${stream}`;
    const known = this.#streams.get(decider, cacheKey) ?? emptyStream(decider);
    const folded = fold(decider, known, await this.#store.readStream(tenant, stream, known.version));
    if (folded.version > 0) this.#streams.set(decider, cacheKey, folded);
    return folded;
  }

  async #earlier<State, Command, F extends Fact, Refusal extends string>(
    { issued, stream }: Run<State, Command, F, Refusal>,
    { firstVersion, lastVersion, position }: { firstVersion: number; lastVersion: number; position: number },
  ): Promise<CommandResult> {
    const rest = await this.#store.readStream(issued.tenant, stream, firstVersion - 1);
    const events = rest.filter(({ command }) => command === issued.command);
    return this.#result(stream, { version: lastVersion, position }, events);
  }

  #result(
    stream: string,
    { version, position }: { readonly version: number; readonly position: number },
    events: readonly Event[],
  ): CommandResult {
    return { stream, version, position: `${this.#store.source}:${position}`, events };
  }
}

/** Longer with every race that was lost, and never the same for two rivals. */
function pause(attempt: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, 5 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
