import { Count, Id, ListOf, OneOf, Picked, Without } from '@bw/contracts-base';
import { RateLineSet, TermsDrafted, TermsEnded } from '@bw/contracts-engagement';

export class DraftTermsBody extends Without(TermsDrafted, 'termsId') {}
export class RateLineBody extends Without(RateLineSet, 'termsId', 'engagementId', 'lineId') {}
export class EndTermsBody extends Picked(TermsEnded, 'endedOn', 'reason') {}

export class TermsQuery {
  @Id() readonly engagement!: string;
}

class RateLineView extends Without(RateLineSet, 'termsId', 'engagementId') {}

export class TermsView extends TermsDrafted {
  @OneOf('draft', 'agreed', 'ended') readonly status!: 'draft' | 'agreed' | 'ended';
  @ListOf(() => RateLineView, { max: 5000 }) readonly lines!: readonly RateLineView[];
  @Count() readonly version!: number;
}
