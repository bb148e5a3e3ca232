/** A row of the chart. Instants are milliseconds since 1970. */
export interface GanttRow {
  readonly id: string;
  readonly wbs: string;
  readonly name: string;
  readonly kind: 'task' | 'milestone' | 'summary';
  readonly start?: number;
  readonly finish?: number;
  readonly baselineStart?: number;
  readonly baselineFinish?: number;
  /** Done of all its work, 0 to 1. */
  readonly done: number;
  readonly critical: boolean;
  /** How far its finish could slip without moving the end of the plan. */
  readonly floatUntil?: number;
  /** Beside its bar. */
  readonly label?: string;
}

export type LinkKind = 'FS' | 'SS' | 'FF' | 'SF';

export interface GanttLink {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
}

/** What stands to the left of the chart. */
export interface GanttColumn<R extends GanttRow = GanttRow> {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly minWidth?: number;
  readonly isNumber?: boolean;
  /** The cell that names the row, indented by its depth. */
  readonly isName?: boolean;
  readonly text: (row: R) => string;
  readonly tone?: (row: R) => 'red' | 'amber' | undefined;
  readonly edit?: CellEdit<R>;
}

/** How a cell is changed in place. */
export interface CellEdit<R extends GanttRow = GanttRow> {
  /** What stands in the field at first; nothing where this row cannot be changed so. */
  readonly value: (row: R) => string | undefined;
  readonly commit: (row: R, value: string) => void;
  readonly inputMode?: 'decimal';
}
