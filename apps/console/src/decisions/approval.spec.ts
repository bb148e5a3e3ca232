import { impactRows } from './approval.ts';

const impact = {
  bac: 1_200_000_00,
  currency: 'EUR',
  start: '2027-03-01T08:00:00.000Z',
  finish: '2027-09-30T17:00:00.000Z',
  activities: 46,
};
const writing = { locale: 'en-GB' };

describe('what a yes changes', () => {
  it('is told against the baseline that rules now', () => {
    const before = { ...impact, bac: 1_000_000_00, finish: '2027-09-16T17:00:00.000Z', activities: 44 };
    expect(impactRows({ impact, before }, writing)).toEqual([
      { key: 'budget', before: '€1,000,000', after: '€1,200,000', change: '+€200,000', isMore: true },
      { key: 'start', before: '1 Mar 2027', after: '1 Mar 2027', change: 'as now', isMore: false },
      { key: 'finish', before: '16 Sept 2027', after: '30 Sept 2027', change: '+14 days', isMore: true },
      { key: 'activities', before: '44', after: '46', change: '+2', isMore: false },
    ]);
  });

  it('is all of it for a first one', () => {
    const rows = impactRows({ impact }, writing);
    expect(rows.map(({ after }) => after)).toEqual(['€1,200,000', '1 Mar 2027', '30 Sept 2027', '46']);
    expect(rows.every((row) => row.before === undefined && row.change === undefined && !row.isMore)).toBe(true);
  });

  it('compares no money of two currencies', () => {
    const [budget] = impactRows({ impact, before: { ...impact, currency: 'USD' } }, writing);
    expect(budget?.change).toBeUndefined();
  });
});
