const SHAPE = /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/;
const known = new Map<string, boolean>();

/** Is it the name of a zone in this run-time's time-zone data? Offsets such as `+01:00` are no names. */
export function isZoneName(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 64 || !SHAPE.test(value)) return false;
  const remembered = known.get(value);
  if (remembered !== undefined) return remembered;
  const exists = canFormat(value);
  // Only right names are remembered, and not without bound: what comes from outside must not fill the memory.
  if (exists && known.size < 1000) known.set(value, true);
  return exists;
}

function canFormat(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
