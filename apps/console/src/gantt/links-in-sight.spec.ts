import type { GanttLink, GanttRow } from './gantt-row.ts';
import { indexLinks, linksInSight, placesOf } from './links-in-sight.ts';

const rows: GanttRow[] = Array.from({ length: 10 }, (_, index) => ({
  id: `r${index}`,
  wbs: `${index}`,
  name: '',
  kind: 'task',
  done: 0,
  critical: false,
}));
const links: GanttLink[] = [
  { from: 'r0', to: 'r9', kind: 'FS' },
  { from: 'r2', to: 'r3', kind: 'SS' },
  { from: 'gone', to: 'r3', kind: 'FS' },
  { from: 'r4', to: 'r5', kind: 'FF' },
];
const visible = Int32Array.from(rows.keys());

describe('links in sight', () => {
  const index = indexLinks(rows, links);
  const seen = (first: number, end: number) =>
    linksInSight(index, visible, { first, end }).map((at) => index.links[at]?.kind);

  it('are those that begin or end at a row that is drawn', () => {
    expect(seen(0, 3)).toEqual(['FS', 'SS']);
    expect(seen(3, 5)).toEqual(['SS', 'FF']);
    expect(seen(6, 9)).toEqual([]);
    expect(seen(8, 20)).toEqual(['FS']);
  });

  it('leave out what leads to rows that are not there', () => {
    expect(index.links).toHaveLength(3);
  });

  it('know where rows stand while others are hidden', () => {
    expect([...placesOf(Int32Array.from([0, 3]), 5)]).toEqual([0, -1, -1, 1, -1]);
  });
});
