import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, registerTheme, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const FONT = "'Inter Variable', system-ui, sans-serif";

function themeOf(text: string, line: string, surface: string) {
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: text },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    textStyle: { fontFamily: FONT, color: text },
    tooltip: { backgroundColor: surface, borderColor: line, textStyle: { color: text } },
    timeAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    markLine: { label: { color: text, textBorderWidth: 0 } },
  };
}

registerTheme('bw-light', themeOf('#424a53', '#e1e4e8', '#ffffff'));
registerTheme('bw-dark', themeOf('#c4cbd4', '#3a4048', '#22262b'));

export interface EChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
}

/** The one place that knows the chart library. It comes in a chunk of its own, when a page shows a chart. */
export default function EChart({ option, height }: EChartProps) {
  const scheme = useComputedColorScheme('light');
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, `bw-${scheme}`, { renderer: 'svg' });
    chart.setOption(option);
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, scheme]);

  return <div ref={box} style={{ height }} />;
}
