import './gantt.css';
import { type MouseEvent, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { barOf, HEAD_HEIGHT, ROW_HEIGHT } from './bar.ts';
import { civilDaysOf, type DayNumber } from './civil-days.ts';
import { columnsFor, type Widths, widthOf, withWidth } from './columns.ts';
import { type Drag, dragged } from './drag.ts';
import { type Editing, firstEditable } from './editing.ts';
import { GanttChart } from './gantt-chart.tsx';
import { GanttHead } from './gantt-head.tsx';
import type { GanttColumn, GanttLink, GanttRow } from './gantt-row.ts';
import { GanttRows } from './gantt-rows.tsx';
import { actionFor } from './keys.ts';
import { ancestorIds, hasChildren, treeOf, visibleRows } from './row-tree.ts';
import { headOf } from './ticks.ts';
import { DAY_MS, extentOf, scaleFor, xAt, type Zoom } from './time-scale.ts';
import { useDrag } from './use-drag.ts';
import { useLatest } from './use-latest.ts';
import { useWindows } from './use-windows.ts';

export interface GanttProps<R extends GanttRow> {
  readonly caption: string;
  /** In the order of their work breakdown codes. */
  readonly rows: readonly R[];
  readonly links: readonly GanttLink[];
  readonly columns: readonly GanttColumn<R>[];
  readonly zoom: Zoom;
  /** Zone of the plan: its days are the calendar's. */
  readonly zone: string;
  readonly locale?: string;
  readonly height: string;
  readonly dataDate?: number;
  readonly today?: number;
  readonly isWorkday?: (day: DayNumber) => boolean;
  readonly showBaseline: boolean;
  readonly showCritical: boolean;
  readonly collapsed: ReadonlySet<string>;
  readonly onCollapse: (collapsed: ReadonlySet<string>) => void;
  readonly selected?: string;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly tip: (row: R) => ReactNode;
  /** Where bars may be moved by hand. */
  readonly canDrag?: (row: R) => boolean;
  readonly onDrop?: (row: R, drag: Drag) => void;
}

const DEFAULT_EXTENT_DAYS = 30;
const CANNOT_DRAG = () => false;

/** A plan in time: a tree grid with a bar for each row. It draws only what is in sight, however long the plan is. */
export function Gantt<R extends GanttRow>(props: GanttProps<R>) {
  const { caption, rows, links, zoom, zone, locale, height, dataDate, today, collapsed, selected } = props;
  const { onCollapse, onSelect, onOpen, canDrag = CANNOT_DRAG, onDrop } = props;
  const box = useRef<HTMLDivElement>(null);
  const [widths, setWidths] = useState<Widths>({});
  const [active, setActive] = useState(0);
  const [editing, setEditing] = useState<Editing>();
  const [tipPlace, setTipPlace] = useState<number>();
  const [boxWidth, setBoxWidth] = useState(1000);

  const days = useMemo(() => civilDaysOf(zone), [zone]);
  const tree = useMemo(() => treeOf(rows), [rows]);
  const visible = useMemo(() => visibleRows(rows, tree, collapsed), [rows, tree, collapsed]);
  const columns = useMemo(() => columnsFor(props.columns, widths, boxWidth), [props.columns, widths, boxWidth]);
  const side = columns.reduce((sum, column) => sum + widthOf(column, widths), 0);
  const scale = useMemo(() => {
    const extent = extentOf(rows, [dataDate, today]);
    const now = dataDate ?? today ?? 0;
    return scaleFor(extent ?? { from: now, until: now + DEFAULT_EXTENT_DAYS * DAY_MS }, zoom, boxWidth - side);
  }, [rows, dataDate, today, zoom, boxWidth, side]);
  const {
    rows: window,
    across,
    room,
    measure,
  } = useWindows(box, { count: visible.length, side, chartWidth: scale.width });
  if (room.width !== boxWidth) setBoxWidth(room.width);

  const head = useMemo(
    () => headOf({ scale, days, left: across.first, right: across.end, ...(locale && { locale }) }),
    [scale, days, locale, across.first, across.end],
  );
  const rowAt = (place: number): R | undefined => rows[visible[place] ?? -1];
  const { drag, ...hand } = useDrag({
    scale,
    idAt: (place) => rowAt(place)?.id,
    onDrop: (done) => {
      const row = rows.find(({ id }) => id === done.id);
      if (row) onDrop?.(row, done);
    },
  });
  const drawn = useMemo(
    () => (drag ? rows.map((row) => (row.id === drag.id ? dragged(row, drag, days) : row)) : rows),
    [rows, drag, days],
  );

  /** Brings a row into sight, draws it, and puts the keyboard on it. */
  const goTo = (place: number) => {
    const element = box.current;
    if (!element) return;
    const top = place * ROW_HEIGHT;
    const room = element.clientHeight - HEAD_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room + 4;
    flushSync(() => {
      measure();
      setActive(place);
      setTipPlace(undefined);
    });
    element.querySelector<HTMLElement>(`.gantt-row[data-place="${place}"]`)?.focus({ preventScroll: true });
  };
  const toggle = (place: number) => {
    const row = rowAt(place);
    if (!row) return;
    const next = new Set(collapsed);
    if (!next.delete(row.id)) next.add(row.id);
    onCollapse(next);
  };
  const edit = useLatest((next: Editing | undefined) => {
    const row = next && rowAt(next.place);
    const column = row && columns.find(({ key }) => key === next.key);
    const canEdit = row && column?.edit?.value(row) !== undefined;
    flushSync(() => setEditing(canEdit ? next : undefined));
    if (!canEdit) goTo(Math.min(next?.place ?? active, visible.length - 1));
    else setActive(next?.place ?? active);
  });
  const pasteDown = useLatest((place: number, key: string, lines: readonly string[]) => {
    const column = columns.find((each) => each.key === key);
    lines.forEach((line, index) => {
      const row = rowAt(place + index);
      if (row && column?.edit?.value(row) !== undefined) column.edit.commit(row, line);
    });
  });

  const press = (event: React.KeyboardEvent) => {
    const place = placeOf(event.target);
    const row = place === undefined ? undefined : rowAt(place);
    if (place === undefined || !row || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') return drag ? hand.cancel() : setTipPlace(undefined);
    const index = visible[place] ?? 0;
    const parentIndex = tree.parents[index] ?? -1;
    const action = actionFor(event.key, {
      place,
      count: visible.length,
      page: Math.max(1, Math.floor((room.height - HEAD_HEIGHT) / ROW_HEIGHT) - 1),
      isParent: hasChildren(tree, index),
      isCollapsed: collapsed.has(row.id),
      parent: parentIndex < 0 ? -1 : visible.indexOf(parentIndex),
    });
    if (!action) return;
    event.preventDefault();
    switch (action.kind) {
      case 'go':
        return goTo(action.to);
      case 'collapse':
      case 'expand':
        return toggle(place);
      case 'open':
        onSelect(row.id);
        return onOpen(row.id);
      case 'edit': {
        const key = firstEditable(columns, row);
        if (key !== undefined) edit({ place, key });
      }
    }
  };
  const click = (event: MouseEvent) => {
    const place = placeOf(event.target);
    const row = place === undefined ? undefined : rowAt(place);
    if (place === undefined || !row || !(event.target instanceof Element)) return;
    if (event.target.closest('[data-twist]')) return toggle(place);
    if (event.target.closest('.gantt-field')) return;
    setActive(place);
    onSelect(row.id);
    if (event.target.closest('[data-opens]')) onOpen(row.id);
  };
  const doubleClick = ({ target }: MouseEvent) => {
    const place = placeOf(target);
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
    if (place !== undefined && key !== undefined) edit({ place, key });
    else if (place !== undefined) onOpen(rowAt(place)?.id ?? '');
  };

  const isShown = useRef(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (isShown.current || !element || rows.length === 0 || boxWidth !== element.clientWidth) return;
    isShown.current = true;
    // First of all where work is going on; and the row that a link names.
    const at = dataDate ?? today;
    if (at !== undefined) element.scrollLeft = Math.max(0, xAt(scale, at) - (boxWidth - side) * 0.55);
    const index = rows.findIndex(({ id }) => id === selected);
    const place = index < 0 ? -1 : visible.indexOf(index);
    if (place >= 0) {
      element.scrollTop = Math.max(0, place * ROW_HEIGHT - element.clientHeight / 3);
      setActive(place);
    } else if (index >= 0) {
      const hidden = new Set(ancestorIds(rows, tree, index));
      onCollapse(new Set([...collapsed].filter((id) => !hidden.has(id))));
    }
    measure();
  });

  const resize = useCallback(
    (column: GanttColumn<R>, width: number) => setWidths((all) => withWidth(column, all, width)),
    [],
  );
  const tipRow = tipPlace === undefined ? undefined : rowAt(tipPlace);
  const tipBar = tipRow && barOf(tipRow, scale);

  return (
    <div ref={box} className="gantt" style={{ height }}>
      <div
        role="treegrid"
        aria-label={caption}
        aria-rowcount={visible.length + 1}
        aria-colcount={columns.length}
        className="gantt-canvas"
        style={{ width: side + scale.width, height: HEAD_HEIGHT + visible.length * ROW_HEIGHT }}
        onKeyDown={press}
        onClick={click}
        onDoubleClick={doubleClick}
        onPointerDown={hand.down}
        onPointerMove={hand.move}
        onPointerUp={hand.up}
        onPointerCancel={hand.cancel}
        onPointerOver={({ target }) => setTipPlace(barPlaceOf(target))}
        onFocus={({ target }) => target.matches('.gantt-row:focus-visible') && setTipPlace(placeOf(target))}
        onBlur={() => setTipPlace(undefined)}
      >
        <GanttHead {...{ columns, widths, head, across, side }} onResize={resize} />
        <GanttRows
          {...{ rows: drawn, tree, visible, collapsed, window, columns, widths, side, selected, editing }}
          active={Math.min(active, visible.length - 1)}
          onEdit={edit}
          onPasteDown={pasteDown}
        />
        <GanttChart {...props} {...{ rows: drawn, links, visible, window, across, side, scale, days, head, canDrag }} />
        {tipRow && tipBar && tipPlace !== undefined && !drag && (
          <div
            className="gantt-tip no-print"
            aria-hidden
            style={{
              left: side + Math.max(tipBar.left, across.first) + 4,
              top: HEAD_HEIGHT + (tipPlace + 1) * ROW_HEIGHT,
            }}
          >
            {props.tip(tipRow)}
          </div>
        )}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): number | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined;
  return place === undefined ? undefined : Number(place);
}

function barPlaceOf(target: EventTarget): number | undefined {
  return target instanceof Element && target.closest('.gantt-thing') ? placeOf(target) : undefined;
}
