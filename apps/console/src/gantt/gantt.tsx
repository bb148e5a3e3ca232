import './gantt.css';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { HEAD_HEIGHT, ROW_HEIGHT } from './bar.ts';
import { type Widths, withWidth } from './columns.ts';
import { dragged } from './drag.ts';
import type { Editing } from './editing.ts';
import { GanttChart } from './gantt-chart.tsx';
import { GanttHead } from './gantt-head.tsx';
import type { GanttProps } from './gantt-props.ts';
import type { GanttColumn, GanttRow } from './gantt-row.ts';
import { GanttRows } from './gantt-rows.tsx';
import { GanttTip } from './gantt-tip.tsx';
import { ancestorIds } from './row-tree.ts';
import { xAt } from './time-scale.ts';
import { useDrag } from './use-drag.ts';
import { useLatest } from './use-latest.ts';
import { useLayout } from './use-layout.ts';
import { barPlaceOf, placeOf, rowEvents } from './row-events.ts';
import { usePrinting, useScroll } from './use-scroll.ts';
import { pageOf, topFor } from './windows.ts';

const CANNOT_DRAG = () => false;

/** A plan in time: a tree grid with a bar for each row. It draws only what is in sight, however long the plan is. */
export function Gantt<R extends GanttRow>(props: GanttProps<R>) {
  const { caption, rows, links, selected, collapsed, onCollapse, dataDate, today } = props;
  const { canDrag = CANNOT_DRAG, onDrop, tip } = props;
  const box = useRef<HTMLDivElement>(null);
  const [widths, setWidths] = useState<Widths>({});
  const [active, setActive] = useState(0);
  const [editing, setEditing] = useState<Editing>();
  const [tipPlace, setTipPlace] = useState<number>();
  const { measure, ...scroll } = useScroll(box);
  const isPrinting = usePrinting();
  const layout = useLayout(props, { scroll, widths, isPrinting });
  const { days, tree, visible, columns, side, scale, head, window, across } = layout;
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
    element.scrollTop = topFor(place, { ...scroll, top: element.scrollTop });
    flushSync(() => {
      measure();
      setActive(place);
      setTipPlace(undefined);
    });
    element.querySelector<HTMLElement>(`.gantt-row[data-place="${place}"]`)?.focus({ preventScroll: true });
  };
  const canEdit = (place: number, key: string) => {
    const row = rowAt(place);
    const column = columns.find((each) => each.key === key);
    return row && column?.edit?.value(row) !== undefined ? { row, edit: column.edit } : undefined;
  };
  const edit = useLatest((next: Editing | undefined) => {
    const isPossible = next !== undefined && canEdit(next.place, next.key) !== undefined;
    flushSync(() => setEditing(isPossible ? next : undefined));
    if (isPossible) setActive(next.place);
    else goTo(Math.min(next?.place ?? active, visible.length - 1));
  });
  const pasteDown = useLatest((place: number, key: string, lines: readonly string[]) => {
    lines.forEach((line, index) => {
      const found = canEdit(place + index, key);
      found?.edit.commit(found.row, line);
    });
  });
  const onEscape = () => (drag ? hand.cancel() : setTipPlace(undefined));
  const events = rowEvents({ props, layout, page: pageOf(scroll), goTo, setActive, edit, onEscape });

  const isShown = useRef(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (isShown.current || !element || rows.length === 0 || scroll.width !== element.clientWidth) return;
    isShown.current = true;
    // First of all where work is going on; and the row that a link names.
    const at = dataDate ?? today;
    if (at !== undefined) element.scrollLeft = Math.max(0, xAt(scale, at) - (scroll.width - side) * 0.55);
    const index = rows.findIndex(({ id }) => id === selected);
    const place = index < 0 ? -1 : visible.indexOf(index);
    if (place >= 0) {
      element.scrollTop = Math.max(0, place * ROW_HEIGHT - element.clientHeight / 3);
      setActive(place);
    } else if (index >= 0) {
      const above = new Set(ancestorIds(rows, tree, index));
      onCollapse(new Set([...collapsed].filter((id) => !above.has(id))));
    }
    measure();
  });

  const resize = useCallback(
    (column: GanttColumn<R>, width: number) => setWidths((all) => withWidth(column, all, width)),
    [],
  );
  // The row that Tab leads to must be one that is drawn.
  const reachable = Math.max(window.first, Math.min(active, window.end - 1));
  const tipRow = tipPlace === undefined || drag ? undefined : rowAt(tipPlace);

  return (
    <div ref={box} className="gantt" style={{ height: props.height }}>
      <div
        role="treegrid"
        aria-label={caption}
        aria-rowcount={visible.length + 1}
        aria-colcount={columns.length}
        className="gantt-canvas"
        style={{ width: side + scale.width, height: HEAD_HEIGHT + visible.length * ROW_HEIGHT }}
        {...events}
        onPointerDown={hand.down}
        onPointerMove={hand.move}
        onPointerUp={hand.up}
        onPointerCancel={hand.cancel}
        onPointerOver={({ target }) => setTipPlace(barPlaceOf(target))}
        onPointerLeave={() => setTipPlace(undefined)}
        onFocus={({ target }) => target.matches('.gantt-row:focus-visible') && setTipPlace(placeOf(target))}
        onBlur={() => setTipPlace(undefined)}
      >
        <GanttHead {...{ columns, widths, head, across, side }} onResize={resize} />
        <GanttRows
          {...{ rows: drawn, tree, visible, collapsed, window, columns, widths, side, selected, editing }}
          active={reachable}
          onEdit={edit}
          onPasteDown={pasteDown}
        />
        <GanttChart {...props} {...{ rows: drawn, links, visible, window, across, side, scale, days, head, canDrag }} />
        {tipRow && tipPlace !== undefined && (
          <GanttTip layout={layout} place={tipPlace} row={tipRow}>
            {tip(tipRow)}
          </GanttTip>
        )}
      </div>
    </div>
  );
}
