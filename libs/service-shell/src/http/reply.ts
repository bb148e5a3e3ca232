import { Count, Text } from '@bw/contracts-base';
import type { CommandResult } from '@bw/event-store';

/** What every command answers. Its version is also the ETag; its position is what a reader gives as `minPosition`. */
export class CommandReply {
  @Text(200) readonly streamId!: string;
  @Count() readonly version!: number;
  @Text(100) readonly position!: string;
  /** Did this command make the stream? Not part of the body: it becomes 201. */
  static readonly #made = new WeakSet<CommandReply>();

  static of({ stream, version, position, events }: CommandResult): CommandReply {
    const made: CommandReply = Object.assign(new CommandReply(), { streamId: stream, version, position });
    if (events.length > 0 && events.length === version) CommandReply.#made.add(made);
    return made;
  }

  static madeTheStream(answer: CommandReply): boolean {
    return CommandReply.#made.has(answer);
  }
}

/** Turns what `Commands.run` gave into the answer: `return reply(await this.commands.run(...))`. */
export function reply(result: CommandResult): CommandReply {
  return CommandReply.of(result);
}

/** A reading of one thing together with its version: `return versioned(view, version)` sends the version as ETag. */
export class Versioned<T> {
  constructor(
    readonly body: T,
    readonly version: number,
  ) {}
}

export function versioned<T>(body: T, version: number): Versioned<T> {
  return new Versioned(body, version);
}

/** One page of a list; without `next` it was the last. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
