import type { CivilDay, Id, Instant } from '@bw/kernel';
import type { Json } from './facts.ts';

/** What is known: the last position taken in of each source log. As text an opaque, printable token. */
export type Cut = Readonly<Record<string, number>>;

/** A point in both times. */
export interface Point {
  readonly asOf: Instant;
  readonly cut: Cut;
}

/** What a request may say about the point it wants. At most one of `knownAt` and `cut`. */
export interface Wanted {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
  readonly cut?: string;
  /** Such as `scheduling:4711`; several are joined by commas. */
  readonly minPosition?: string;
}

/**
 * Whose facts: row security holds the tenant, the list holds the walls between clients. Facts of no engagement are seen
 * by `all` only: what they tell a client's user is the caller's decision.
 */
export interface Scope {
  readonly tenant: Id;
  readonly engagements: readonly Id[] | 'all';
}

export interface Which {
  readonly engagement?: Id;
  readonly subject?: string;
  readonly subjects?: readonly string[];
  /** Subjects that begin with this one and a `/`. */
  readonly within?: string;
}

export interface Measures extends Which {
  readonly measures: readonly string[];
}

export interface Kinds extends Which {
  readonly kinds: readonly string[];
}

interface Seen {
  readonly client?: Id;
  readonly engagement?: Id;
  readonly subject: string;
  readonly effective: Instant;
  readonly day?: CivilDay;
  readonly source: string;
  readonly position: number;
  /** Number of the fact among those of its event. */
  readonly n: number;
  readonly recorded: Instant;
  readonly event: Id;
}

export interface SeenLevel extends Seen {
  readonly measure: string;
  readonly value: Json;
}

export interface SeenFlow extends Seen {
  readonly measure: string;
  readonly amount: number;
  /** Set on a reversal: the event whose amount it takes back. */
  readonly corrects?: Id;
}

export interface SeenDecision extends Seen {
  readonly kind: string;
  readonly outcome: string;
  readonly by: string;
  readonly detail: Json;
}

/** What sums are told apart by. */
export type GroupedBy = 'engagement' | 'subject' | 'bucket';

export interface FlowSum {
  readonly measure: string;
  readonly engagement?: Id;
  /** Where sums are by subject. */
  readonly subject?: string;
  /** Where sums are by bucket: its first day. */
  readonly bucket?: CivilDay;
  readonly amount: number;
  /** How many facts count: a corrected one and its reversal do not. */
  readonly count: number;
  /** Set hash of the facts that count: equal for equal sets, whatever their order. */
  readonly lineage: string;
}

/** A page of facts; `next` is given back as `after`. */
export interface FlowPage {
  readonly flows: readonly SeenFlow[];
  readonly next?: string;
}

/** What can be seen from one point. Every read model reads through this; none has time logic of its own. */
export interface Reading {
  readonly point: Point;
  /** The ruling level of each subject and measure. An ended one (`null`) is left out. */
  levels(which: Measures): Promise<readonly SeenLevel[]>;
  /** All visible levels, the past ones too, by subject, measure and effective time: histories. */
  levelHistory(which: Measures): Promise<readonly SeenLevel[]>;
  /** Every visible flow, reversals too, in business order. */
  flows(which: Measures): Promise<readonly SeenFlow[]>;
  flowPage(which: Measures & { readonly after?: string; readonly limit: number }): Promise<FlowPage>;
  /** Sums by subject, unless told otherwise; they add up to the same total whatever they are grouped by. */
  flowSums(which: Measures & { readonly by?: GroupedBy }): Promise<readonly FlowSum[]>;
  /** Decisions in recorded order. */
  decisions(which: Kinds): Promise<readonly SeenDecision[]>;
}

/** A flow that one cut holds and the other does not; the signed amounts sum up to the difference. */
export interface ChangedFlow extends SeenFlow {
  /** What it adds to the difference: `amount`, or its negative where only the earlier cut holds it. */
  readonly adds: number;
}

/** A subject whose ruling level is another one. */
export interface ChangedLevel {
  readonly subject: string;
  readonly measure: string;
  readonly before?: SeenLevel;
  readonly after?: SeenLevel;
}

/** What makes two readings of the same business time differ: facts learned, and facts replaced, between two cuts. */
export interface Restatement {
  readonly asOf: Instant;
  readonly from: Cut;
  readonly to: Cut;
  flows(which: Measures): Promise<readonly ChangedFlow[]>;
  levels(which: Measures): Promise<readonly ChangedLevel[]>;
  decisions(which: Kinds): Promise<readonly SeenDecision[]>;
}

export abstract class TwoTimes {
  /** Turns a wish into a point; waits for what is not folded yet, then throws `NotYet`. */
  abstract resolve(tenant: Id, wanted: Wanted): Promise<Point>;
  abstract at(point: Point, scope: Scope): Reading;
  abstract between(asOf: Instant, from: Cut, to: Cut, scope: Scope): Restatement;
  /** A cut as the token that `Wanted.cut` takes. */
  abstract token(cut: Cut): string;
  /** The other way round; throws `UnreadableCut`. */
  abstract cut(token: string): Cut;
}

/** The projection has not taken in what the reading asks for. */
export class NotYet extends Error {
  constructor(readonly missing: Cut) {
    const positions = Object.entries(missing).map(([source, position]) => `${source}:${position}`);
    super(`Not taken in yet: ${positions.join(', ')}. Ask again in a moment.`);
  }
}

/** What was wished for contradicts itself or lies in the future. */
export class UnclearPoint extends Error {}
