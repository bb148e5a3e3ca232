import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { Curve } from '../performance/curves.ts';
import { lineOption } from './line-option.ts';

const EChart = lazy(() => import('./echart.tsx'));

interface LineChartProps {
  /** What it shows, for those who cannot see it. */
  readonly label: string;
  readonly curves: readonly Curve[];
  /** How values read. Keep it the same function from one rendering to the next. */
  readonly format: (value: number) => string;
  /** A level to compare with. */
  readonly level?: number;
}

const HEIGHT = 300;

export function LineChart({ label, curves, format, level }: LineChartProps) {
  const scheme = useComputedColorScheme('light');
  const option = useMemo(() => lineOption({ curves, format, level, scheme }), [curves, format, level, scheme]);
  return (
    <div role="img" aria-label={label}>
      <Suspense fallback={<Skeleton height={HEIGHT} />}>
        <EChart option={option} height={HEIGHT} />
      </Suspense>
    </div>
  );
}
