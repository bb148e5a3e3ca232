import { deepStrictEqual, fail } from 'node:assert/strict';
import { type Decider, type RefusalDetails, replay } from '@bw/kernel';

export interface Given<Command, Event, Refusal extends string> {
  readonly when: (command: Command) => When<Event, Refusal>;
}

export interface When<Event, Refusal extends string> {
  /** Exactly these facts, in this order. */
  readonly then: (...facts: readonly Event[]) => void;
  /** Accepted, and there was nothing to do. */
  readonly thenNothing: () => void;
  /** Refused for this reason; details are compared where they are given. */
  readonly thenRefused: (refusal: Refusal, details?: RefusalDetails) => void;
}

/**
 * Tests of a decider, one sentence per rule: `given(identified()).when(assess(severe)).then(assessed(severe))`. The new
 * facts are folded too, so that an `evolve` that chokes on them shows here and not when the stream is next read.
 */
export function scenarios<State, Command, Event, Refusal extends string>(
  decider: Decider<State, Command, Event, Refusal>,
): {
  readonly given: (...past: readonly Event[]) => Given<Command, Event, Refusal>;
  /** The state after these facts, for what no command shows. */
  readonly stateAfter: (...past: readonly Event[]) => State;
} {
  const stateAfter = (past: readonly Event[]) => replay<State, Event>(decider, past);
  return {
    stateAfter: (...past) => stateAfter(past),
    given: (...past) => ({
      when(command) {
        const decision = decider.decide(command, stateAfter(past));
        const expectFacts = (facts: readonly Event[]) => {
          if (!decision.accepted) {
            fail(`Expected facts, but it was refused: ${decision.refusal}${shown(decision.details)}`);
          }
          deepStrictEqual(plain(decision.events), plain(facts), difference('facts', decision.events, facts));
          stateAfter([...past, ...decision.events]);
        };
        return {
          // Reads as a sentence; nobody awaits a scenario.
          // oxlint-disable-next-line unicorn/no-thenable
          then: (...facts) => expectFacts(facts),
          thenNothing: () => expectFacts([]),
          thenRefused(refusal, details) {
            if (decision.accepted) {
              fail(
                `Expected the refusal ${refusal}, but it was accepted with ${JSON.stringify(decision.events, null, 2)}`,
              );
            }
            deepStrictEqual(decision.refusal, refusal);
            if (details) {
              deepStrictEqual(
                plain(decision.details),
                plain(details),
                difference('details', decision.details, details),
              );
            }
          },
        };
      },
    }),
  };
}

/** As it would be stored: a field that is `undefined` is a field that is not there. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function difference(what: string, actual: unknown, expected: unknown): string | undefined {
  try {
    deepStrictEqual(plain(actual), plain(expected));
    return undefined;
  } catch (error) {
    return `Other ${what} than expected.\n${error instanceof Error ? error.message : String(error)}`;
  }
}

function shown(details: RefusalDetails | undefined): string {
  return details ? ` ${JSON.stringify(details)}` : '';
}
