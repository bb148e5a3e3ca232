const PASSES = 2;

/** The instant at which a day begins in a zone. Where midnight does not exist that day, the first instant that does. */
export function startOfDay(day: string, zone: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  let at = wanted;
  for (let pass = 0; pass < PASSES; pass++) at = wanted - offsetAt(at, zone);
  // A clock put forward at midnight: the second pass has landed before it.
  if (localOf(at, zone) < wanted) at += wanted - localOf(at, zone);
  return new Date(at).toISOString();
}

const offsetAt = (at: number, zone: string): number => localOf(at, zone) - at;

/** What the clock on the wall shows at an instant, written as if it were UTC. */
function localOf(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
