import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type Editing, neighbourOf, pastedLines } from './editing.ts';
import type { CellEdit, GanttColumn, GanttRow } from './gantt-row.ts';

interface CellFieldProps<R extends GanttRow> {
  readonly row: R;
  readonly column: GanttColumn<R>;
  readonly columns: readonly GanttColumn<R>[];
  readonly place: number;
  readonly edit: CellEdit<R>;
  readonly onEdit: (editing: Editing | undefined) => void;
  readonly onPasteDown: (place: number, key: string, lines: readonly string[]) => void;
}

/** A cell while it is changed: Enter takes it and goes down, Tab goes on in the row, Escape leaves it as it was. */
export function CellField<R extends GanttRow>(props: CellFieldProps<R>) {
  const { row, column, columns, place, edit, onEdit, onPasteDown } = props;
  const before = edit.value(row) ?? '';
  const [value, setValue] = useState(before);
  const isOver = useRef(false);

  const finish = (next: Editing | undefined, takes = true) => {
    if (isOver.current) return; // leaving the field for another one also blurs it
    isOver.current = true;
    if (takes && value.trim() !== before) edit.commit(row, value.trim());
    onEdit(next);
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const { key } = column;
    if (event.key === 'Escape') finish(undefined, false);
    if (event.key === 'Enter') finish({ place: place + 1, key });
    if (event.key !== 'Tab') return;
    const neighbour = neighbourOf(columns, row, key, event.shiftKey ? -1 : 1);
    event.preventDefault();
    finish(neighbour === undefined ? undefined : { place, key: neighbour });
  };
  const paste = (event: ClipboardEvent) => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    finish(undefined, false);
    onPasteDown(place, column.key, lines);
  };

  return (
    <input
      className="gantt-field"
      aria-label={`${column.header}, ${row.name}`}
      autoFocus
      value={value}
      inputMode={edit.inputMode}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => setValue(currentTarget.value)}
      onKeyDown={press}
      onPaste={paste}
      onBlur={() => finish(undefined)}
    />
  );
}
