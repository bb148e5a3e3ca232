/** The last millisecond of a civil day where the clocks of that zone show it. */
export function endOfDay(day: string, zone: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const nextMidnight = Date.UTC(year, month - 1, date + 1);
  // Twice: the offset of the guess may be another one than that of the midnight it leads to.
  const guess = nextMidnight - offsetAt(nextMidnight, zone);
  return new Date(nextMidnight - offsetAt(guess, zone) - 1).toISOString();
}

/** The civil day of an instant in a zone. */
export function dayOf(instant: string | number, zone: string): string {
  return new Date(new Date(instant).getTime() + offsetAt(new Date(instant).getTime(), zone)).toISOString().slice(0, 10);
}

/** So many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Milliseconds that clocks of the zone are ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at / 1_000) * 1_000;
}
