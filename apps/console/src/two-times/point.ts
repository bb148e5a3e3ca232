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

/** As the API wants it: the last instant of the day in the reader's zone. */
export function queryOf({ asOf, knownAt }: WantedPoint): Record<string, string> {
  return { ...(asOf && { asOf: endOf(asOf) }), ...(knownAt && { knownAt: endOf(knownAt) }) };
}

function endOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new Date(year, month - 1, date + 1).getTime() - 1).toISOString();
}
