import { type FundingEvent, sampleIds } from '@bw/contracts-engagement';
import { scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import { funding, type FundingCommand } from './funding.decider.ts';

const { given, stateAfter } = scenarios(funding);
const issued = issuedBy(sampleIds.director);
const { engagement: engagementId, budgetLine: lineId, draw: drawId } = sampleIds;
const ids = { fundingId: engagementId, engagementId };
const line = { lineId, kind: 'contingency', title: 'Known risks', amount: 100_00, currency: 'EUR' } as const;
const taking = { lineId, drawId: String(drawId), amount: 40_00, currency: 'EUR', reason: 'Second rehearsal.' };

const open = (currency = 'EUR'): FundingCommand => ({ type: 'OpenFunding', data: { ...ids, currency }, issued });
const set = (changes: Partial<Extract<FundingCommand, { type: 'SetBudgetLine' }>['data']> = {}): FundingCommand => ({
  type: 'SetBudgetLine',
  data: { ...line, ...changes },
  issued,
});
const draw = (changes: Partial<typeof taking> = {}): FundingCommand => ({
  type: 'DrawBudget',
  data: { ...taking, ...changes },
  issued,
});
const opened: FundingEvent = { type: 'engagement.FundingOpened', data: { ...ids, currency: 'EUR' } };
const lineSet = (amount = 100_00): FundingEvent => ({
  type: 'engagement.BudgetLineSet',
  data: { ...ids, ...line, amount },
});
const drawn: FundingEvent = { type: 'engagement.BudgetLineDrawn', data: { ...ids, ...taking } };

describe('funding', () => {
  it('is opened once, in one currency', () => {
    given().when(open()).then(opened);
    given(opened).when(open()).then();
    given(opened).when(open('USD')).thenRefused('funding-already-open');
    given().when(set()).thenRefused('funding-not-found');
    expect(stateAfter(lineSet(), drawn)).toEqual({ status: 'none' });
  });

  it('holds budget lines, whose last amount counts', () => {
    given(opened).when(set()).then(lineSet());
    given(opened, lineSet()).when(set()).then();
    given(opened, lineSet())
      .when(set({ amount: 120_00 }))
      .then(lineSet(120_00));
  });

  it('keeps the kind of a line, the currency, and amounts above nothing', () => {
    given(opened, lineSet())
      .when(set({ kind: 'management-reserve' }))
      .thenRefused('budget-line-kind-is-fixed');
    given(opened)
      .when(set({ currency: 'USD' }))
      .thenRefused('other-currency', { currency: 'EUR' });
    given(opened)
      .when(set({ amount: 0 }))
      .thenRefused('amount-not-positive');
    given(opened, lineSet())
      .when(draw({ amount: -1 }))
      .thenRefused('amount-not-positive');
  });

  it('gives no more than it holds, and each draw once', () => {
    given(opened, lineSet()).when(draw()).then(drawn);
    given(opened, lineSet(), drawn).when(draw()).then();
    given(opened, lineSet(), drawn)
      .when(draw({ drawId: sampleIds.plan, amount: 60_01 }))
      .thenRefused('budget-exceeded', { lineId, left: 60_00, currency: 'EUR' });
    given(opened).when(draw()).thenRefused('budget-line-not-found');
    const other = lineSet();
    expect(stateAfter(opened, other, drawn, lineSet(200_00))).toMatchObject({
      lines: [{ amount: 200_00, drawn: 40_00 }],
    });
  });

  it('is never cut below what was drawn', () => {
    given(opened, lineSet(), drawn)
      .when(set({ amount: 39_99 }))
      .thenRefused('budget-below-drawn', { drawn: 40_00 });
    given(opened, lineSet(), drawn)
      .when(set({ amount: 40_00 }))
      .then(lineSet(40_00));
  });
});
