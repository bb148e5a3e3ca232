import type { Risk } from '../api/views.ts';

const TOP = 4;

/** Open risks by their score, the gravest first. */
export function topRisks(risks: readonly Risk[]): readonly Risk[] {
  return risks
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (b.current?.score ?? 0) - (a.current?.score ?? 0) || a.title.localeCompare(b.title))
    .slice(0, TOP);
}
