import { ancestorIds, hasChildren, parentIds, treeOf, visibleRows } from './row-tree.ts';

const rows = ['1', '1.1', '1.1.1', '1.2', '1.10', '2', '2.1', '3'].map((wbs) => ({ id: wbs, wbs }));
const tree = treeOf(rows);
const shown = (...collapsed: string[]) => [...visibleRows(rows, tree, new Set(collapsed))].map((at) => rows[at]?.id);

describe('the tree of rows', () => {
  it('follows the work breakdown codes', () => {
    expect([...tree.depths]).toEqual([0, 1, 2, 1, 1, 0, 1, 0]);
    expect(rows.map((_, index) => hasChildren(tree, index))).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(parentIds(rows, tree)).toEqual(['1', '1.1', '2']);
    expect(ancestorIds(rows, tree, 2)).toEqual(['1.1', '1']);
  });

  it('does not take 1.10 for a part of 1.1', () => {
    expect(tree.parents[4]).toBe(0);
  });

  it('hides what lies below a collapsed row, also where a row in it is collapsed', () => {
    expect(shown()).toEqual(rows.map(({ id }) => id));
    expect(shown('1.1')).toEqual(['1', '1.1', '1.2', '1.10', '2', '2.1', '3']);
    expect(shown('1', '1.1', '2')).toEqual(['1', '2', '3']);
  });

  it('knows gaps: a row whose parent is missing hangs on the next one above', () => {
    const gaps = treeOf([{ wbs: '1' }, { wbs: '1.2.3' }, { wbs: '' }, { wbs: '4' }]);
    expect([...gaps.parents]).toEqual([-1, 0, -1, -1]);
  });
});
