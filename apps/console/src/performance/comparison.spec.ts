import type { Figure } from '../figures/figure.ts';
import { byShare, changeText, inOrder } from './comparison.ts';

const figure = (id: string): Figure => ({ id, title: id, formulaVersion: 1, unit: 'ratio', currency: 'EUR' });
const changed = (id: string, part: object = {}) => ({ id, before: figure(id), after: figure(id), ...part });

describe('then and now', () => {
  it('has first what people ask first', () => {
    expect(inOrder(['TSPI', 'AC', 'CPI', 'SCI'].map((id) => changed(id))).map(({ id }) => id)).toEqual([
      'CPI',
      'AC',
      'TSPI',
      'SCI',
    ]);
  });

  it.each([
    [{ amount: -5_000 }, '-€50.00'],
    [{ amount: 5_000 }, '+€50.00'],
    [{ value: '-0.5847953216' }, '−0.58'],
    [{ value: '0.0400000000' }, '+0.04'],
    [{ value: '-0.0041000000' }, '−0.0041'],
    [{ value: '0.0000000000' }, '0.00'],
    [{ minutes: 960 }, '+2 d'],
    [{}, undefined],
  ])('writes %j as %p', (part, text) => {
    expect(changeText(changed('X', part), 'en-IE')).toBe(text);
  });

  it('names activities about which something was said, the largest share first', () => {
    const cause = {
      cause: 'learned',
      fact: { kind: 'cost', event: 'e', source: 's', position: 1, effective: '', recorded: '' },
    } as const;
    const item = (activityId: string, ev: number, causes: readonly (typeof cause)[] = [cause]) => ({
      activityId,
      pv: 0,
      ev,
      ac: 0,
      causes,
    });
    expect(
      byShare([item('small', 1), item('large', -9), item('silent', 50, [])]).map(({ activityId }) => activityId),
    ).toEqual(['large', 'small']);
  });
});
