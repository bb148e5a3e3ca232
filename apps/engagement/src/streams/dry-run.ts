import type { Fact } from '@bw/contracts-base';
import { CommandRefused, type Commands, type StreamKind } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';

/**
 * Throws what the command would be refused for, and does nothing else. Asked before something is reserved elsewhere
 * for it: so that only a lost race, not every mistake, has to give the reservation back.
 */
export async function dryRun<State, C extends { readonly issued: Issued }, F extends Fact, Refusal extends string>(
  commands: Commands,
  kind: StreamKind<State, C, F, Refusal>,
  { id, command }: { readonly id: Id; readonly command: C },
): Promise<void> {
  const { state } = await commands.load(kind, command.issued.tenant, id);
  const answer = kind.decider.decide(command, state);
  if (!answer.accepted) throw new CommandRefused(answer.refusal, answer.details);
}
