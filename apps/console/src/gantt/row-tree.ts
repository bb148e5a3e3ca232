/** Which rows lie under which: rows come in the order of their work breakdown codes. */
export interface RowTree {
  /** Index of the parent; -1 at the top. */
  readonly parents: Int32Array;
  readonly depths: Uint8Array;
  /** Index of the first row that is not below it. */
  readonly ends: Int32Array;
}

export function treeOf(rows: readonly { readonly wbs: string }[]): RowTree {
  const parents = new Int32Array(rows.length).fill(-1);
  const depths = new Uint8Array(rows.length);
  const ends = new Int32Array(rows.length).fill(rows.length);
  const open: { readonly index: number; readonly prefix: string }[] = [];
  rows.forEach(({ wbs }, index) => {
    for (let top = open.at(-1); top && !wbs.startsWith(top.prefix); top = open.at(-1)) {
      ends[top.index] = index;
      open.pop();
    }
    const parent = open.at(-1);
    if (parent) {
      parents[index] = parent.index;
      depths[index] = open.length;
    }
    if (wbs) open.push({ index, prefix: `${wbs}.` });
  });
  return { parents, depths, ends };
}

export const hasChildren = ({ ends }: RowTree, index: number): boolean => (ends[index] ?? 0) > index + 1;

/** Indexes of the rows that no collapsed row hides. */
export function visibleRows(
  rows: readonly { readonly id: string }[],
  tree: RowTree,
  collapsed: ReadonlySet<string>,
): Int32Array {
  const visible = new Int32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length;) {
    visible[count++] = index;
    const isCollapsed = collapsed.size > 0 && collapsed.has(rows[index]?.id ?? '');
    index = isCollapsed ? (tree.ends[index] ?? rows.length) : index + 1;
  }
  return visible.subarray(0, count);
}

/** Every row that has others below it. */
export function parentIds(rows: readonly { readonly id: string }[], tree: RowTree): readonly string[] {
  return rows.flatMap(({ id }, index) => (hasChildren(tree, index) ? [id] : []));
}

/** Those above a row, so that it can be shown. */
export function ancestorIds(rows: readonly { readonly id: string }[], tree: RowTree, index: number): readonly string[] {
  const ids: string[] = [];
  for (let at = tree.parents[index] ?? -1; at >= 0; at = tree.parents[at] ?? -1) ids.push(rows[at]?.id ?? '');
  return ids;
}
