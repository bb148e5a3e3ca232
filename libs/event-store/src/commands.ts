import type { Event, Fact } from '@bw/contracts-base';
import type { Decider, Id, Issued, RefusalDetails } from '@bw/kernel';

/** A kind of stream: how its streams are named and which rules they follow. */
export interface StreamKind<State, Command, F extends Fact, Refusal extends string> {
  /** For example `risk-`: the stream of risk 7 is `risk-7`. */
  readonly prefix: string;
  readonly decider: Decider<State, Command, F, Refusal>;
}

/** Which stream of its kind, and to whom it belongs. */
export interface Target {
  readonly id: Id;
  readonly client?: Id;
  /** Set where the stream belongs to exactly one engagement: then events are ordered by engagement. */
  readonly engagement?: Id;
}

export interface CommandResult {
  readonly stream: string;
  /** The stream's version now; also its ETag. */
  readonly version: number;
  /** `scheduling:4711`: what a reader gives as `minPosition` to see this command's effect. */
  readonly position: string;
  /** What happened; empty where there was nothing to do. */
  readonly events: readonly Event[];
}

export interface RunOptions {
  /** From `If-Match`: refuse with `VersionConflict` where the stream has moved on. */
  readonly expectedVersion?: number;
}

/** Loads the stream, decides, appends at the loaded version, and starts over where another command was faster. */
export abstract class Commands {
  /** Throws `CommandRefused` where the rules say no. The same `issued.command` twice gives the first result again. */
  abstract run<State, Command, F extends Fact, Refusal extends string>(
    kind: StreamKind<State, Command, F, Refusal>,
    target: Target,
    command: Command,
    issued: Issued,
    options?: RunOptions,
  ): Promise<CommandResult>;

  /** The stream's state as of now. Version 0: there is no such stream. */
  abstract load<State, Command, F extends Fact, Refusal extends string>(
    kind: StreamKind<State, Command, F, Refusal>,
    tenant: Id,
    id: Id,
  ): Promise<{ readonly state: State; readonly version: number }>;
}

/** The expected "no" of a decider, on its way to the client. */
export class CommandRefused extends Error {
  constructor(
    readonly refusal: string,
    readonly details?: RefusalDetails,
  ) {
    super(`Refused: ${refusal}.`);
  }
}
