import { Amount, Code, Count, type Event, Id, Instant, Minutes, OneOf, Text } from '@bw/contracts-base';
import { type SeenFlow, type SeenLevel, TIMELESS } from '@bw/projections';
import type { BaselineLineValue, ProgressValue } from '../evm/plan-values.ts';
import { lastOf, valueOf } from './values.ts';

/** What kind of fact it is. */
export const FACT_KINDS = ['baseline-line', 'progress', 'cost', 'data-date'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A fact below a figure, with the event that said it: who, when, for when, and why. */
export class FactView {
  @OneOf(...FACT_KINDS) readonly kind!: FactKind;
  @Id({ optional: true }) readonly activityId?: string;
  @Id() readonly event!: string;
  @Text(100, { optional: true }) readonly type?: string;
  @Code() readonly source!: string;
  @Count() readonly position!: number;
  @Instant() readonly effective!: string;
  @Instant() readonly recorded!: string;
  @Text(200, { optional: true }) readonly actor?: string;
  @Text(1000, { optional: true }) readonly reason?: string;
  /** The event whose amount this one takes back, or that it sets right. */
  @Id({ optional: true }) readonly corrects?: string;
  /** Of cost; of a baseline line: its budget. */
  @Amount({ optional: true }) readonly amount?: number;
  @Instant({ optional: true }) readonly start?: string;
  @Instant({ optional: true }) readonly finish?: string;
  @Minutes({ optional: true }) readonly done?: number;
  @Minutes({ optional: true }) readonly remaining?: number;
}

type Said = Pick<SeenLevel, 'event' | 'source' | 'position' | 'effective' | 'recorded'>;

const said = ({ event, source, position, effective, recorded }: Said, kind: FactKind) => ({
  kind,
  event,
  source,
  position,
  effective,
  recorded,
});

export function lineFact(level: SeenLevel): FactView {
  const { fixed, variable, start, finish } = valueOf<BaselineLineValue>(level);
  return {
    ...said(level, 'baseline-line'),
    activityId: lastOf(level.subject),
    amount: fixed + variable,
    start,
    finish,
  };
}

export function progressFact(level: SeenLevel): FactView {
  const { actualStart, actualFinish, actualDuration, remainingDuration } = valueOf<ProgressValue>(level);
  return {
    ...said(level, 'progress'),
    activityId: lastOf(level.subject),
    ...(actualStart && { start: actualStart }),
    ...(actualFinish && { finish: actualFinish }),
    done: actualDuration,
    remaining: remainingDuration,
  };
}

export function costFact(flow: SeenFlow): FactView {
  const { corrects, amount } = flow;
  return { ...said(flow, 'cost'), activityId: lastOf(flow.subject), amount, ...(corrects && { corrects }) };
}

export function dataDateFact(level: SeenLevel): FactView {
  return { ...said(level, 'data-date'), effective: valueOf<string>(level) };
}

/** Adds who said it and why, from the events themselves. */
export function withEvents(facts: readonly FactView[], events: ReadonlyMap<string, Event>): readonly FactView[] {
  return facts.map((fact) => {
    const event = events.get(fact.event);
    if (!event) return fact;
    const { type, actor, reason, corrects } = event;
    // What holds at any time has the business time of its event, for people.
    const effective = fact.effective === TIMELESS.at ? event.effective : fact.effective;
    return { ...(corrects && { corrects }), ...fact, effective, type, actor, ...(reason && { reason }) };
  });
}
