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

/** Whose facts: row security holds the tenant, the list holds the walls between clients. */
export interface Scope {
  readonly tenant: Id;
  readonly engagements: readonly Id[] | 'all';
}

export interface Which {
  readonly engagement?: Id;
  readonly subject?: string;
  readonly subjects?: readonly string[];
}

interface Seen {
  readonly client?: Id;
  readonly engagement?: Id;
  readonly subject: string;
  readonly effective: Instant;
  readonly day?: CivilDay;
  readonly source: string;
  readonly position: number;
  readonly event: Id;
}

export interface SeenLevel extends Seen {
  readonly measure: string;
  readonly value: Json;
}

export interface SeenFlow extends Seen {
  readonly measure: string;
  readonly amount: number;
  readonly corrects?: Id;
}

export interface SeenDecision extends Seen {
  readonly kind: string;
  readonly outcome: string;
  readonly by: string;
  readonly detail: Json;
}

export interface FlowSum {
  readonly subject: string;
  readonly measure: string;
  readonly amount: number;
  readonly count: number;
  /** Set hash of event ids and amounts: equal for equal sets, whatever their order. */
  readonly lineage: string;
}

/** What can be seen from one point. Every read model reads through this; none has time logic of its own. */
export interface Reading {
  readonly point: Point;
  /** The ruling level of each subject and measure. */
  levels(which: Which & { readonly measures: readonly string[] }): Promise<readonly SeenLevel[]>;
  /** All visible levels, the past ones too, by subject, measure and effective time: histories. */
  levelHistory(which: Which & { readonly measures: readonly string[] }): Promise<readonly SeenLevel[]>;
  flows(which: Which & { readonly measures: readonly string[] }): Promise<readonly SeenFlow[]>;
  flowSums(which: Which & { readonly measures: readonly string[] }): Promise<readonly FlowSum[]>;
  /** Decisions in recorded order. */
  decisions(which: Which & { readonly kinds: readonly string[] }): Promise<readonly SeenDecision[]>;
}

export abstract class TwoTimes {
  /** Turns a wish into a point; waits for what is not folded yet, then throws `NotYet`. */
  abstract resolve(tenant: Id, wanted: Wanted): Promise<Point>;
  abstract at(point: Point, scope: Scope): Reading;
}

/** The projection has not taken in what the reading asks for. */
export class NotYet extends Error {
  constructor(readonly missing: Cut) {
    super(`Not taken in yet: ${Object.entries(missing).map(([source, position]) => `${source}:${position}`).join(', ')}.`);
  }
}
