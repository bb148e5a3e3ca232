const DAY_MS = 86_400_000;
const REPORTED_WITHIN_DAYS = 7;

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The day by which a figure was most likely reported first: a week after its data date, but not today. */
export function firstReportDay(evaluatedAt: string, now: string): string {
  const evaluated = Date.parse(evaluatedAt);
  const yesterday = Date.parse(now) - DAY_MS;
  return dayOf(Math.max(evaluated, Math.min(evaluated + REPORTED_WITHIN_DAYS * DAY_MS, yesterday)));
}
