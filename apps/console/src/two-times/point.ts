/** The point in both times that a page shows. Both empty: now, as known now. It lives in the URL. */
export interface WantedPoint {
  /** Civil day: what was true at the end of that day. */
  readonly asOf?: string;
  /** Civil day: what was known at the end of that day. */
  readonly knownAt?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the point from a page's search part; nonsense counts as not given. */
export function pointIn(search: Readonly<Record<string, unknown>>): WantedPoint {
  const day = (value: unknown) =>
    typeof value === 'string' && DAY.test(value) && !isNaN(Date.parse(value)) ? value : undefined;
  const [asOf, knownAt] = [day(search['asOf']), day(search['knownAt'])];
  return { ...(asOf && { asOf }), ...(knownAt && { knownAt }) };
}

export const isPast = ({ asOf, knownAt }: WantedPoint): boolean => asOf !== undefined || knownAt !== undefined;

/** For links to other pages: the point in time goes along; what is open beside the page does not. */
export const onward = ({ asOf, knownAt }: WantedPoint): WantedPoint => ({ asOf, knownAt });

/**
 * As the API wants it: the last instant of the day in UTC. Not of the reader's zone: a link must show everybody the same
 * figures, and a portfolio spans zones.
 */
export function queryOf({ asOf, knownAt }: WantedPoint): Record<string, string> {
  return { ...(asOf && { asOf: endOf(asOf) }), ...(knownAt && { knownAt: endOf(knownAt) }) };
}

const endOf = (day: string): string => `${day}T23:59:59.999Z`;
