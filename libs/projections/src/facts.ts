import type { Event } from '@bw/contracts-base';
import type { Effective, Id } from '@bw/kernel';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

interface Placed {
  readonly client?: Id;
  readonly engagement?: Id;
  /** The thing it is about: an id, or several joined by `/`. */
  readonly subject: string;
  /** Where it differs from the event's own effective time. */
  readonly effective?: Effective;
}

/** Something that adds up: minutes, cost. Its value at a point is a sum. */
export interface FlowFact extends Placed {
  readonly fact: 'flow';
  readonly measure: string;
  /** Whole: minor units, minutes, pieces. */
  readonly amount: number;
}

/** Something that holds until the next one: a percentage, a rate, a name, a state. `null` ends it. */
export interface LevelFact extends Placed {
  readonly fact: 'level';
  readonly measure: string;
  readonly value: Json;
}

/** Something somebody decided: signed, approved, baselined. Folded in recorded order. */
export interface DecisionFact extends Placed {
  readonly fact: 'decision';
  readonly kind: string;
  readonly outcome: string;
  readonly detail?: Json;
}

export type ProjectedFact = FlowFact | LevelFact | DecisionFact;

/** Pure: which facts an event is for the reading side. Corrections are the library's business, not the projection's. */
export interface FactProjection {
  readonly name: string;
  /** Raised when shape or meaning changes: then the facts are rebuilt. */
  readonly version: number;
  facts(event: Event): readonly ProjectedFact[];
}

/**
 * Effective time of what holds at any business time once it is known: that a plan exists, the lines of a baseline, the
 * shifts of a calendar's version. A reading of a past `asOf` sees them, for they are no statement about a moment.
 */
export const TIMELESS: Effective = { at: '1000-01-01T00:00:00.000Z' };
