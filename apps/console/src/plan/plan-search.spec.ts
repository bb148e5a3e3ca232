import { planSearch } from './plan-search.ts';

it('the plan shows what the address says; nonsense counts as not given', () => {
  expect(
    planSearch({ view: 'table', zoom: 'fit', baseline: 'off', row: 'a', activity: 'b', write: 'baseline' }),
  ).toEqual({
    view: 'table',
    zoom: 'fit',
    baseline: 'off',
    row: 'a',
    activity: 'b',
    write: 'baseline',
  });
  expect(planSearch({ view: 'x', zoom: 'hour', critical: 'on', row: '', activity: 7, write: 'all' })).toEqual({});
});
