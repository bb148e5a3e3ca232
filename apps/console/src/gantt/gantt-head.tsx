import { memo, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { t } from '../texts/t.ts';
import { HEAD_HEIGHT } from './bar.ts';
import { type Widths, widthOf } from './columns.ts';
import type { GanttColumn, GanttRow } from './gantt-row.ts';
import type { Window1D } from './row-window.ts';
import type { Head } from './ticks.ts';

interface GanttHeadProps<R extends GanttRow> {
  readonly columns: readonly GanttColumn<R>[];
  readonly widths: Widths;
  readonly onResize: (column: GanttColumn<R>, width: number) => void;
  readonly head: Head;
  readonly across: Window1D;
  readonly side: number;
}

/** The columns' names and the calendar: two lines, the coarser above. */
export function GanttHead<R extends GanttRow>({ columns, widths, onResize, head, across, side }: GanttHeadProps<R>) {
  return (
    <div className="gantt-head" role="rowgroup" style={{ height: HEAD_HEIGHT }}>
      <div className="gantt-head-cells" role="row" aria-rowindex={1} style={{ width: side }}>
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            className={column.isNumber ? 'gantt-cell gantt-number' : 'gantt-cell'}
            style={{ width: widthOf(column, widths) }}
          >
            <span className="gantt-text">{column.header}</span>
            <ResizeHandle
              name={column.header}
              width={widthOf(column, widths)}
              onResize={(width) => onResize(column, width)}
            />
          </div>
        ))}
      </div>
      <CalendarHead head={head} across={across} side={side} />
    </div>
  );
}

interface ResizeHandleProps {
  readonly name: string;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

const KEY_STEP = 10;
const WIDEST = 600;

function ResizeHandle({ name, width, onResize }: ResizeHandleProps) {
  const begun = useRef<{ readonly x: number; readonly width: number }>(null);
  const move = ({ clientX }: PointerEvent) => {
    if (begun.current) onResize(begun.current.width + clientX - begun.current.x);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
    onResize(width + (event.key === 'ArrowLeft' ? -KEY_STEP : KEY_STEP));
  };
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('gantt.resize', { name })}
      aria-valuenow={width}
      aria-valuemin={0}
      aria-valuemax={WIDEST}
      tabIndex={0}
      className="gantt-handle no-print"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        begun.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => (begun.current = null)}
      onKeyDown={press}
    />
  );
}

const CalendarHead = memo(function CalendarHead({
  head: { upper, lower },
  across,
  side,
}: Pick<GanttHeadProps<GanttRow>, 'head' | 'across' | 'side'>) {
  const width = across.end - across.first;
  return (
    <svg
      aria-hidden
      className="gantt-calendar"
      width={width}
      height={HEAD_HEIGHT}
      viewBox={`${across.first} 0 ${width} ${HEAD_HEIGHT}`}
      style={{ left: side + across.first }}
    >
      {upper.map(({ x, label }) => (
        <g key={x}>
          <path className="gantt-tick" d={`M${x + 0.5} 0V${HEAD_HEIGHT / 2}`} />
          <text className="gantt-upper" x={Math.max(x, across.first) + 8} y={16}>
            {label}
          </text>
        </g>
      ))}
      {lower.map(({ x, label }) => (
        <g key={x}>
          <path className="gantt-tick" d={`M${x + 0.5} ${HEAD_HEIGHT / 2 + 2}V${HEAD_HEIGHT}`} />
          <text className="gantt-lower" x={x + 5} y={HEAD_HEIGHT - 7}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
});
