import type { Colour, EngagementLine } from '../api/views.ts';

const GRAVITY: Readonly<Record<Colour, number>> = { red: 3, amber: 2, unknown: 1, green: 0 };

/** What needs somebody first: by colour, then by how many reasons are as grave, then by code. */
export function exceptionsFirst(lines: readonly EngagementLine[]): readonly EngagementLine[] {
  const worst = ({ health }: EngagementLine) => health.reasons.filter(({ colour }) => colour === health.colour).length;
  return lines.toSorted(
    (a, b) =>
      GRAVITY[b.health.colour] - GRAVITY[a.health.colour] || worst(b) - worst(a) || a.code.localeCompare(b.code),
  );
}
