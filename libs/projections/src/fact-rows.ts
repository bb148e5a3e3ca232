import type { Event } from '@bw/contracts-base';
import type { Effective } from '@bw/kernel';
import type { DecisionFact, FactProjection, FlowFact, LevelFact, ProjectedFact } from './facts.ts';
import { lineageHash } from './lineage.ts';
import { bucketStart, type FactSettings } from './settings.ts';
import type { Columns } from './sql.ts';

/** A fact, the event that says it, and its number among that event's facts. */
export interface Said<F extends ProjectedFact = ProjectedFact> {
  readonly fact: F;
  readonly event: Event;
  readonly n: number;
}

export interface SaidFacts {
  readonly flows: readonly Said<FlowFact>[];
  readonly levels: readonly Said<LevelFact>[];
  readonly decisions: readonly Said<DecisionFact>[];
}

/** All facts of these events, of all projections, by kind. */
export function factsOf(events: readonly Event[], projections: readonly FactProjection[]): SaidFacts {
  const flows: Said<FlowFact>[] = [];
  const levels: Said<LevelFact>[] = [];
  const decisions: Said<DecisionFact>[] = [];
  for (const event of events) {
    const facts = projections.flatMap((projection) => projection.facts(event));
    for (const [n, fact] of facts.entries()) {
      if (fact.fact === 'flow') flows.push({ fact: whole(fact, event), event, n });
      else if (fact.fact === 'level') levels.push({ fact, event, n });
      else decisions.push({ fact, event, n });
    }
  }
  return { flows, levels, decisions };
}

function whole(fact: FlowFact, event: Event): FlowFact {
  if (Number.isSafeInteger(fact.amount)) return fact;
  throw new Error(
    `Flow ${fact.measure} of event ${event.id} (${event.type}) must be a whole number, not ${fact.amount}.`,
  );
}

const effectiveOf = ({ fact, event }: Said): Effective =>
  fact.effective ?? { at: event.effective, ...(event.effectiveDay && { day: event.effectiveDay }) };

const flowHash = ({ fact, event, n }: Said<FlowFact>) =>
  lineageHash(event.id, n, fact.subject, fact.measure, effectiveOf({ fact, event, n }).at, fact.amount);

function placed<F extends ProjectedFact>(): Columns<Said<F>> {
  return [
    ['tenant', 'uuid', ({ event }) => event.tenant],
    ['client', 'uuid', ({ fact, event }) => fact.client ?? event.client ?? null],
    ['engagement', 'uuid', ({ fact, event }) => fact.engagement ?? event.engagement ?? null],
    ['subject', 'text', ({ fact }) => fact.subject],
    ['effective', 'timestamptz', (said) => effectiveOf(said).at],
    ['day', 'date', (said) => effectiveOf(said).day ?? null],
    ['n', 'integer', ({ n }) => n],
    ['recorded', 'timestamptz', ({ event }) => event.recorded],
    ['event', 'uuid', ({ event }) => event.id],
  ];
}

export function flowColumns(
  settings: FactSettings,
): Columns<Said<FlowFact> & { readonly hash: ReturnType<typeof lineageHash> }> {
  return [
    ...placed<FlowFact>(),
    ['pos', 'bigint', ({ event }) => event.position],
    ['measure', 'text', ({ fact }) => fact.measure],
    ['bucket', 'date', (said) => bucketStart(Date.parse(effectiveOf(said).at), settings)],
    ['amount', 'bigint', ({ fact }) => fact.amount],
    ['lineage_high', 'bigint', ({ hash }) => hash.high.toString()],
    ['lineage_low', 'bigint', ({ hash }) => hash.low.toString()],
  ];
}

/** With the hash that its columns need twice. */
export const hashed = (said: Said<FlowFact>) => ({ ...said, hash: flowHash(said) });

export const levelColumns: Columns<Said<LevelFact>> = [
  ...placed<LevelFact>(),
  ['known_from', 'bigint', ({ event }) => event.position],
  ['measure', 'text', ({ fact }) => fact.measure],
  ['value', 'jsonb', ({ fact }) => JSON.stringify(fact.value)],
];

export const decisionColumns: Columns<Said<DecisionFact>> = [
  ...placed<DecisionFact>(),
  ['pos', 'bigint', ({ event }) => event.position],
  ['kind', 'text', ({ fact }) => fact.kind],
  ['outcome', 'text', ({ fact }) => fact.outcome],
  ['by', 'text', ({ event }) => event.actor],
  ['detail', 'jsonb', ({ fact }) => JSON.stringify(fact.detail ?? null)],
];
