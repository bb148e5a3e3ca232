import { titleOf } from './title.ts';

it('names the past first, then what is nearest', () => {
  expect(titleOf({ path: '/' })).toBe('Portfolio · Bridgework');
  expect(titleOf({ path: '/engagements/7', tab: 'risks', name: 'Claims portal', past: 'Past' })).toBe(
    '⏱ Past · Risks · Claims portal · Bridgework',
  );
  expect(titleOf({ path: '/engagements/7' })).toBe('Overview · Bridgework');
  expect(titleOf({ path: '/nowhere' })).toBe('Bridgework');
});
