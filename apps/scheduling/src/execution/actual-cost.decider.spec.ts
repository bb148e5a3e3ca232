import type { ActualCostFact } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import type { Recorded } from '../recorded.ts';
import { actualCost, type ActualCostCommand, type CostData } from './actual-cost.decider.ts';

const { given } = scenarios(actualCost);

const AT = '2026-01-09T16:00:00.000Z';
const content = {
  costId: idOf('cost'),
  planId: idOf('plan'),
  engagementId: idOf('engagement'),
  activityId: idOf('activity'),
  amount: 12_500,
  currency: 'EUR',
  basis: 'project' as const,
};
const data = (change: Partial<CostData> = {}): CostData => ({
  ...content,
  effective: { at: AT },
  context: { planCurrency: 'EUR', dataDate: AT },
  policy: 'strict',
  ...change,
});
const record = (change?: Partial<CostData>): ActualCostCommand => ({ type: 'RecordCost', data: data(change) });
const correct = (corrects: string, change?: Partial<CostData>): ActualCostCommand => ({
  type: 'CorrectCost',
  data: { ...data(change), corrects },
});
const recorded = (change: Partial<typeof content> = {}): Recorded<ActualCostFact> => ({
  type: 'scheduling.ActualCostRecorded',
  data: { ...content, ...change },
  effective: { at: AT },
});
const stored = { ...recorded(), id: idOf('event') };

describe('a cost', () => {
  it('is recorded once', () => {
    given().when(record()).then(recorded());
    given(stored).when(record()).thenNothing();
    given(stored)
      .when(record({ amount: 1 }))
      .thenRefused('cost-exists-with-other-content');
  });

  it('may be a credit', () => {
    given()
      .when(record({ amount: -500 }))
      .then(recorded({ amount: -500 }));
  });

  it('is in the plan’s currency and not after its data date', () => {
    given()
      .when(record({ currency: 'USD' }))
      .thenRefused('cost-in-another-currency', { currency: 'EUR' });
    given()
      .when(record({ context: { planCurrency: 'EUR' } }))
      .thenRefused('cost-after-data-date');
    given()
      .when(record({ effective: { at: '2026-01-10T16:00:00.000Z' } }))
      .thenRefused('cost-after-data-date');
  });

  it('that happened elsewhere is accepted and flagged', () => {
    const decision = actualCost.decide(record({ context: { planCurrency: 'EUR' }, policy: 'historic' }), {
      status: 'none',
    });
    expect(decision).toMatchObject({ accepted: true, events: [{ data: { warnings: [{ code: 'after-data-date' }] } }] });
  });

  it('is corrected as a whole, from what it is now', () => {
    given(stored)
      .when(correct(idOf('event'), { amount: 0 }))
      .then({ ...recorded({ amount: 0 }), corrects: idOf('event') });
    given(stored)
      .when(correct(idOf('other')))
      .thenRefused('cost-already-corrected', { current: idOf('event') });
    given()
      .when(correct(idOf('event')))
      .thenRefused('cost-not-found');
  });
});
