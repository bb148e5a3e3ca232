import { lineOption, type LineOption } from './line-option.ts';
import { tickLabel } from './time-label.ts';

const given: LineOption = {
  curves: [
    { name: 'Plan', look: 'planned', points: [['2027-01-01T00:00:00Z', 1]] },
    { name: 'Done <now>', look: 'earned', points: [['2027-01-01T00:00:00Z', null]] },
  ],
  format: (value) => `${value} d`,
  scheme: 'dark',
  locale: 'en-GB',
};
type Built = {
  series: { name: string; data: unknown; markLine?: { data: unknown } }[];
  tooltip: { formatter: (parts: unknown) => string };
};
const built = (part: Partial<LineOption> = {}) => lineOption({ ...given, ...part }) as unknown as Built;

describe('lines over time', () => {
  it('name months, and the year where it begins', () => {
    const label = (day: string) => tickLabel(Date.parse(day), 'en-GB');
    expect(['2026-12-01', '2027-01-01', '2027-02-15'].map(label)).toEqual(['Dec', 'Jan 2027', '15 Feb']);
  });

  it('lay a band between low and high', () => {
    const { series } = built({ band: { name: 'Range', points: [['2027-02-01', 5, 9]] } });
    expect(series.slice(0, 2).map(({ name, data }) => [name, data])).toEqual([
      ['', [['2027-02-01', 5]]],
      ['Range', [['2027-02-01', 4]]],
    ]);
  });

  it('mark the data date and the level once', () => {
    const { series } = built({ level: 1, moment: { at: '2027-01-15', label: 'Data date' } });
    expect(series.map(({ markLine }) => markLine?.data)).toEqual([
      [
        { yAxis: 1, label: { show: false } },
        { xAxis: '2027-01-15', label: { formatter: 'Data date', position: 'end' } },
      ],
      undefined,
    ]);
  });

  it('tell under the pointer what has a value, and nothing of the unseen line', () => {
    const part = (seriesName: string, value: number | null) => ({
      seriesName,
      marker: '',
      value: ['2027-01-01', value],
    });
    const tip = built().tooltip.formatter([part('', 3), part('Plan', 4), part('Done <now>', null)]);
    expect(tip).toBe('1 Jan 2027<br>Plan <b>4 d</b>');
    expect(built().tooltip.formatter([part('Done <now>', 1)])).toContain('Done &lt;now>');
  });
});
