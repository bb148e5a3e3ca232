import type { RateLineRemoved, RateLineSet, TermsDrafted, TermsEnded, TermsEvent } from '@bw/contracts-engagement';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { contentHash, isSame } from '../content-hash.ts';
import { isInOrder, isWithin, overlaps } from '../day-period.ts';

export type RateLine = Omit<RateLineSet, 'termsId' | 'engagementId'>;

export type Terms = { readonly status: 'none' } | KnownTerms;

export interface KnownTerms extends TermsDrafted {
  readonly status: 'draft' | 'agreed' | 'ended';
  readonly lines: readonly RateLine[];
}

export type TermsCommand =
  | Command<'DraftTerms', TermsDrafted>
  | Command<'SetRateLine', RateLine>
  | Command<'RemoveRateLine', Pick<RateLineRemoved, 'lineId'>>
  | Command<'AgreeTerms'>
  | Command<'EndTerms', Pick<TermsEnded, 'endedOn' | 'reason'>>;

export type TermsRefusal =
  | 'terms-already-drafted'
  | 'terms-not-found'
  | 'terms-are-agreed'
  | 'terms-have-ended'
  | 'terms-are-a-draft'
  | 'terms-not-priced'
  | 'terms-end-outside'
  | 'period-ends-before-it-begins'
  | 'rate-periods-overlap'
  | 'rate-outside-terms'
  | 'rate-not-positive'
  | 'other-currency';

type Answer = Decision<TermsEvent, TermsRefusal>;

export const terms: Decider<Terms, TermsCommand, TermsEvent, TermsRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'DraftTerms') return draft(command.data, state);
    if (state.status === 'none') return refuse('terms-not-found');
    if (state.status === 'ended') return refuse('terms-have-ended');
    switch (command.type) {
      case 'SetRateLine':
        return state.status === 'draft' ? setLine(command.data, state) : refuse('terms-are-agreed');
      case 'RemoveRateLine':
        return state.status === 'draft' ? removeLine(command.data.lineId, state) : refuse('terms-are-agreed');
      case 'AgreeTerms':
        return state.status === 'draft' ? agree(state) : accept();
      case 'EndTerms':
        return state.status === 'agreed' ? end(command.data, state) : refuse('terms-are-a-draft');
    }
  },

  evolve(state, event) {
    if (event.type === 'engagement.TermsDrafted') return { ...event.data, status: 'draft', lines: [] };
    if (state.status === 'none') return state;
    switch (event.type) {
      case 'engagement.RateLineSet': {
        const { termsId: _terms, engagementId: _engagement, ...line } = event.data;
        return { ...state, lines: [...without(line.lineId, state.lines), line] };
      }
      case 'engagement.RateLineRemoved':
        return { ...state, lines: without(event.data.lineId, state.lines) };
      case 'engagement.TermsAgreed':
        return { ...state, status: 'agreed' };
      case 'engagement.TermsEnded':
        return { ...state, status: 'ended', to: event.data.endedOn };
    }
  },
};

/** What the parties sign: the period and every price, in an order that does not depend on when it was entered. */
export function termsHash({ termsId, title, currency, from, to, lines }: KnownTerms): string {
  const inOrder = lines.toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1));
  return contentHash({ termsId, title, currency, from, to, lines: inOrder });
}

function draft(data: TermsDrafted, state: Terms): Answer {
  if (!isInOrder(data)) return refuse('period-ends-before-it-begins');
  if (state.status === 'none') return accept({ type: 'engagement.TermsDrafted', data });
  const { status: _, lines: _lines, ...drafted } = state;
  return isSame(drafted, data) ? accept() : refuse('terms-already-drafted');
}

function setLine(line: RateLine, state: KnownTerms): Answer {
  if (line.rate <= 0) return refuse('rate-not-positive');
  if (line.currency !== state.currency) return refuse('other-currency', { currency: state.currency });
  if (!isInOrder(line)) return refuse('period-ends-before-it-begins');
  if (!isWithin(line, state)) return refuse('rate-outside-terms', { from: state.from, to: state.to });
  const others = without(line.lineId, state.lines);
  const clash = others.find((other) => pricesTheSame(line, other) && overlaps(line, other));
  if (clash) return refuse('rate-periods-overlap', { lineId: clash.lineId, from: clash.from, to: clash.to });
  const before = state.lines.find(({ lineId }) => lineId === line.lineId);
  if (before && isSame(before, line)) return accept();
  const { termsId, engagementId } = state;
  return accept({ type: 'engagement.RateLineSet', data: { ...line, termsId, engagementId } });
}

function removeLine(lineId: string, { termsId, engagementId, lines }: KnownTerms): Answer {
  if (!lines.some((line) => line.lineId === lineId)) return accept();
  return accept({ type: 'engagement.RateLineRemoved', data: { termsId, engagementId, lineId } });
}

function agree(state: KnownTerms): Answer {
  if (state.lines.length === 0) return refuse('terms-not-priced');
  const { termsId, engagementId, from, to } = state;
  const data = { termsId, engagementId, contentHash: termsHash(state), from, ...(to !== undefined && { to }) };
  return accept({ type: 'engagement.TermsAgreed', data });
}

function end({ endedOn, reason }: Pick<TermsEnded, 'endedOn' | 'reason'>, state: KnownTerms): Answer {
  const { termsId, engagementId, from, to } = state;
  if (!isWithin({ from: endedOn, to: endedOn }, { from, to })) return refuse('terms-end-outside', { from, to });
  return accept({ type: 'engagement.TermsEnded', data: { termsId, engagementId, endedOn, reason } });
}

function pricesTheSame(a: RateLine, b: RateLine): boolean {
  return a.component === b.component && a.role === b.role && a.grade === b.grade && a.location === b.location;
}

function without(lineId: string, lines: readonly RateLine[]): readonly RateLine[] {
  return lines.filter((line) => line.lineId !== lineId);
}
