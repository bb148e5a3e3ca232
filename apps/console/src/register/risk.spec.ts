import { chosenRisks, countsByCell, type RiskLine, type RiskPolicy, scoreAt, toneOf } from './risk.ts';

const levels = [1, 2, 3, 4, 5];
const policy: RiskPolicy = {
  scales: { likelihood: [], impact: [] },
  matrix: levels.map((likelihood) => ({ likelihood, scores: levels.map((impact) => likelihood + impact) })),
  appetite: {
    tolerance: 5,
    bands: [
      { upTo: 5, role: 'project-manager' },
      { upTo: 8, role: 'director' },
      { upTo: 10, role: 'sponsor' },
    ],
  },
  version: 2,
};
const rating = (likelihood: number, impact: number) => ({
  likelihood,
  impact,
  score: likelihood * impact,
  aboveAppetite: likelihood * impact > 9,
});
const risk = (title: string, more: Partial<RiskLine> = {}): RiskLine => ({
  riskId: title,
  title,
  kind: 'threat',
  category: 'supply',
  cause: 'c',
  event: 'e',
  effect: 'f',
  state: 'open',
  since: '2027-01-01T00:00:00.000Z',
  reviewOverdue: false,
  ...more,
});

describe('the matrix', () => {
  it('scores by the policy, and by likelihood times impact where there is none', () => {
    expect([scoreAt(policy, 4, 5), scoreAt(undefined, 4, 5)]).toEqual([9, 20]);
  });

  it('tells what is within the appetite from what is not, and who may still bear it', () => {
    expect([2, 5, 8, 9].map((score) => toneOf(score, policy))).toEqual(['calm', 'watch', 'high', 'severe']);
    expect([4, 9, 16, 20].map((score) => toneOf(score, undefined))).toEqual(['calm', 'watch', 'high', 'severe']);
  });

  it('counts risks by the rating that is looked at', () => {
    const risks = [risk('a', { current: rating(4, 5), residual: rating(2, 5) }), risk('b', { current: rating(4, 5) })];
    expect([...countsByCell(risks, 'current')]).toEqual([['4x5', 2]]);
    expect([...countsByCell(risks, 'residual')]).toEqual([['2x5', 1]]);
  });
});

describe('the register', () => {
  const risks = [
    risk('small', { current: rating(1, 2) }),
    risk('grave', { current: rating(5, 5), inherent: rating(5, 5) }),
    risk('over', { state: 'closed', current: rating(4, 4) }),
    risk('borne', { state: 'accepted', current: rating(3, 3) }),
  ];
  const titles = (more: Partial<Parameters<typeof chosenRisks>[1]>) =>
    chosenRisks(risks, { all: false, cell: undefined, rated: 'current', ...more }).map(({ title }) => title);

  it('shows what may still happen, the gravest first', () => {
    expect(titles({})).toEqual(['grave', 'borne', 'small']);
    expect(titles({ all: true })).toEqual(['grave', 'over', 'borne', 'small']);
  });

  it('shows one cell of the matrix', () => {
    expect(titles({ cell: '5x5' })).toEqual(['grave']);
    expect(titles({ cell: '5x5', rated: 'residual' })).toEqual([]);
  });
});
