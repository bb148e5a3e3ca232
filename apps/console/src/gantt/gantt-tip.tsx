import type { ReactNode } from 'react';
import { barOf, HEAD_HEIGHT, ROW_HEIGHT } from './bar.ts';
import type { GanttRow } from './gantt-row.ts';
import type { Layout } from './use-layout.ts';

interface GanttTipProps<R extends GanttRow> {
  readonly layout: Layout<R>;
  readonly place: number;
  readonly row: R;
  readonly children: ReactNode;
}

/** Beside the bar that one points at, or whose row the keyboard is on. Its words also stand in the row's cells and its drawer. */
export function GanttTip<R extends GanttRow>({ layout, place, row, children }: GanttTipProps<R>) {
  const { side, scale, across } = layout;
  const bar = barOf(row, scale);
  if (!bar) return null;
  const left = side + Math.max(bar.left, across.first) + 4;
  return (
    <div className="gantt-tip no-print" aria-hidden style={{ left, top: HEAD_HEIGHT + (place + 1) * ROW_HEIGHT }}>
      {children}
    </div>
  );
}
