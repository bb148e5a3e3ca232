/** What a key asks of the chart's rows. */
export type RowAction =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'collapse' }
  | { readonly kind: 'expand' }
  | { readonly kind: 'open' }
  | { readonly kind: 'edit' };

interface Standing {
  /** Place among the visible rows. */
  readonly place: number;
  readonly count: number;
  /** Rows that one sees at once. */
  readonly page: number;
  readonly isParent: boolean;
  readonly isCollapsed: boolean;
  /** Place of the row above it in the tree; -1 at the top. */
  readonly parent: number;
}

/** Keys of the treegrid pattern. Nothing for keys that are not the chart's. */
export function actionFor(
  key: string,
  { place, count, page, isParent, isCollapsed, parent }: Standing,
): RowAction | undefined {
  const go = (to: number): RowAction => ({ kind: 'go', to: Math.max(0, Math.min(count - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return go(place + 1);
    case 'ArrowUp':
      return go(place - 1);
    case 'PageDown':
      return go(place + page);
    case 'PageUp':
      return go(place - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(count - 1);
    case 'ArrowLeft':
      if (isParent && !isCollapsed) return { kind: 'collapse' };
      return parent >= 0 ? go(parent) : undefined;
    case 'ArrowRight':
      if (!isParent) return undefined;
      return isCollapsed ? { kind: 'expand' } : go(place + 1);
    case 'Enter':
      return { kind: 'open' };
    case 'F2':
      return { kind: 'edit' };
    default:
      return undefined;
  }
}
