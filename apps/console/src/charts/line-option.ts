import type { EChartsCoreOption } from 'echarts/core';
import type { Curve } from '../performance/curves.ts';

type Scheme = 'light' | 'dark';

const COLOURS: Readonly<Record<Curve['look'], Readonly<Record<Scheme, string>>>> = {
  planned: { light: '#6e7781', dark: '#9aa4af' },
  earned: { light: '#1a7f4b', dark: '#4cc38a' },
  actual: { light: '#c0392b', dark: '#ff8a7a' },
  time: { light: '#4453c9', dark: '#9aa5ff' },
  index: { light: '#1a7f4b', dark: '#4cc38a' },
  faint: { light: '#a0a7b0', dark: '#6b737d' },
};

interface LineOption {
  readonly curves: readonly Curve[];
  readonly format: (value: number) => string;
  readonly level?: number | undefined;
  readonly scheme: Scheme;
}

/** Lines over time: the plan is dashed, what says little is dotted. */
export function lineOption({ curves, format, level, scheme }: LineOption): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 3 },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: (value: unknown) => shown(value, format) },
    xAxis: { type: 'time', axisLabel: { hideOverlap: true } },
    yAxis: { type: 'value', scale: level !== undefined, axisLabel: { formatter: format } },
    series: curves.map(({ name, look, points }, index) => ({
      type: 'line',
      name,
      data: points,
      symbol: look === 'planned' ? 'none' : 'circle',
      symbolSize: 5,
      color: COLOURS[look][scheme],
      lineStyle: { width: 2, type: LINES[look] },
      ...(index === 0 && level !== undefined && { markLine: levelLine(level, scheme) }),
    })),
  };
}

const LINES: Readonly<Record<Curve['look'], string>> = {
  planned: 'dashed',
  earned: 'solid',
  actual: 'solid',
  time: 'solid',
  index: 'solid',
  faint: 'dotted',
};

const shown = (value: unknown, format: (value: number) => string) => (typeof value === 'number' ? format(value) : '–');

function levelLine(level: number, scheme: Scheme) {
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { type: 'dashed', width: 1, color: COLOURS.planned[scheme] },
    data: [{ yAxis: level }],
  };
}
