import { memo } from 'react';
import { t } from '../texts/t.ts';
import { ROW_HEIGHT } from './bar.ts';
import { type Widths, widthOf } from './columns.ts';
import { CellField } from './cell-field.tsx';
import type { Editing } from './editing.ts';
import type { GanttColumn, GanttRow } from './gantt-row.ts';
import { hasChildren, type RowTree } from './row-tree.ts';
import type { Window1D } from './row-window.ts';

interface GanttRowsProps<R extends GanttRow> {
  readonly rows: readonly R[];
  readonly tree: RowTree;
  readonly visible: Int32Array;
  readonly collapsed: ReadonlySet<string>;
  readonly window: Window1D;
  readonly columns: readonly GanttColumn<R>[];
  readonly widths: Widths;
  readonly side: number;
  /** Place of the row that the keyboard is on. */
  readonly active: number;
  readonly selected: string | undefined;
  readonly editing: Editing | undefined;
  readonly onEdit: (editing: Editing | undefined) => void;
  readonly onPasteDown: (place: number, key: string, lines: readonly string[]) => void;
}

/** The rows in sight, each a line of a tree grid. What is pressed in them, the chart hears. */
export function GanttRows<R extends GanttRow>(props: GanttRowsProps<R>) {
  const { rows, tree, visible, collapsed, window, active, selected, editing, side, ...rest } = props;
  const lines = [];
  for (let place = window.first; place < window.end; place++) {
    const index = visible[place] ?? -1;
    const row = rows[index];
    if (!row) continue;
    lines.push(
      <Line<R>
        key={row.id}
        {...rest}
        row={row}
        place={place}
        depth={tree.depths[index] ?? 0}
        isOpen={hasChildren(tree, index) ? !collapsed.has(row.id) : undefined}
        isActive={place === active}
        isSelected={row.id === selected}
        editing={editing?.place === place ? editing : undefined}
      />,
    );
  }
  return (
    <div role="rowgroup" className="gantt-rows" style={{ width: side, height: visible.length * ROW_HEIGHT }}>
      {lines}
    </div>
  );
}

interface LineProps<R extends GanttRow> extends Pick<
  GanttRowsProps<R>,
  'columns' | 'widths' | 'editing' | 'onEdit' | 'onPasteDown'
> {
  readonly row: R;
  readonly place: number;
  readonly depth: number;
  /** Nothing where no rows lie below. */
  readonly isOpen: boolean | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}

function PlainLine<R extends GanttRow>(props: LineProps<R>) {
  const { row, place, depth, isOpen, isActive, isSelected, columns } = props;
  return (
    <div
      role="row"
      data-place={place}
      aria-rowindex={place + 2}
      aria-level={depth + 1}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      className={row.kind === 'summary' ? 'gantt-row gantt-row-summary' : 'gantt-row'}
      style={{ top: place * ROW_HEIGHT, height: ROW_HEIGHT }}
    >
      {columns.map((column) => (
        <Cell<R> key={column.key} {...props} column={column} />
      ))}
    </div>
  );
}

const Line = memo(PlainLine) as typeof PlainLine;

const INDENT = 14;

function Cell<R extends GanttRow>(props: LineProps<R> & { readonly column: GanttColumn<R> }) {
  const { row, place, depth, isOpen, column, columns, widths, editing, onEdit, onPasteDown } = props;
  const { key, isName, isNumber, text, tone, edit } = column;
  const colour = tone?.(row);
  const style = { width: widthOf(column, widths), ...(isName && { paddingInlineStart: 8 + depth * INDENT }) };
  if (edit && editing?.key === key) {
    return (
      <div role="gridcell" className="gantt-cell" style={style}>
        <CellField
          row={row}
          column={column}
          columns={columns}
          place={place}
          edit={edit}
          onEdit={onEdit}
          onPasteDown={onPasteDown}
        />
      </div>
    );
  }
  const shown = text(row);
  return (
    <div
      role={isName ? 'rowheader' : 'gridcell'}
      data-key={key}
      className={['gantt-cell', !isName && 'gantt-plain', isNumber && 'gantt-number', colour && `tone-${colour}`]
        .filter(Boolean)
        .join(' ')}
      style={style}
      title={isName ? shown : undefined}
    >
      {isName ? (
        <>
          <Twist isOpen={isOpen} />
          <span className="gantt-wbs">{row.wbs}</span>
          <span className="gantt-text" dir="auto" data-opens>
            {shown}
          </span>
        </>
      ) : (
        shown
      )}
    </div>
  );
}

/** Opens and closes what lies below; the keyboard does it with the arrows. */
function Twist({ isOpen }: { readonly isOpen: boolean | undefined }) {
  if (isOpen === undefined) return <span className="gantt-twist" />;
  return (
    <span className="gantt-twist" data-twist title={t(isOpen ? 'gantt.collapse' : 'gantt.expand')} aria-hidden>
      {isOpen ? '▾' : '▸'}
    </span>
  );
}
