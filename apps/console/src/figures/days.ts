const DAY_MS = 86_400_000;

/** Calendar days from one instant to another; below zero where it lies before. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (!from || !to) return undefined;
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
