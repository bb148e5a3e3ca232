import type { Instant } from '@bw/kernel';

/** Who is told when nobody answers. */
export interface Ladder {
  readonly raisedAt: Instant;
  /** Severity 1 climbs by the clock on the wall, all others in the receiver's working time. */
  readonly severity: number;
  readonly levels: readonly LadderLevel[];
  readonly acknowledgedAt?: Instant;
  /** Told of a severity 1 level for which no receiver is on shift; without one such a level reaches nobody. */
  readonly dutyManager?: string;
}

export interface LadderLevel {
  readonly level: number;
  readonly afterMinutes: number;
  /** In order of preference; each has its working hours in the calendars, one without is always on shift. */
  readonly receivers: readonly string[];
}

export interface LadderStep {
  readonly level: number;
  readonly at: Instant;
  /** Absent where nobody can be reached: say so loudly, never drop it. */
  readonly receiver?: string;
}

export interface LadderReading {
  /** Levels that have fired by the instant asked for. */
  readonly fired: readonly LadderStep[];
  /** The next one if nobody acknowledges before. */
  readonly next?: LadderStep;
}
