import { type DelegationSet, sampleIds } from '@bw/contracts-engagement';
import { type Asked, decisionRight } from './decision-right.ts';

const delegation = (changes: Partial<DelegationSet> = {}): DelegationSet => ({
  engagementId: sampleIds.engagement,
  delegationId: sampleIds.delegation,
  kind: 'baseline',
  role: 'sponsor',
  limit: 500_00,
  currency: 'EUR',
  from: '2026-01-05',
  ...changes,
});
const asked = (changes: Partial<Asked> = {}): Asked => ({
  kind: 'baseline',
  roles: ['sponsor'],
  day: '2026-02-02',
  ...changes,
});
const rightWith = (delegations: readonly DelegationSet[], changes: Partial<Asked> = {}) =>
  decisionRight({ delegations }, asked(changes));

describe('the right to decide', () => {
  it('is the sponsor’s alone, without limit, where nothing is delegated', () => {
    expect(rightWith([])).toEqual({ reach: 'unlimited' });
    expect(rightWith([], { roles: ['director', 'client-viewer'] })).toEqual({ reach: 'none' });
  });

  it('is as wide as the widest delegation of the day', () => {
    const two = [delegation(), delegation({ role: 'director', limit: 900_00 })];
    expect(rightWith(two)).toEqual({ reach: 'limited', limit: 500_00, currency: 'EUR' });
    expect(rightWith(two, { roles: ['sponsor', 'director'] })).toMatchObject({ limit: 900_00 });
  });

  it('is nobody’s who is not named', () => {
    expect(rightWith([delegation()], { roles: ['director'] })).toEqual({ reach: 'none' });
  });

  it('has expired after the last day of the delegation, and has not begun before its first', () => {
    const past = delegation({ to: '2026-02-01' });
    expect(rightWith([past])).toEqual({ reach: 'expired', delegationId: sampleIds.delegation });
    expect(rightWith([past], { day: '2026-02-01' })).toMatchObject({ reach: 'limited' });
    expect(rightWith([delegation({ from: '2026-03-01' })])).toEqual({ reach: 'none' });
  });
});
