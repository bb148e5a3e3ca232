import { useMemo } from 'react';
import { type CivilDays, civilDaysOf } from './civil-days.ts';
import { columnsFor, type Widths, widthOf } from './columns.ts';
import type { GanttProps } from './gantt-props.ts';
import type { GanttColumn, GanttRow } from './gantt-row.ts';
import { type RowTree, treeOf, visibleRows } from './row-tree.ts';
import type { Window1D } from './row-window.ts';
import { type Head, headOf } from './ticks.ts';
import { DAY_MS, extentOf, scaleFor, type TimeScale } from './time-scale.ts';
import { type Scroll, wholeOf, windowsOf } from './windows.ts';

const EMPTY_DAYS = 30;
const PAPER_WIDTH = 1_600;

export interface Layout<R extends GanttRow> {
  readonly days: CivilDays;
  readonly tree: RowTree;
  readonly visible: Int32Array;
  readonly columns: readonly GanttColumn<R>[];
  /** Width of the columns. */
  readonly side: number;
  readonly scale: TimeScale;
  readonly head: Head;
  readonly window: Window1D;
  readonly across: Window1D;
}

interface Seen {
  readonly scroll: Scroll;
  readonly widths: Widths;
  readonly isPrinting: boolean;
}

/** Where everything lies, worked out anew only where what it stands on has changed. */
export function useLayout<R extends GanttRow>(props: GanttProps<R>, { scroll, widths, isPrinting }: Seen): Layout<R> {
  const { rows, zone, collapsed, dataDate, today, locale } = props;
  const width = isPrinting ? PAPER_WIDTH : scroll.width;
  const zoom = isPrinting ? 'fit' : props.zoom;
  const days = useMemo(() => civilDaysOf(zone), [zone]);
  const tree = useMemo(() => treeOf(rows), [rows]);
  const visible = useMemo(() => visibleRows(rows, tree, collapsed), [rows, tree, collapsed]);
  const columns = useMemo(() => columnsFor(props.columns, widths, width), [props.columns, widths, width]);
  const side = columns.reduce((sum, column) => sum + widthOf(column, widths), 0);
  const scale = useMemo(() => {
    const now = dataDate ?? today ?? 0;
    const extent = extentOf(rows, [dataDate, today]) ?? { from: now, until: now + EMPTY_DAYS * DAY_MS };
    return scaleFor(extent, zoom, width - side);
  }, [rows, dataDate, today, zoom, width, side]);
  const sizes = { count: visible.length, side, chartWidth: scale.width };
  const { rows: window, across } = isPrinting ? wholeOf(sizes) : windowsOf(scroll, sizes);
  const head = useMemo(
    () => headOf({ scale, days, left: across.first, right: across.end, ...(locale && { locale }) }),
    [scale, days, locale, across.first, across.end],
  );
  return {
    days,
    tree,
    visible,
    columns,
    side,
    scale,
    head,
    window: useSame(window),
    across: useSame(across),
  };
}

/** The same object for the same window: what is drawn by it is not drawn again. */
function useSame({ first, end }: Window1D): Window1D {
  return useMemo(() => ({ first, end }), [first, end]);
}
