import { Code, Count, Flag, Id, Instant, ListOf, OneOf, Optional, Text } from '@bw/contracts-base';
import { AtPoint } from '../reading/point.ts';

/** Which part of the trail. */
export class AuditParameters {
  @Id() readonly engagement!: string;
  /** Event types joined by commas; `risk.*` is all of a service. */
  @Text(2_000, { optional: true }) readonly types?: string;
  @Text(200, { optional: true }) readonly actor?: string;
  /** All that happened to one thing: `risk-<id>`. Several are joined by commas. */
  @Text(1_000, { optional: true }) readonly stream?: string;
  /** Only events whose data name this id, whatever stream they are in: an activity of a plan, for example. */
  @Id({ optional: true }) readonly about?: string;
  /** Recorded from this instant on. */
  @Instant({ optional: true }) readonly from?: string;
  /** Recorded before this instant. */
  @Instant({ optional: true }) readonly to?: string;
  /** `changes`: with what each event set anew, for the streams that were named. */
  @Optional() @OneOf('changes') readonly with?: 'changes';
}

/** A field that an event set anew. Values are JSON texts, as the event holds them. */
export class ChangeView {
  /** Nested fields with dots: `target.likelihood`. */
  @Text(200) readonly field!: string;
  /** Absent where the stream had said nothing about it. */
  @Text(100_000, { optional: true }) readonly before?: string;
  @Text(100_000) readonly after!: string;
}

/** One event, as the trail shows it: that it happened; with its changes, what it says. */
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
  /** The event that later set this one right, where that is known at the point. */
  @Id({ optional: true }) readonly correctedBy?: string;
  @Id() readonly correlation!: string;
  @Id() readonly causation!: string;
  /** Recorded under a replay clock. */
  @Flag() readonly replayed!: boolean;
  @ListOf(() => ChangeView, { max: 1_000, optional: true }) readonly changes?: readonly ChangeView[];
}

export class AuditView extends AtPoint {
  @ListOf(() => TrailEntry, { max: 200 }) readonly items!: readonly TrailEntry[];
  @Text(500, { optional: true }) readonly next?: string;
}
