import type { KeyboardEvent, MouseEvent } from 'react';
import { type Editing, firstEditable } from './editing.ts';
import type { GanttProps } from './gantt-props.ts';
import type { GanttRow } from './gantt-row.ts';
import { actionFor } from './keys.ts';
import { hasChildren } from './row-tree.ts';
import type { Layout } from './use-layout.ts';

interface RowEventsUse<R extends GanttRow> {
  readonly props: GanttProps<R>;
  readonly layout: Layout<R>;
  /** Rows that a page up or down goes past. */
  readonly page: number;
  readonly goTo: (place: number) => void;
  readonly setActive: (place: number) => void;
  readonly edit: (editing: Editing) => void;
  readonly onEscape: () => void;
}

/** What keys and clicks on rows and bars do. One listener for all rows: they come and go while one scrolls. */
export function rowEvents<R extends GanttRow>(use: RowEventsUse<R>) {
  const { props, layout, page, goTo, setActive, edit, onEscape } = use;
  const { rows, collapsed, onCollapse, onSelect, onOpen } = props;
  const { visible, tree, columns } = layout;
  const found = (target: EventTarget): { readonly place: number; readonly row: R } | undefined => {
    const place = placeOf(target);
    const row = place === undefined ? undefined : rows[visible[place] ?? -1];
    return place === undefined || !row ? undefined : { place, row };
  };
  const toggle = ({ id }: R) => {
    const next = new Set(collapsed);
    if (!next.delete(id)) next.add(id);
    onCollapse(next);
  };
  const open = ({ id }: R) => {
    onSelect(id);
    onOpen(id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = found(event.target);
    if (!at || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') return onEscape();
    const { place, row } = at;
    const index = visible[place] ?? 0;
    const parent = tree.parents[index] ?? -1;
    const action = actionFor(event.key, {
      place,
      count: visible.length,
      page,
      isParent: hasChildren(tree, index),
      isCollapsed: collapsed.has(row.id),
      parent: parent < 0 ? -1 : visible.indexOf(parent),
    });
    if (!action) return;
    event.preventDefault();
    switch (action.kind) {
      case 'go':
        return goTo(action.to);
      case 'collapse':
      case 'expand':
        return toggle(row);
      case 'open':
        return open(row);
      case 'edit': {
        const key = firstEditable(columns, row);
        if (key !== undefined) edit({ place, key });
      }
    }
  };
  const onClick = ({ target }: MouseEvent) => {
    const at = found(target);
    if (!at || !(target instanceof Element) || target.closest('.gantt-field')) return;
    if (target.closest('[data-twist]')) return toggle(at.row);
    setActive(at.place);
    onSelect(at.row.id);
    if (target.closest('[data-opens]')) onOpen(at.row.id);
  };
  const onDoubleClick = ({ target }: MouseEvent) => {
    const at = found(target);
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
    if (at && key !== undefined) edit({ place: at.place, key });
    else if (at) open(at.row);
  };
  return { onKeyDown, onClick, onDoubleClick };
}

/** Place of the row or bar in which something happened. */
export function placeOf(target: EventTarget): number | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined;
  return place === undefined ? undefined : Number(place);
}

export function barPlaceOf(target: EventTarget): number | undefined {
  return target instanceof Element && target.closest('.gantt-thing') ? placeOf(target) : undefined;
}
