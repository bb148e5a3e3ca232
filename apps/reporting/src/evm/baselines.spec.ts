import type { SeenDecision } from '@bw/projections';
import { rulingDecision } from './baselines.ts';

const decision = (outcome: string, baselineId: string): SeenDecision => ({
  kind: 'baseline',
  outcome,
  by: 'somebody',
  detail: { baselineId },
  subject: 'plan',
  effective: '2027-01-01T00:00:00.000Z',
  recorded: '2027-01-01T00:00:00.000Z',
  source: 'scheduling',
  position: 1,
  n: 0,
  event: 'event',
});
const ruling = (...history: readonly (readonly [string, string])[]) =>
  rulingDecision(history.map(([outcome, baseline]) => decision(outcome, baseline)))?.detail;

describe('the baseline that rules', () => {
  it('is none before an approval', () => {
    expect(ruling(['captured', 'a'], ['submitted', 'a'], ['rejected', 'a'])).toBeUndefined();
  });

  it('is the last one approved', () => {
    expect(ruling(['approved', 'a'], ['captured', 'b'])).toEqual({ baselineId: 'a' });
    expect(ruling(['approved', 'a'], ['approved', 'b'], ['superseded', 'a'])).toEqual({ baselineId: 'b' });
  });

  it('is none once it was superseded by one that is not seen here', () => {
    expect(ruling(['approved', 'a'], ['superseded', 'a'])).toBeUndefined();
  });
});
