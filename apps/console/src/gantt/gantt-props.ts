import type { ReactNode } from 'react';
import type { DayNumber } from './civil-days.ts';
import type { Drag } from './drag.ts';
import type { GanttColumn, GanttLink, GanttRow } from './gantt-row.ts';
import type { Zoom } from './time-scale.ts';

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
