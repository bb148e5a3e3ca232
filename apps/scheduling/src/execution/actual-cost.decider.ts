import type { ActualCostFact, ActualCostRecorded } from '@bw/contracts-scheduling';
import {
  accept,
  type Currency,
  type Decider,
  type Decision,
  type Effective,
  type Id,
  type Instant,
  refuse,
} from '@bw/kernel';
import { isSame } from '../is-same.ts';
import type { Recorded } from '../recorded.ts';
import type { ProgressPolicy } from './progress.decider.ts';

type CostContent = Omit<ActualCostRecorded, 'warnings'>;

export type ActualCost =
  { readonly status: 'none' } | { readonly status: 'recorded'; readonly content: CostContent; readonly eventId: Id };

export interface CostContext {
  readonly planCurrency: Currency;
  readonly dataDate?: Instant;
}

export interface CostData extends CostContent {
  readonly effective: Effective;
  readonly context: CostContext;
  readonly policy: ProgressPolicy;
}

export type ActualCostCommand =
  | { readonly type: 'RecordCost'; readonly data: CostData }
  | { readonly type: 'CorrectCost'; readonly data: CostData & { readonly corrects: Id } };

export type ActualCostRefusal =
  | 'cost-after-data-date'
  | 'cost-in-another-currency'
  | 'cost-exists-with-other-content'
  | 'cost-not-found'
  | 'cost-already-corrected';

type CostEvent = Recorded<ActualCostFact>;

/** The rules of one cost entry: an amount that adds up; a correction replaces it as a whole. */
export const actualCost: Decider<ActualCost, ActualCostCommand, CostEvent, ActualCostRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    return command.type === 'RecordCost' ? record(command.data, state) : correct(command.data, state);
  },

  evolve(_, { data: { warnings: _warnings, ...content }, id }) {
    return { status: 'recorded', content, eventId: id ?? '' };
  },
};

function record(data: CostData, state: ActualCost): Decision<CostEvent, ActualCostRefusal> {
  if (state.status === 'none') return recorded(data);
  const hint = 'To change it, correct it; a further cost needs an id of its own.';
  return isSame(state.content, contentOf(data)) ? accept() : refuse('cost-exists-with-other-content', { hint });
}

function correct(
  data: CostData & { readonly corrects: Id },
  state: ActualCost,
): Decision<CostEvent, ActualCostRefusal> {
  if (state.status === 'none') return refuse('cost-not-found');
  if (state.eventId !== data.corrects) return refuse('cost-already-corrected', { current: state.eventId });
  return recorded(data, data.corrects);
}

function recorded(data: CostData, corrects?: Id): Decision<CostEvent, ActualCostRefusal> {
  const { context, effective, policy } = data;
  if (data.currency !== context.planCurrency)
    return refuse('cost-in-another-currency', { currency: context.planCurrency });
  const late = !context.dataDate || effective.at > context.dataDate;
  const detail = context.dataDate
    ? `counts from ${effective.at}, but the data date is ${context.dataDate}`
    : 'the plan has no data date yet';
  if (late && policy === 'strict') {
    return refuse('cost-after-data-date', { detail, hint: 'Advance the data date of the plan first.' });
  }
  const warnings = late ? [{ code: 'after-data-date' as const, detail }] : undefined;
  const fact: ActualCostFact = {
    type: 'scheduling.ActualCostRecorded',
    data: { ...contentOf(data), ...(warnings && { warnings }) },
    effective,
  };
  return accept<CostEvent>(corrects ? { ...fact, corrects } : fact);
}

function contentOf({ costId, planId, engagementId, activityId, amount, currency, basis }: CostData): CostContent {
  return { costId, planId, engagementId, activityId, amount, currency, basis };
}
