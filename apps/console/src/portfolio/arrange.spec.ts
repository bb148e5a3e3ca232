import { arranged, grouped, totalsOf } from './arrange.ts';
import { lineOf, planOf } from './line.fixture.ts';

const NOW = '2027-03-20T12:00:00.000Z';
const red = { colour: 'red', reasons: [{ family: 'cost', colour: 'red', code: 'X', text: 'x' }] } as const;
const lines = [
  lineOf('CALM', { clientName: 'Harbour', clientId: 'h', plans: [planOf({ cpi: '1.10', bac: 100, eac: 90 })] }),
  lineOf('NONE', { state: 'enquiry', health: { colour: 'unknown', reasons: [] } }),
  lineOf('WILD', { health: red, plans: [planOf({ cpi: '0.80', bac: 200, eac: 260 }), planOf({ currency: 'USD' })] }),
];
const codes = (search: object) => arranged(lines, search, NOW).map(({ code }) => code);

describe('the portfolio, arranged', () => {
  it('has first who needs somebody', () => {
    expect(codes({})).toEqual(['WILD', 'NONE', 'CALM']);
  });

  it.each([
    [{ q: 'harb CALM' }, ['CALM']],
    [{ q: 'nobody' }, []],
    [{ client: 'h' }, ['CALM']],
    [{ state: 'enquiry' }, ['NONE']],
    [{ health: 'red' }, ['WILD']],
    [{ sort: 'cpi' }, ['WILD', 'CALM', 'NONE']],
    [{ sort: '-cpi' }, ['CALM', 'WILD', 'NONE']],
    [{ sort: '-eac' }, ['WILD', 'CALM', 'NONE']],
    [{ sort: '-engagement' }, ['WILD', 'NONE', 'CALM']],
  ])('by %j', (search, expected) => {
    expect(codes(search)).toEqual(expected);
  });

  it('groups without losing its order', () => {
    expect(grouped(arranged(lines, {}, NOW), 'client').map(({ key, lines: own }) => [key, own.length])).toEqual([
      ['Client', 2],
      ['Harbour', 1],
    ]);
  });

  it('adds up what has a budget and an estimate, each currency by itself', () => {
    expect(totalsOf(lines)).toMatchObject([{ currency: 'EUR', bac: 300, eac: 350, without: 0 }]);
    expect(totalsOf([lineOf('A', { plans: [planOf({ bac: 5 }), planOf({ bac: 7, eac: 8 })] })])).toMatchObject([
      { bac: 7, eac: 8, without: 1 },
    ]);
  });
});
