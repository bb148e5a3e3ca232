import type { Band, Curve } from './curve.ts';
import { COLOURS, LINES, type Scheme } from './line-option.ts';
import './legend.css';

interface LegendProps {
  readonly curves: readonly Curve[];
  readonly band?: Band | undefined;
  readonly scheme: Scheme;
}

const DASHES = { solid: undefined, dashed: '6 3', dotted: '2 3' } as const;

/** What each line is. Not the chart's own: this one wraps on a narrow screen and can be read aloud. */
export function Legend({ curves, band, scheme }: LegendProps) {
  return (
    <ul className="legend">
      {curves.map(({ name, look }) => (
        <li key={name}>
          <svg width={22} height={10} aria-hidden>
            <line
              x1={0}
              x2={22}
              y1={5}
              y2={5}
              stroke={COLOURS[look][scheme]}
              strokeWidth={2.5}
              strokeDasharray={DASHES[LINES[look]]}
            />
          </svg>
          {name}
        </li>
      ))}
      {band && (
        <li>
          <svg width={22} height={10} aria-hidden>
            <rect width={22} height={10} fill={COLOURS.forecast[scheme]} opacity={0.3} />
          </svg>
          {band.name}
        </li>
      )}
    </ul>
  );
}
