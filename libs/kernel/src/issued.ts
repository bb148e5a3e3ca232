import type { Id } from './id.ts';
import type { Effective, Instant } from './time.ts';

/** What every command carries beside its own words: who asked, when, for when, and because of what. */
export interface Issued {
  /** The clock's time when the command was taken. Rules about deadlines compare with this one. */
  readonly at: Instant;
  /** When the command's facts count, unless a fact says otherwise. */
  readonly effective: Effective;
  readonly tenant: Id;
  /** A user's id, or `system:<name>` for what the house does by itself. */
  readonly actor: string;
  readonly onBehalfOf?: string;
  /** The command's id: the same one twice is one command (idempotency). */
  readonly command: Id;
  /** Ties together all that one cause led to, over services. */
  readonly correlation: Id;
  /** The event that led to this command; the command's own id where a person did. */
  readonly causation: Id;
  /** Events of this command are never recorded before this instant: the recorded time of the causing event. */
  readonly notBefore?: Instant;
  readonly reason?: string;
}
