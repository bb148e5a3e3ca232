import type { SeenDecision, SeenLevel } from '@bw/projections';

/** The value of a level that a projection of this service wrote: its shape is that projection's. */
export function valueOf<Value>({ value }: SeenLevel): Value {
  return value as Value;
}

/** The detail of a decision that a projection of this service wrote. */
export function detailOf<Detail>({ detail }: SeenDecision): Detail {
  return detail as Detail;
}

/** The last part of a subject such as `<plan>/<activity>`. */
export function lastOf(subject: string): string {
  return subject.slice(subject.lastIndexOf('/') + 1);
}
