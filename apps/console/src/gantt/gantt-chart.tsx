import { memo, useMemo } from 'react';
import { HEAD_HEIGHT, ROW_HEIGHT } from './bar.ts';
import type { CivilDays, DayNumber } from './civil-days.ts';
import { GanttBar } from './gantt-bar.tsx';
import { GanttLinks } from './gantt-links.tsx';
import type { GanttLink, GanttRow } from './gantt-row.ts';
import { indexLinks } from './links-in-sight.ts';
import type { Window1D } from './row-window.ts';
import { freeStretches, type Head } from './ticks.ts';
import { type TimeScale, xAt } from './time-scale.ts';

interface GanttChartProps<R extends GanttRow> {
  readonly rows: readonly R[];
  readonly links: readonly GanttLink[];
  readonly visible: Int32Array;
  readonly window: Window1D;
  readonly across: Window1D;
  readonly side: number;
  readonly scale: TimeScale;
  readonly days: CivilDays;
  readonly head: Head;
  readonly isWorkday?: (day: DayNumber) => boolean;
  readonly dataDate?: number;
  readonly today?: number;
  readonly showBaseline: boolean;
  readonly showCritical: boolean;
  readonly canDrag: (row: R) => boolean;
}

/** The bars of the rows in sight, on the days in sight. For eyes only: the tree grid says the same in words. */
function PlainChart<R extends GanttRow>(props: GanttChartProps<R>) {
  const { rows, links, visible, window, across, side, scale, showBaseline, showCritical, canDrag } = props;
  const index = useMemo(() => indexLinks(rows, links), [rows, links]);
  const [top, height] = [window.first * ROW_HEIGHT, Math.max(0, window.end - window.first) * ROW_HEIGHT];
  const width = across.end - across.first;
  const bars = [];
  for (let place = window.first; place < window.end; place++) {
    const row = rows[visible[place] ?? -1];
    if (!row || isOutOfSight(row, props)) continue;
    bars.push(
      <GanttBar
        key={row.id}
        row={row}
        place={place}
        scale={scale}
        showBaseline={showBaseline}
        showCritical={showCritical}
        canDrag={canDrag(row)}
      />,
    );
  }
  return (
    <svg
      aria-hidden
      className="gantt-chart"
      width={width}
      height={height}
      viewBox={`${across.first} ${top} ${width} ${height}`}
      style={{ left: side + across.first, top: HEAD_HEIGHT + top }}
    >
      <Ground {...props} top={top} height={height} />
      <GanttLinks {...{ rows, index, visible, window, scale, showCritical }} />
      {bars}
      <Marks {...props} top={top} height={height} />
    </svg>
  );
}

export const GanttChart = memo(PlainChart) as typeof PlainChart;

/** Room for a label behind a bar that itself is out of sight. */
const LABEL_PX = 300;

type Sight = Pick<GanttChartProps<GanttRow>, 'scale' | 'across' | 'showBaseline'>;

function isOutOfSight(row: GanttRow, { scale, across, showBaseline }: Sight): boolean {
  const { start, finish = start, baselineStart, baselineFinish } = row;
  const [from, until] = [start ?? finish, row.floatUntil ?? finish];
  const isSeen = (first: number | undefined, last: number | undefined) =>
    first !== undefined &&
    last !== undefined &&
    xAt(scale, first) < across.end + LABEL_PX &&
    xAt(scale, last) > across.first - LABEL_PX;
  return !isSeen(from, until) && !(showBaseline && isSeen(baselineStart, baselineFinish));
}

interface Stretch {
  readonly top: number;
  readonly height: number;
}

/** What lies below the bars: days off, the lines of the calendar, bands of summaries. */
function Ground<R extends GanttRow>(props: GanttChartProps<R> & Stretch) {
  const { rows, visible, window, across, scale, days, head, isWorkday, top, height } = props;
  const free = isWorkday ? freeStretches({ scale, days, left: across.first, right: across.end }, isWorkday) : [];
  const bands = [];
  for (let place = window.first; place < window.end; place++) {
    if (rows[visible[place] ?? -1]?.kind === 'summary') bands.push(place);
  }
  return (
    <>
      {bands.map((place) => (
        <rect
          key={place}
          className="gantt-band"
          x={across.first}
          y={place * ROW_HEIGHT}
          width={across.end - across.first}
          height={ROW_HEIGHT}
        />
      ))}
      {free.map(({ x, width }) => (
        <rect key={x} className="gantt-free" x={x} y={top} width={width} height={height} />
      ))}
      <path
        className="gantt-tick"
        d={head.lower.map(({ x }) => `M${Math.round(x) + 0.5} ${top}V${top + height}`).join('')}
      />
    </>
  );
}

/** What lies above the bars: up to when facts are known, and where today is. */
function Marks<R extends GanttRow>({ scale, dataDate, today, top, height }: GanttChartProps<R> & Stretch) {
  const line = (at: number) => `M${xAt(scale, at)} ${top}V${top + height}`;
  return (
    <>
      {today !== undefined && <path className="gantt-today" d={line(today)} />}
      {dataDate !== undefined && <path className="gantt-data-date" d={line(dataDate)} />}
    </>
  );
}
