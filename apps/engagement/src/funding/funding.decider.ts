import type { BudgetLineDrawn, BudgetLineSet, FundingEvent, FundingOpened } from '@bw/contracts-engagement';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { isSame } from '../content-hash.ts';

export interface BudgetLine extends Pick<BudgetLineSet, 'lineId' | 'kind' | 'title' | 'amount'> {
  readonly drawn: number;
}

export type Funding = { readonly status: 'none' } | OpenFunding;

export interface OpenFunding extends FundingOpened {
  readonly status: 'open';
  readonly lines: readonly BudgetLine[];
  /** Ids of draws already made, so that one made twice counts once. */
  readonly draws: readonly string[];
}

type LineData = Pick<BudgetLineSet, 'lineId' | 'kind' | 'title' | 'amount' | 'currency'>;
type DrawData = Pick<BudgetLineDrawn, 'lineId' | 'drawId' | 'amount' | 'currency' | 'reason'>;

export type FundingCommand =
  Command<'OpenFunding', FundingOpened> | Command<'SetBudgetLine', LineData> | Command<'DrawBudget', DrawData>;

export type FundingRefusal =
  | 'funding-already-open'
  | 'funding-not-found'
  | 'budget-line-not-found'
  | 'budget-line-kind-is-fixed'
  | 'budget-below-drawn'
  | 'budget-exceeded'
  | 'amount-not-positive'
  | 'other-currency';

type Answer = Decision<FundingEvent, FundingRefusal>;

export const funding: Decider<Funding, FundingCommand, FundingEvent, FundingRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'OpenFunding') {
      if (state.status === 'none') return accept({ type: 'engagement.FundingOpened', data: command.data });
      return command.data.currency === state.currency ? accept() : refuse('funding-already-open');
    }
    if (state.status === 'none') return refuse('funding-not-found');
    if (command.data.amount <= 0) return refuse('amount-not-positive');
    if (command.data.currency !== state.currency) return refuse('other-currency', { currency: state.currency });
    switch (command.type) {
      case 'SetBudgetLine':
        return setLine(command.data, state);
      case 'DrawBudget':
        return draw(command.data, state);
    }
  },

  evolve(state, event) {
    if (event.type === 'engagement.FundingOpened') return { ...event.data, status: 'open', lines: [], draws: [] };
    if (state.status === 'none') return state;
    switch (event.type) {
      case 'engagement.BudgetLineSet': {
        const { lineId, kind, title, amount } = event.data;
        const drawn = lineOf(state, lineId)?.drawn ?? 0;
        const others = state.lines.filter((line) => line.lineId !== lineId);
        return { ...state, lines: [...others, { lineId, kind, title, amount, drawn }] };
      }
      case 'engagement.BudgetLineDrawn': {
        const { lineId, drawId, amount } = event.data;
        const lines = state.lines.map((line) =>
          line.lineId === lineId ? { ...line, drawn: line.drawn + amount } : line,
        );
        return { ...state, lines, draws: [...state.draws, drawId] };
      }
    }
  },
};

function setLine({ lineId, kind, title, amount, currency }: LineData, state: OpenFunding): Answer {
  const before = lineOf(state, lineId);
  if (before && before.kind !== kind) return refuse('budget-line-kind-is-fixed', { kind: before.kind });
  if (before && amount < before.drawn) return refuse('budget-below-drawn', { drawn: before.drawn });
  if (before && isSame(before, { lineId, kind, title, amount, drawn: before.drawn })) return accept();
  const { fundingId, engagementId } = state;
  const data = { fundingId, engagementId, lineId, kind, title, amount, currency };
  return accept({ type: 'engagement.BudgetLineSet', data });
}

function draw({ lineId, drawId, amount, currency, reason }: DrawData, state: OpenFunding): Answer {
  if (state.draws.includes(drawId)) return accept();
  const line = lineOf(state, lineId);
  if (!line) return refuse('budget-line-not-found');
  const left = line.amount - line.drawn;
  if (amount > left) return refuse('budget-exceeded', { lineId, left, currency });
  const { fundingId, engagementId } = state;
  const data = { fundingId, engagementId, lineId, drawId, amount, currency, reason };
  return accept({ type: 'engagement.BudgetLineDrawn', data });
}

function lineOf({ lines }: OpenFunding, lineId: string): BudgetLine | undefined {
  return lines.find((line) => line.lineId === lineId);
}
