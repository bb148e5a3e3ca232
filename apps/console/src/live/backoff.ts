const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before the next try: longer each time, never for long, and not all tabs at once. */
export function waitBefore(attempt: number, random: number = Math.random()): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(whole * (0.5 + random / 2));
}
