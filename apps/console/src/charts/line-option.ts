import type { EChartsCoreOption } from 'echarts/core';
import type { Band, Curve, Moment } from './curve.ts';
import { dayLabel, tickLabel } from './time-label.ts';

export type Scheme = 'light' | 'dark';

/** The colour of each look; the legend beside the chart shows the same. */
export const COLOURS: Readonly<Record<Curve['look'], Readonly<Record<Scheme, string>>>> = {
  planned: { light: '#57606a', dark: '#9aa4af' },
  earned: { light: '#1a7f4b', dark: '#4cc38a' },
  actual: { light: '#c0392b', dark: '#ff8a7a' },
  time: { light: '#4453c9', dark: '#9aa5ff' },
  index: { light: '#1a7f4b', dark: '#4cc38a' },
  faint: { light: '#a0a7b0', dark: '#6b737d' },
  forecast: { light: '#7048d6', dark: '#b49bff' },
};
export const LINES: Readonly<Record<Curve['look'], 'solid' | 'dashed' | 'dotted'>> = {
  planned: 'dashed',
  earned: 'solid',
  actual: 'solid',
  time: 'solid',
  index: 'solid',
  faint: 'dotted',
  forecast: 'dotted',
};
/** Drawn from many points, none of which was measured. */
const COMPUTED: ReadonlySet<Curve['look']> = new Set(['planned', 'forecast']);
const BAND_OPACITY = 0.18;

export interface LineOption {
  readonly curves: readonly Curve[];
  readonly format: (value: number) => string;
  /** A level to compare with. */
  readonly level?: number | undefined;
  readonly band?: Band | undefined;
  readonly moment?: Moment | undefined;
  readonly scheme: Scheme;
  readonly locale: string;
}

/** Lines over time: the plan is dashed, what says little or is not yet is dotted. */
export function lineOption(wanted: LineOption): EChartsCoreOption {
  const { curves, format, level, locale } = wanted;
  return {
    animation: false,
    useUTC: true,
    grid: { left: 8, right: 24, top: 28, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', confine: true, formatter: (given: unknown) => tipOf(given, wanted) },
    xAxis: {
      type: 'time',
      minInterval: DAY_MS,
      axisLabel: { hideOverlap: true, formatter: (value: number) => tickLabel(value, locale) },
    },
    yAxis: { type: 'value', scale: level !== undefined, axisLabel: { formatter: format } },
    series: [...bandSeries(wanted), ...curves.map((curve, index) => lineSeries(curve, index === 0, wanted))],
  };
}

const DAY_MS = 86_400_000;

function lineSeries({ name, look, points }: Curve, isFirst: boolean, { scheme, level, moment }: LineOption) {
  const marks = [
    ...(isFirst && level !== undefined ? [{ yAxis: level, label: { show: false } }] : []),
    ...(isFirst && moment ? [{ xAxis: moment.at, label: { formatter: moment.label, position: 'end' } }] : []),
  ];
  return {
    type: 'line',
    name,
    data: points,
    symbol: COMPUTED.has(look) ? 'none' : 'circle',
    symbolSize: 5,
    color: COLOURS[look][scheme],
    lineStyle: { width: 2, type: LINES[look] },
    ...(marks.length > 0 && {
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { type: 'dashed', width: 1, color: COLOURS.planned[scheme] },
        data: marks,
      },
    }),
  };
}

/** The library has no bands: an unseen line carries an area on top of it. */
function bandSeries({ band, scheme }: LineOption) {
  if (!band) return [];
  const unseen = { type: 'line', stack: band.name, symbol: 'none', silent: true, lineStyle: { opacity: 0 } } as const;
  const color = COLOURS.forecast[scheme];
  return [
    { ...unseen, name: UNNAMED, data: band.points.map(([at, low]) => [at, low]) },
    {
      ...unseen,
      name: band.name,
      color,
      areaStyle: { color, opacity: BAND_OPACITY },
      data: band.points.map(([at, low, high]) => [at, high - low]),
    },
  ];
}

const UNNAMED = '';

interface TipPart {
  readonly seriesName: string;
  readonly marker: string;
  readonly value: readonly [at: string, value: number | null];
}

/** The day and every line that has a value there. */
function tipOf(given: unknown, { curves, format, locale }: LineOption): string {
  const parts = (Array.isArray(given) ? given : [given]) as readonly TipPart[]; // as the library hands them to a formatter
  const [first] = parts;
  if (!first) return '';
  const names = new Set(curves.map(({ name }) => name));
  const lines = parts.flatMap(({ seriesName, marker, value: [, value] }) =>
    names.has(seriesName) && value !== null ? [`${marker}${escaped(seriesName)} <b>${escaped(format(value))}</b>`] : [],
  );
  return [escaped(dayLabel(first.value[0], locale)), ...lines].join('<br>');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
