/** What lists there are. */
export type LineKind = 'client' | 'membership' | 'engagement' | 'terms' | 'approval';

/** One thing in its list, as it is now. */
export interface Line {
  readonly kind: LineKind;
  readonly id: string;
  readonly client?: string;
  readonly engagement?: string;
  readonly status: string;
  /** Lists are in this order, then by id. */
  readonly sort: string;
  /** Of the thing's stream. */
  readonly version: number;
  /** What the list shows of it. */
  readonly content: object;
}
