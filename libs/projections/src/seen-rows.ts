import type { Json } from './facts.ts';
import type { SeenDecision, SeenFlow, SeenLevel } from './reading.ts';
import type { Sources } from './sources.ts';

interface SeenRow {
  readonly client: string | null;
  readonly engagement: string | null;
  readonly subject: string;
  readonly effective: Date;
  readonly day: string | null;
  readonly source: number;
  readonly position: string;
  readonly n: number;
  readonly recorded: Date;
  readonly event: string;
}

export interface LevelRow extends SeenRow {
  readonly measure: string;
  readonly value: Json;
}

export interface FlowRow extends SeenRow {
  readonly measure: string;
  readonly amount: string;
  readonly corrects: string | null;
}

export interface DecisionRow extends SeenRow {
  readonly kind: string;
  readonly outcome: string;
  readonly by: string;
  readonly detail: Json;
}

const SEEN = 'client, engagement, subject, effective, day::text, source, n, recorded, event';
export const LEVEL_COLUMNS = `${SEEN}, known_from as position, measure, value`;
export const FLOW_COLUMNS = `${SEEN}, pos as position, measure, amount, corrects`;
export const DECISION_COLUMNS = `${SEEN}, pos as position, kind, outcome, by, detail`;

const seen = (row: SeenRow, sources: Sources) => ({
  ...(row.client && { client: row.client }),
  ...(row.engagement && { engagement: row.engagement }),
  subject: row.subject,
  effective: row.effective.toISOString(),
  ...(row.day && { day: row.day }),
  source: sources.withId(row.source).name,
  position: Number(row.position),
  n: row.n,
  recorded: row.recorded.toISOString(),
  event: row.event,
});

export const levelOf = (row: LevelRow, sources: Sources): SeenLevel => ({
  ...seen(row, sources),
  measure: row.measure,
  value: row.value,
});

export const flowOf = (row: FlowRow, sources: Sources): SeenFlow => ({
  ...seen(row, sources),
  measure: row.measure,
  amount: Number(row.amount),
  ...(row.corrects && { corrects: row.corrects }),
});

export const decisionOf = (row: DecisionRow, sources: Sources): SeenDecision => ({
  ...seen(row, sources),
  kind: row.kind,
  outcome: row.outcome,
  by: row.by,
  detail: row.detail,
});
