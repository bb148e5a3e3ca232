import { ApiProblem, NotReachable } from '@bw/client';
import { CommanderError } from 'commander';

/** What a script can tell from how `bw` ended. A promise: numbers are never given another meaning. */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  refused: 3,
  noAnswer: 4,
  stopped: 130,
} as const;

export const EXIT_MEANINGS: readonly (readonly [number, string])[] = [
  [EXIT.done, 'done'],
  [EXIT.failed, 'done, and something is not in order: a check fails, rows are quarantined, events are parked'],
  [EXIT.wrongUse, 'wrong use: an unknown option, a missing argument, a value that cannot be read'],
  [EXIT.refused, 'the server refused: not allowed, not found, not in this state'],
  [EXIT.noAnswer, 'no answer: nothing runs at the address, or a service behind it is down'],
  [EXIT.stopped, 'stopped by Ctrl-C before the end'],
];

/** A mistake in how a command was called. */
export class WrongUse extends Error {}

/** No installation to speak to. */
export class NoInstallation extends Error {}

const FIRST_UNAVAILABLE = 502;
const LAST_UNAVAILABLE = 504;

export function exitStatusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  if (error instanceof WrongUse) return EXIT.wrongUse;
  if (error instanceof NoInstallation || error instanceof NotReachable) return EXIT.noAnswer;
  if (error instanceof ApiProblem) {
    const { status } = error.problem;
    return status >= FIRST_UNAVAILABLE && status <= LAST_UNAVAILABLE ? EXIT.noAnswer : EXIT.refused;
  }
  return EXIT.failed;
}

/** The way out of a failure, where there is one to tell. */
export function remedyFor(error: unknown): string | undefined {
  if (error instanceof NotReachable) return 'Is it running? npm start; npx bw doctor says more.';
  if (!(error instanceof ApiProblem)) return undefined;
  const { status, hint } = error.problem;
  if (hint !== undefined) return undefined; // the message has it already
  if (status === 401) return 'The token is not valid or too old. Leave out --token, or take a new one: npx bw token';
  if (status === 403) return 'Somebody else may do this: --as <persona>, such as director, sponsor or tenant-admin.';
  if (status === 404) return 'It is not there, or not for you to see: npx bw portfolio shows what is; --as <persona>.';
  return undefined;
}
