import { memo } from 'react';
import { type Bar, barOf, baselineOf, bracketAt, diamondAt, ROW_HEIGHT } from './bar.ts';
import type { GanttRow } from './gantt-row.ts';
import { type TimeScale, xAt } from './time-scale.ts';

interface GanttBarProps {
  readonly row: GanttRow;
  readonly place: number;
  readonly scale: TimeScale;
  readonly showBaseline: boolean;
  readonly showCritical: boolean;
  readonly canDrag: boolean;
}

const BAR_HEIGHT = 14;
const SIGNIFICANT_PX = 4;

/** What one row looks like in time: bar, bracket or diamond, and below it what was promised. */
export const GanttBar = memo(function GanttBar(props: GanttBarProps) {
  const { row, place, scale, showBaseline, showCritical, canDrag } = props;
  const bar = barOf(row, scale);
  const y = place * ROW_HEIGHT + ROW_HEIGHT / 2;
  const baseline = showBaseline ? baselineOf(row, scale) : undefined;
  const isCritical = showCritical && row.critical;
  return (
    <>
      {baseline && (
        <rect className="gantt-baseline" x={baseline.left} y={y + 7} width={spanOf(baseline)} height={4} rx={2} />
      )}
      {bar && (
        <g
          className={isCritical ? 'gantt-thing gantt-critical' : 'gantt-thing'}
          data-place={place}
          data-drag={canDrag || undefined}
        >
          <Shape row={row} bar={bar} y={y} />
          {row.kind !== 'summary' && <Beside row={row} bar={bar} y={y} scale={scale} />}
        </g>
      )}
    </>
  );
});

interface ShapeProps {
  readonly row: GanttRow;
  readonly bar: Bar;
  readonly y: number;
}

function Shape({ row, bar, y }: ShapeProps) {
  if (row.kind === 'milestone') {
    return <path className="gantt-milestone" d={diamondAt((bar.left + bar.right) / 2, y - 1)} />;
  }
  if (row.kind === 'summary') return <path className="gantt-summary" d={bracketAt(bar, y - 2)} />;
  const top = y - BAR_HEIGHT / 2 - 1;
  return (
    <>
      <rect className="gantt-bar" x={bar.left} y={top} width={spanOf(bar)} height={BAR_HEIGHT} rx={2} />
      {row.done > 0 && (
        <rect className="gantt-done" x={bar.left} y={top} width={spanOf(bar) * row.done} height={BAR_HEIGHT} rx={2} />
      )}
    </>
  );
}

/** The float that is left, and what stands behind it. */
function Beside({ row, bar, y, scale }: ShapeProps & { readonly scale: TimeScale }) {
  const end = row.floatUntil === undefined ? bar.right : Math.max(bar.right, xAt(scale, row.floatUntil));
  const hasFloat = end - bar.right > SIGNIFICANT_PX;
  return (
    <>
      {hasFloat && <path className="gantt-float" d={`M${bar.right} ${y - 1}H${end}M${end} ${y - 4}V${y + 2}`} />}
      {row.label && (
        <text className="gantt-label" x={end + 8} y={y + 3}>
          {row.label}
        </text>
      )}
    </>
  );
}

const spanOf = ({ left, right }: Bar): number => right - left;
