import { Amount, CurrencyCode, EventContract, type FactsOf, Id, OneOf, Text } from '@bw/contracts-base';

export const BUDGET_LINE_KINDS = ['contingency', 'management-reserve'] as const;
export type BudgetLineKind = (typeof BUDGET_LINE_KINDS)[number];

@EventContract({
  type: 'engagement.FundingOpened',
  version: 1,
  about: 'An engagement can hold money beside the budget of its plan; none of it is in earned value.',
})
export class FundingOpened {
  @Id() readonly fundingId!: string;
  @Id() readonly engagementId!: string;
  @CurrencyCode() readonly currency!: string;
}

@EventContract({ type: 'engagement.BudgetLineSet', version: 1, about: 'So much money is kept for this purpose.' })
export class BudgetLineSet {
  @Id() readonly fundingId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly lineId!: string;
  @OneOf(...BUDGET_LINE_KINDS) readonly kind!: BudgetLineKind;
  @Text(200) readonly title!: string;
  @Amount() readonly amount!: number;
  @CurrencyCode() readonly currency!: string;
}

@EventContract({ type: 'engagement.BudgetLineDrawn', version: 1, about: 'Money was taken out of a budget line.' })
export class BudgetLineDrawn {
  @Id() readonly fundingId!: string;
  @Id() readonly engagementId!: string;
  @Id() readonly lineId!: string;
  @Id() readonly drawId!: string;
  @Amount() readonly amount!: number;
  @CurrencyCode() readonly currency!: string;
  @Text(500) readonly reason!: string;
}

export type FundingEvent = FactsOf<{
  'engagement.FundingOpened': FundingOpened;
  'engagement.BudgetLineSet': BudgetLineSet;
  'engagement.BudgetLineDrawn': BudgetLineDrawn;
}>;
