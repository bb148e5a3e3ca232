import type { CivilDay, Effective, Id, Instant, Zone } from '@bw/kernel';

/** What a decider says happened. The shell adds the rest of the envelope. */
export interface Fact<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** When it counts, where that differs from the command's own effective time. */
  readonly effective?: Effective;
  /** Id of the event that this one sets right. */
  readonly corrects?: Id;
}

/** The facts of a service, from the classes of their data: `FactsOf<{ 'risk.RiskIdentified': RiskIdentified }>`. */
export type FactsOf<Classes extends Readonly<Record<string, object>>> = {
  readonly [Type in keyof Classes & string]: Fact<Type, Classes[Type]>;
}[keyof Classes & string];

/** A fact as it is stored and travels: what happened, when it counts, when we learned of it, and what led to it. */
export interface Event<Type extends string = string, Data = unknown> {
  readonly id: Id;
  /** `<service>.<PastTense>`, for example `risk.RiskIdentified`. */
  readonly type: Type;
  /** Version of the contract of `data`. */
  readonly version: number;
  readonly tenant: Id;
  readonly client?: Id;
  readonly engagement?: Id;
  /** The service whose log holds it. */
  readonly source: string;
  readonly stream: string;
  readonly streamVersion: number;
  /** Place in its service's log, without gaps; with the service's name it is what a reader waits for. */
  readonly position: number;
  /** Order is kept per key: tenant and engagement, or tenant and stream. */
  readonly key: string;
  /** Business time: when it counts. */
  readonly effective: Instant;
  readonly effectiveDay?: CivilDay;
  readonly effectiveZone?: Zone;
  /** Our time: when we stored it. Set by the log alone, never goes back within one log. */
  readonly recorded: Instant;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly command: Id;
  readonly correlation: Id;
  readonly causation: Id;
  readonly reason?: string;
  /** Id of the event that this one sets right. */
  readonly corrects?: Id;
  /** Recorded under a replay clock, not by the clock on the wall. */
  readonly replayed?: boolean;
  readonly data: Data;
}
