import { treeOf } from '../row-tree.ts';
import { generatedPlan } from './rows.ts';

it('a generated plan is the same every time, a tree, and linked within itself', () => {
  const { rows, links } = generatedPlan(500);
  expect(generatedPlan(500)).toEqual({ rows, links });
  expect(rows).toHaveLength(500);
  const { parents } = treeOf(rows);
  rows.forEach(({ kind }, index) => expect((parents[index] ?? 0) < 0).toBe(kind === 'summary'));
  const ids = new Set(rows.map(({ id }) => id));
  expect(links.every(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)).toBe(true);
  expect(links.length).toBeGreaterThan(350);
});
