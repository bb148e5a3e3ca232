import type { Id } from '@bw/kernel';
import { type DecisionFact, type Json, type LevelFact, TIMELESS } from '@bw/projections';

/** The words in which projections tell facts. */

/** A contract's data is JSON by construction; only its class does not say so. */
export const json = (data: object): Json => data as Json;

/** Holds from the event's effective time on, until the next one. */
export function level(subject: string, measure: string, value: Json): LevelFact {
  return { fact: 'level', subject, measure, value };
}

/** Holds at any business time once it is known: that a thing exists, what a document says. */
export function known(subject: string, measure: string, value: Json): LevelFact {
  return { ...level(subject, measure, value), effective: TIMELESS };
}

/** Something happened to the subject: its state is what all of these together say. */
export function happened(kind: string, subject: string, outcome: string, detail: object): DecisionFact {
  return { fact: 'decision', kind, subject, outcome, detail: json(detail) };
}

/** The same about something that belongs to an engagement which the event's stream does not name. */
export function ofEngagement(engagement: Id, fact: LevelFact): LevelFact {
  return { ...fact, engagement };
}
