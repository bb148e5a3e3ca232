/** Something that the palette offers. */
export interface Entry {
  readonly id: string;
  /** Heading under which it stands. */
  readonly group: string;
  readonly title: string;
  /** A word more: code, client, keys. */
  readonly about?: string;
  readonly keys?: string;
  /** Other words under which somebody may look for it. */
  readonly also?: string;
  readonly run: () => void;
}

const MOST_PER_GROUP = 7;

/** How well an entry fits what was typed; 0: not at all. The beginning of the title counts most, then of a word, then any part. */
export function fitOf({ title, about = '', also = '' }: Pick<Entry, 'title' | 'about' | 'also'>, text: string): number {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [name, all] = [title.toLowerCase(), `${title} ${about} ${also}`.toLowerCase()];
  if (!words.every((word) => all.includes(word))) return 0;
  const [first = ''] = words;
  if (name.startsWith(first)) return 3;
  return ` ${all}`.includes(` ${first}`) ? 2 : 1;
}

/** What fits, the best first, in groups in the order of the entries; each group only as long as one can overlook. */
export function found(
  entries: readonly Entry[],
  text: string,
): readonly (readonly [group: string, entries: readonly Entry[]])[] {
  const fitting = entries
    .map((entry) => ({ entry, fit: fitOf(entry, text) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit);
  const groups = Map.groupBy(fitting, ({ entry }) => entry.group);
  const order = [...new Set(entries.map(({ group }) => group))];
  const best = (group: string) => groups.get(group)?.[0]?.fit ?? 0;
  return order
    .filter((group) => groups.has(group))
    .toSorted((a, b) => (text === '' ? 0 : best(b) - best(a)))
    .map((group) => [group, (groups.get(group) ?? []).slice(0, MOST_PER_GROUP).map(({ entry }) => entry)] as const);
}
