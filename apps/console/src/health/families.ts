import type { Colour, Health, Reason } from '../api/views.ts';

/** Where trouble comes from, in the order in which people look. */
export const FAMILIES = ['schedule', 'cost', 'issues', 'risks', 'decisions'] as const;
export type Family = (typeof FAMILIES)[number];

const GRAVITY: Readonly<Record<Colour, number>> = { red: 3, amber: 2, unknown: 1, green: 0 };
export const gravityOf = (colour: Colour): number => GRAVITY[colour];

export interface FamilyHealth {
  readonly family: Family;
  readonly colour: Colour;
  /** The gravest first. */
  readonly reasons: readonly Reason[];
}

/** Counts of open matters are known even where nothing was measured; indices are not. */
const MEASURED: ReadonlySet<Family> = new Set(['schedule', 'cost']);

/** Each family with its colour: the gravest of its reasons. A family of matters that has none is in order. */
export function familiesOf({ reasons }: Health): readonly FamilyHealth[] {
  return FAMILIES.map((family) => {
    const own = reasons
      .filter((reason) => reason.family === family)
      .toSorted((a, b) => gravityOf(b.colour) - gravityOf(a.colour));
    const without: Colour = MEASURED.has(family) ? 'unknown' : 'green';
    return { family, colour: own[0]?.colour ?? without, reasons: own };
  });
}
