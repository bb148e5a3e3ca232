import type { GanttLink, GanttRow } from './gantt-row.ts';
import type { Window1D } from './row-window.ts';

/** Links by the rows that they touch, as indexes. Built once for a plan: scrolling only looks up. */
export interface LinkIndex {
  readonly links: readonly GanttLink[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Of row n: `touching` from `begins[n]` to `begins[n + 1]`. */
  readonly begins: Int32Array;
  readonly touching: Int32Array;
}

export function indexLinks(rows: readonly GanttRow[], all: readonly GanttLink[]): LinkIndex {
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const links = all.filter(({ from, to }) => places.has(from) && places.has(to));
  const ends = (pick: (link: GanttLink) => string) => Int32Array.from(links, (link) => places.get(pick(link)) ?? 0);
  const [from, to] = [ends((link) => link.from), ends((link) => link.to)];
  const begins = new Int32Array(rows.length + 1);
  for (const side of [from, to]) for (const row of side) begins[row + 1] = (begins[row + 1] ?? 0) + 1;
  for (let row = 0; row < rows.length; row++) begins[row + 1] = (begins[row + 1] ?? 0) + (begins[row] ?? 0);
  const next = begins.slice();
  const touching = new Int32Array(links.length * 2);
  for (const side of [from, to]) {
    side.forEach((row, link) => {
      touching[next[row] ?? 0] = link;
      next[row] = (next[row] ?? 0) + 1;
    });
  }
  return { links, from, to, begins, touching };
}

/** Indexes of the links that begin or end at a row in sight. */
export function linksInSight(index: LinkIndex, visible: Int32Array, { first, end }: Window1D): readonly number[] {
  const found = new Set<number>();
  for (let place = first; place < end; place++) {
    const row = visible[place];
    if (row === undefined) break;
    const until = index.begins[row + 1] ?? 0;
    for (let at = index.begins[row] ?? 0; at < until; at++) found.add(index.touching[at] ?? 0);
  }
  return [...found];
}

const NOWHERE = -1;

/** Where each row stands among the visible ones; -1 for those that are hidden. */
export function placesOf(visible: Int32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(NOWHERE);
  visible.forEach((row, place) => (places[row] = place));
  return places;
}
