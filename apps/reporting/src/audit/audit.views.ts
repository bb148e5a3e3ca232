import { Code, Count, Flag, Id, Instant, ListOf, Text } from '@bw/contracts-base';
import { AtPoint } from '../reading/point.ts';

/** One event, as the trail shows it: that it happened, not what it says. */
export class TrailEntry {
  /** Place in the tenant's feed. */
  @Count() readonly sequence!: number;
  @Id() readonly event!: string;
  @Text(100) readonly type!: string;
  @Code() readonly source!: string;
  @Count() readonly position!: number;
  @Text(200) readonly stream!: string;
  @Count() readonly streamVersion!: number;
  @Text(200) readonly actor!: string;
  @Text(200, { optional: true }) readonly onBehalfOf?: string;
  @Instant() readonly effective!: string;
  @Instant() readonly recorded!: string;
  @Text(1000, { optional: true }) readonly reason?: string;
  @Id({ optional: true }) readonly corrects?: string;
  @Id() readonly correlation!: string;
  @Id() readonly causation!: string;
  /** Recorded under a replay clock. */
  @Flag() readonly replayed!: boolean;
}

export class AuditView extends AtPoint {
  @ListOf(() => TrailEntry, { max: 200 }) readonly items!: readonly TrailEntry[];
  @Text(500, { optional: true }) readonly next?: string;
}
