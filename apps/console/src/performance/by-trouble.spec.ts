import { byTrouble } from './by-trouble.ts';

const line = (code: string, pv: number, ev: number, ac: number) => ({ activityId: code, code, bac: 0, pv, ev, ac });

describe('contributions', () => {
  it('begin with what costs or lags most', () => {
    const lines = [line('fine', 5, 5, 5), line('dear', 5, 5, 9), line('late', 20, 5, 5), line('also fine', 0, 0, 0)];
    expect(byTrouble(lines).map(({ code }) => code)).toEqual(['late', 'dear', 'also fine', 'fine']);
  });
});
