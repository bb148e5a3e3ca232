import { linePath, scaleOf } from './sparkline-path.ts';
import './sparkline.css';

interface SparklineProps {
  /** Oldest first; a gap where there was no value. */
  readonly values: readonly (number | undefined)[];
  /** A level to compare with. */
  readonly level: number;
  /** What it shows, in words. */
  readonly label: string;
  readonly tone?: 'red' | 'amber' | 'green' | undefined;
}

const [WIDTH, HEIGHT, EDGE] = [84, 22, 3];

/** A trend in a table cell. */
export function Sparkline({ values, level, label, tone }: SparklineProps) {
  const scale = scaleOf(values, level, { width: WIDTH, height: HEIGHT, edge: EDGE });
  const last = values.findLastIndex((value) => value !== undefined);
  const end = values[last];
  return (
    <svg
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={`sparkline ${tone ? `tone-${tone}` : ''}`}
    >
      <title>{label}</title>
      <line x1={0} x2={WIDTH} y1={scale.y(level)} y2={scale.y(level)} className="sparkline-level" />
      <path d={linePath(values, scale)} className="sparkline-line" />
      {end !== undefined && <circle cx={scale.x(last)} cy={scale.y(end)} r={2.2} className="sparkline-end" />}
    </svg>
  );
}
