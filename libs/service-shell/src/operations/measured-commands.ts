import {
  CommandRefused,
  type CommandResult,
  Commands,
  type RunOptions,
  type StreamKind,
  type Target,
} from '@bw/event-store';
import type { Fact } from '@bw/contracts-base';
import type { Id, Issued } from '@bw/kernel';
import type { Metrics } from './metrics.ts';

/** Counts and times what goes through `Commands`. */
export class MeasuredCommands extends Commands {
  constructor(
    private readonly inner: Commands,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  override async run<State, Command, F extends Fact, Refusal extends string>(
    kind: StreamKind<State, Command, F, Refusal>,
    target: Target,
    command: Command,
    issued: Issued,
    options?: RunOptions,
  ): Promise<CommandResult> {
    const stop = this.metrics.commands.startTimer({ command: nameOf(command) });
    try {
      const result = await this.inner.run(kind, target, command, issued, options);
      this.metrics.appended.inc(result.events.length);
      stop({ outcome: 'accepted' });
      return result;
    } catch (error) {
      stop({ outcome: error instanceof CommandRefused ? 'refused' : 'failed' });
      throw error;
    }
  }

  override load<State, Command, F extends Fact, Refusal extends string>(
    kind: StreamKind<State, Command, F, Refusal>,
    tenant: Id,
    id: Id,
  ): Promise<{ readonly state: State; readonly version: number }> {
    return this.inner.load(kind, tenant, id);
  }
}

/** Commands are told apart by their `type`; its values are words in our code, so the label has few. */
function nameOf(command: unknown): string {
  const type: unknown = typeof command === 'object' && command !== null ? Reflect.get(command, 'type') : undefined;
  return typeof type === 'string' ? type : 'unnamed';
}
