import { LogBusy, VersionConflict } from '@bw/event-store';
import { BusUnreachable, LeaseLost } from './bus.ts';

/**
 * What to do about an error while events are applied.
 * - `unreachable`: a database or network is away; wait for it, however long it takes.
 * - `conflict`: somebody else was faster or much is waiting; try again, but not for ever.
 * - `superseded`: another reader has taken over; let go.
 * - `poison`: the same will happen again; park the event's key.
 */
export type Failure = 'unreachable' | 'conflict' | 'superseded' | 'poison';

const UNREACHABLE_STATES = /^(08...|57P0.|53300|58...)$/;
const CONFLICT_STATES = /^(40001|40P01|55P03|57014|25P03|25P04)$/;
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** The driver gives these no code. */
const DRIVER_SENTENCES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed)/;

export function failureOf(error: unknown): Failure {
  for (const one of chain(error)) {
    if (one instanceof LeaseLost) return 'superseded';
    if (one instanceof BusUnreachable) return 'unreachable';
    if (one instanceof LogBusy || one instanceof VersionConflict) return 'conflict';
    const code = 'code' in one && typeof one.code === 'string' ? one.code : '';
    if (CONFLICT_STATES.test(code)) return 'conflict';
    if (UNREACHABLE_STATES.test(code) || NETWORK_CODES.has(code) || DRIVER_SENTENCES.test(one.message)) {
      return 'unreachable';
    }
  }
  return 'poison';
}

/** The error with its causes, and what an AggregateError (a failed connection to a name with several addresses) holds. */
function chain(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(chain) : [];
  return [error, ...inner, ...chain(error.cause)];
}

/** What an operator reads about it. */
export function sayFailure(error: unknown): string {
  const said = chain(error).map(({ message }) => message);
  return said.length > 0 ? [...new Set(said)].filter(Boolean).join(': ') : String(error);
}
