/** What a command led to: facts to store, or a named reason why not. */
export type Decision<Event, Refusal extends string> = Accepted<Event> | Refused<Refusal>;

export interface Accepted<Event> {
  readonly accepted: true;
  readonly events: readonly Event[];
}

export interface Refused<Refusal extends string> {
  readonly accepted: false;
  readonly refusal: Refusal;
  /** What the client needs to act on the refusal: the path of a cycle, the items that keep a gate shut. */
  readonly details?: RefusalDetails;
}

export type RefusalDetails = Readonly<Record<string, unknown>>;

/** Without events it means: there is nothing to do, and that is fine. */
export function accept<Event>(...events: readonly Event[]): Accepted<Event> {
  return { accepted: true, events };
}

/** "No" is a value that the API documents; `throw` is for bugs and broken infrastructure. */
export function refuse<const Refusal extends string>(refusal: Refusal, details?: RefusalDetails): Refused<Refusal> {
  return { accepted: false, refusal, ...(details && { details }) };
}
