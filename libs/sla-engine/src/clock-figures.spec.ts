import { meanTimeToResolve, percentile90, reopenRate, shareInTarget } from './index.ts';

describe('a figure over nothing', () => {
  it.each([
    ['share in target', shareInTarget([], '2026-03-31T00:00:00.000Z')],
    ['mean time to resolve', meanTimeToResolve([{ state: 'running', elapsedMinutes: 5 }])],
    ['reopen rate', reopenRate([], ['issue'])],
    ['90th percentile', percentile90([])],
  ])('has no value and says why: %s', (_name, figure) => {
    expect(figure).toMatchObject({ value: null, undefinedReason: 'NOTHING_DUE' });
  });
});
