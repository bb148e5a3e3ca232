import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { locale } from '../texts/locale.ts';
import type { Band, Curve, Moment } from './curve.ts';
import { Legend } from './legend.tsx';
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
  readonly band?: Band | undefined;
  readonly moment?: Moment | undefined;
}

const HEIGHT = 300;

export function LineChart({ label, curves, format, level, band, moment }: LineChartProps) {
  const scheme = useComputedColorScheme('light');
  const option = useMemo(
    () => lineOption({ curves, format, level, band, moment, scheme, locale }),
    [curves, format, level, band, moment, scheme],
  );
  return (
    <>
      <Legend curves={curves} band={band} scheme={scheme} />
      <div role="img" aria-label={label}>
        <Suspense fallback={<Skeleton height={HEIGHT} />}>
          <EChart option={option} height={HEIGHT} />
        </Suspense>
      </div>
    </>
  );
}
