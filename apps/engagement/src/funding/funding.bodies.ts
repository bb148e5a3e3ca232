import { Amount, Count, ListOf, Picked } from '@bw/contracts-base';
import { BudgetLineDrawn, BudgetLineSet, FundingOpened } from '@bw/contracts-engagement';

export class OpenFundingBody extends Picked(FundingOpened, 'currency') {}
export class BudgetLineBody extends Picked(BudgetLineSet, 'kind', 'title', 'amount', 'currency') {}
export class DrawBody extends Picked(BudgetLineDrawn, 'amount', 'currency', 'reason') {}

class BudgetLineView extends Picked(BudgetLineSet, 'lineId', 'kind', 'title', 'amount') {
  @Amount() readonly drawn!: number;
}

export class FundingView extends FundingOpened {
  @ListOf(() => BudgetLineView, { max: 1000 }) readonly lines!: readonly BudgetLineView[];
  @Count() readonly version!: number;
}
