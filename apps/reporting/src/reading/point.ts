import { Instant, Nested, Text } from '@bw/contracts-base';

/** Where a reading stood in both times. With `cut` it can be repeated, for ever. */
export class PointView {
  @Instant() readonly asOf!: string;
  /** As it was asked for; absent where it was everything known. */
  @Instant({ optional: true }) readonly knownAt?: string;
  /** What was known, as a token. */
  @Text(500) readonly cut!: string;
}

/** What every reading answers beside its own. */
export class AtPoint {
  @Nested(() => PointView) readonly point!: PointView;
}
