import type { Figure } from '../figures/figure.ts';
import { indexCurves, scheduleCurves, valueCurves } from './curves.ts';

const ratio = (id: string, value: string): Figure => ({ id, title: id, formulaVersion: 1, unit: 'ratio', value });
const none = (id: string): Figure => ({ id, title: id, formulaVersion: 1, unit: 'ratio', undefinedReason: 'X' });
const point = (at: string, complete: string, spi: string) => ({
  at,
  figures: [ratio('PERCENT_COMPLETE', complete), ratio('SPI', spi), ratio('SPI_T', '0.8')],
});

describe('curves', () => {
  it('go on in grey where SPI says little, without a gap', () => {
    const curves = indexCurves({
      points: [point('a', '0.3', '0.9'), point('b', '0.6', '0.95'), point('c', '0.8', '1')],
    });
    expect(curves.map(({ look, points }) => [look, points])).toEqual([
      [
        'time',
        [
          ['a', 0.8],
          ['b', 0.8],
          ['c', 0.8],
        ],
      ],
      [
        'actual',
        [
          ['a', null],
          ['b', null],
          ['c', null],
        ],
      ],
      [
        'index',
        [
          ['a', 0.9],
          ['b', 0.95],
        ],
      ],
      [
        'faint',
        [
          ['b', 0.95],
          ['c', 1],
        ],
      ],
    ]);
  });

  it('leave a gap where there is no value', () => {
    const points = [{ at: 'a', figures: [none('SPI'), none('SPI_T')] }];
    expect(indexCurves({ points }).map((curve) => curve.points)).toEqual([[['a', null]], [['a', null]], [['a', null]]]);
  });

  it('draw the plan to its end and the facts to the last data date', () => {
    const ev: Figure = { id: 'EV', title: 'EV', formulaVersion: 1, unit: 'money', amount: 5, currency: 'EUR' };
    const curves = valueCurves({
      points: [{ at: 'a', figures: [ev] }],
      planned: [
        { at: 'a', pv: 4 },
        { at: 'b', pv: 9 },
      ],
    });
    expect(curves.map(({ look, points }) => [look, points])).toEqual([
      [
        'planned',
        [
          ['a', 4],
          ['b', 9],
        ],
      ],
      ['earned', [['a', 5]]],
      ['actual', [['a', null]]],
    ]);
  });

  it('lay the time that was earned beside the time that passed', () => {
    const minutes = (id: string, value: number): Figure => ({
      id,
      title: id,
      formulaVersion: 1,
      unit: 'instant',
      minutes: value,
    });
    const curves = scheduleCurves({ points: [{ at: 'a', figures: [minutes('AT', 960), minutes('ES', 480)] }] });
    expect(curves.map(({ points }) => points)).toEqual([[['a', 2]], [['a', 1]]]);
  });
});
