import type { Instant } from '@bw/kernel';

export interface HeadAt {
  /** Last position of the log; 0 while it is empty. */
  readonly position: number;
  /** The log's own time when its head was looked up: whatever comes later is recorded at this instant or after it. */
  readonly at: Instant;
}

/**
 * Where each source log ends. Only needed for a `knownAt` after the last event of a log that has gone quiet: silence
 * alone does not tell whether an event of that time is still on its way.
 */
export abstract class LogHeads {
  abstract headOf(source: string): Promise<HeadAt>;
}
