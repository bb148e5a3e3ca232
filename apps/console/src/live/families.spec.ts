import { isOneOf, readingsChangedBy } from './families.ts';

describe('an event', () => {
  it('changes the readings of its room, and those that show everything', () => {
    expect(readingsChangedBy('risk.RiskAssessed')).toEqual(expect.arrayContaining(['register', 'portfolio']));
    expect(readingsChangedBy('risk.SlaBreached')).toEqual(expect.arrayContaining(['issue-clocks', 'overviews']));
    expect(readingsChangedBy('risk.SlaBreached')).not.toContain('register');
    expect(readingsChangedBy('scheduling.ProgressRecorded')).toEqual(expect.arrayContaining(['evm', 'explain']));
  });

  it('of a service that the console does not know may have changed everything', () => {
    expect(readingsChangedBy('billing.InvoiceIssued')).toBeUndefined();
  });

  it('finds readings by the beginning of their path', () => {
    const families = new Set(['overviews', 'evm']);
    expect(['overviews/7', 'evm/series', 'evm', 'register', 7].map((path) => isOneOf(path, families))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
