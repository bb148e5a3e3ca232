import { sampleIds, type TermsRegisterEvent } from '@bw/contracts-engagement';
import { idOf, scenarios } from '@bw/testing';
import * as fc from 'fast-check';
import { issuedBy } from '../../test/issued.ts';
import { overlaps } from '../day-period.ts';
import { termsRegister, type TermsRegisterCommand } from './terms-register.decider.ts';

const { given, stateAfter } = scenarios(termsRegister);
const issued = issuedBy(sampleIds.director);
const engagementId = sampleIds.engagement;
const [claim, otherClaim] = [issued.command, idOf('other command')];
const [first, second] = [idOf('terms', 1), idOf('terms', 2)];

const reserve = (termsId: string, from: string, to?: string): TermsRegisterCommand => ({
  type: 'ReserveTermsPeriod',
  data: { engagementId, termsId, from, to },
  issued,
});
const release = (termsId: string): TermsRegisterCommand => ({
  type: 'ReleaseTermsPeriod',
  data: { engagementId, termsId },
  issued,
});
const reserved = (termsId: string, from: string, to?: string): TermsRegisterEvent => ({
  type: 'engagement.TermsPeriodReserved',
  data: { engagementId, termsId, from, to, claim },
});
const released: TermsRegisterEvent = {
  type: 'engagement.TermsPeriodReleased',
  data: { engagementId, termsId: first, claim },
};

describe('the register of terms', () => {
  it('knows all terms of the engagement, each once', () => {
    const register = { type: 'RegisterTerms' as const, data: { engagementId, termsId: first }, issued };
    const registered = { type: 'engagement.TermsRegistered' as const, data: { engagementId, termsId: first } };
    given().when(register).then(registered);
    given(registered).when(register).then();
    expect(stateAfter(registered).terms).toEqual([first]);
  });

  it('keeps days for one set of terms only', () => {
    given().when(reserve(first, '2026-01-01')).then(reserved(first, '2026-01-01'));
    given(reserved(first, '2026-01-01', '2026-06-30'))
      .when(reserve(second, '2026-06-30'))
      .thenRefused('terms-periods-overlap', { termsId: first, from: '2026-01-01', to: '2026-06-30' });
    given(reserved(first, '2026-01-01', '2026-06-30'))
      .when(reserve(second, '2026-07-01'))
      .then(reserved(second, '2026-07-01'));
  });

  it('lets terms change their own days, and say the same twice', () => {
    given(reserved(first, '2026-01-01')).when(reserve(first, '2026-01-01')).then();
    const shorter = reserved(first, '2026-01-01', '2026-03-31');
    given(reserved(first, '2026-01-01'))
      .when(reserve(first, '2026-01-01', '2026-03-31'))
      .then(shorter);
  });

  it('gives days back that are not needed', () => {
    given(reserved(first, '2026-01-01')).when(release(first)).then(released);
    given(reserved(first, '2026-01-01'), released).when(release(first)).then();
    given(reserved(first, '2026-01-01'), released)
      .when(reserve(second, '2026-02-01'))
      .then(reserved(second, '2026-02-01'));
  });

  it('lets nobody give back what another command for the same terms claimed after', () => {
    const again: TermsRegisterEvent = {
      type: 'engagement.TermsPeriodReserved',
      data: { engagementId, termsId: first, from: '2026-01-01', claim: otherClaim },
    };
    const past = [reserved(first, '2026-01-01')];
    const byOther = { ...reserve(first, '2026-01-01'), issued: { ...issued, command: otherClaim } };
    given(...past)
      .when(byOther)
      .then(again);
    given(...past, again)
      .when(release(first))
      .then();
  });

  it('never holds two sets of terms for one day, whatever is asked (E1)', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
    const asked = fc.tuple(fc.nat(4), day, fc.option(day, { nil: undefined }), fc.boolean());
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (all) => {
        let state = termsRegister.initial;
        for (const [n, from, to, releases] of all) {
          if (to !== undefined && to < from) continue;
          const termsId = idOf('terms', n);
          const answer = termsRegister.decide(releases ? release(termsId) : reserve(termsId, from, to), state);
          if (answer.accepted)
            state = answer.events.reduce((before, event) => termsRegister.evolve(before, event), state);
        }
        const periods = Object.values(state.reserved);
        return periods.every((one, at) => periods.slice(at + 1).every((other) => !overlaps(one, other)));
      }),
    );
  });
});
