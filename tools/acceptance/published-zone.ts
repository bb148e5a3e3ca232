/** The published times are local and name no zone. The project ran in Belgium; its clock changes fall outside working time. */
export const ZONE = 'Europe/Brussels';
export const CURRENCY = 'EUR';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `2010-01-28T17:00` on the project's clock as an instant of UTC. */
export function instantOf(local: string): string {
  const wanted = Date.parse(`${local}:00.000Z`);
  // The offset at the instant that the text would be in UTC is right but for hours around a clock change.
  const guess = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(guess)).toISOString();
}

function offsetAt(instant: number): number {
  const of = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  return Date.parse(`${of['year']}-${of['month']}-${of['day']}T${of['hour']}:${of['minute']}:00.000Z`) - instant;
}
