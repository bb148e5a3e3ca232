/** Steps of the slider are weeks that end on a Sunday; the last step is now. Days are civil days in UTC. */
const DAY_MS = 86_400_000;
const WEEK = 7;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** Days at whose ends one may look, the earliest first, from the first week's end after `from` to the last one before `today`. */
export function weekEnds(from: string, today: string): readonly string[] {
  const start = at(from);
  const weekday = new Date(start).getUTCDay();
  const ends: string[] = [];
  for (let end = start + ((WEEK - weekday) % WEEK) * DAY_MS; end < at(today); end += WEEK * DAY_MS)
    ends.push(dayOf(end));
  return ends;
}

/** The step nearest to a day; the one after the last week is now. */
export function stepOf(day: string | undefined, weeks: readonly string[]): number {
  if (day === undefined) return weeks.length;
  let best = 0;
  weeks.forEach((week, index) => {
    if (Math.abs(at(week) - at(day)) < Math.abs(at(weeks[best] ?? week) - at(day))) best = index;
  });
  return best;
}

/** The day of a step; undefined is now. */
export const dayAt = (step: number, weeks: readonly string[]): string | undefined => weeks[Math.max(0, step)];

/** A week further back or forth; forth from the last week is now. */
export function stepDay(day: string | undefined, direction: -1 | 1, weeks: readonly string[]): string | undefined {
  if (direction === -1) {
    const before = weeks.findLast((week) => day === undefined || week < day);
    return before ?? day;
  }
  return day === undefined ? undefined : weeks.find((week) => week > day);
}
