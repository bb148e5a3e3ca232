import { sampleIds, type TermsDrafted, type TermsEvent } from '@bw/contracts-engagement';
import { scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import { type KnownTerms, type RateLine, terms, type TermsCommand, termsHash } from './terms.decider.ts';

const { given, stateAfter } = scenarios(terms);
const issued = issuedBy(sampleIds.director);
const { terms: termsId, engagement: engagementId, rateLine: lineId, budgetLine: otherLineId } = sampleIds;
const header: TermsDrafted = {
  termsId,
  engagementId,
  title: 'Terms 2026',
  currency: 'EUR',
  from: '2026-01-01',
  to: '2026-12-31',
};
const line: RateLine = {
  lineId,
  component: 'delivery',
  role: 'project-manager',
  rate: 115_00,
  currency: 'EUR',
  unit: 'hour',
  from: '2026-01-01',
  to: '2026-06-30',
};

const draft = (changes: Partial<TermsDrafted> = {}): TermsCommand => ({
  type: 'DraftTerms',
  data: { ...header, ...changes },
  issued,
});
const setLine = (changes: Partial<RateLine> = {}): TermsCommand => ({
  type: 'SetRateLine',
  data: { ...line, ...changes },
  issued,
});
const remove: TermsCommand = { type: 'RemoveRateLine', data: { lineId }, issued };
const agree: TermsCommand = { type: 'AgreeTerms', data: {}, issued };
const end = (endedOn: string): TermsCommand => ({ type: 'EndTerms', data: { endedOn, reason: 'New terms.' }, issued });

const drafted = (changes: Partial<TermsDrafted> = {}): TermsEvent => ({
  type: 'engagement.TermsDrafted',
  data: { ...header, ...changes },
});
const lineSet = (changes: Partial<RateLine> = {}): TermsEvent => ({
  type: 'engagement.RateLineSet',
  data: { ...line, ...changes, termsId, engagementId },
});
const removed: TermsEvent = { type: 'engagement.RateLineRemoved', data: { termsId, engagementId, lineId } };
const known = stateAfter(drafted(), lineSet()) as KnownTerms;
const agreed: TermsEvent = {
  type: 'engagement.TermsAgreed',
  data: { termsId, engagementId, contentHash: termsHash(known), from: header.from, to: '2026-12-31' },
};
const ended: TermsEvent = {
  type: 'engagement.TermsEnded',
  data: { termsId, engagementId, endedOn: '2026-09-30', reason: 'New terms.' },
};

describe('commercial terms', () => {
  it('are drafted once; saying the same again changes nothing', () => {
    given().when(draft()).then(drafted());
    given(drafted()).when(draft()).then();
    given(drafted())
      .when(draft({ title: 'Other' }))
      .thenRefused('terms-already-drafted');
    given()
      .when(draft({ to: '2025-12-31' }))
      .thenRefused('period-ends-before-it-begins');
  });

  it('take rate lines while they are a draft, and the last word on a line counts', () => {
    given(drafted()).when(setLine()).then(lineSet());
    given(drafted(), lineSet()).when(setLine()).then();
    given(drafted(), lineSet())
      .when(setLine({ rate: 120_00 }))
      .then(lineSet({ rate: 120_00 }));
    expect(stateAfter(drafted(), lineSet(), lineSet({ rate: 120_00 }))).toMatchObject({ lines: [{ rate: 120_00 }] });
  });

  it('keep rate lines of the same price apart in time', () => {
    const later = { lineId: otherLineId, from: '2026-07-01', to: '2026-12-31' };
    given(drafted(), lineSet()).when(setLine(later)).then(lineSet(later));
    given(drafted(), lineSet())
      .when(setLine({ ...later, from: '2026-06-30' }))
      .thenRefused('rate-periods-overlap', { lineId, from: '2026-01-01', to: '2026-06-30' });
    const otherPrice = { lineId: otherLineId, grade: 'senior' };
    given(drafted(), lineSet()).when(setLine(otherPrice)).then(lineSet(otherPrice));
  });

  it('keep rate lines within their own days and currency, and above nothing', () => {
    given(drafted())
      .when(setLine({ to: undefined }))
      .thenRefused('rate-outside-terms');
    given(drafted())
      .when(setLine({ from: '2025-12-31' }))
      .thenRefused('rate-outside-terms');
    given(drafted())
      .when(setLine({ to: '2025-12-31' }))
      .thenRefused('period-ends-before-it-begins');
    given(drafted())
      .when(setLine({ currency: 'USD' }))
      .thenRefused('other-currency', { currency: 'EUR' });
    given(drafted())
      .when(setLine({ rate: 0 }))
      .thenRefused('rate-not-positive');
    const open = drafted({ to: undefined });
    given(open)
      .when(setLine({ to: undefined }))
      .then(lineSet({ to: undefined }));
  });

  it('lose a rate line that is taken out', () => {
    given(drafted(), lineSet()).when(remove).then(removed);
    given(drafted(), lineSet(), removed).when(remove).then();
  });

  it('are agreed with at least one price, and do not change after', () => {
    given(drafted()).when(agree).thenRefused('terms-not-priced');
    given(drafted(), lineSet()).when(agree).then(agreed);
    given(drafted(), lineSet(), agreed).when(agree).then();
    given(drafted(), lineSet(), agreed)
      .when(setLine({ rate: 1 }))
      .thenRefused('terms-are-agreed');
    given(drafted(), lineSet(), agreed).when(remove).thenRefused('terms-are-agreed');
  });

  it('are ended on one of their days once agreed', () => {
    given(drafted()).when(end('2026-09-30')).thenRefused('terms-are-a-draft');
    given(drafted(), lineSet(), agreed).when(end('2026-09-30')).then(ended);
    given(drafted(), lineSet(), agreed).when(end('2027-01-01')).thenRefused('terms-end-outside');
    given(drafted(), lineSet(), agreed, ended).when(end('2026-08-31')).thenRefused('terms-have-ended');
    expect(stateAfter(drafted(), lineSet(), agreed, ended)).toMatchObject({ status: 'ended', to: '2026-09-30' });
  });

  it('must be there', () => {
    given().when(agree).thenRefused('terms-not-found');
    expect(stateAfter(agreed)).toEqual({ status: 'none' });
  });

  it('have a hash that does not depend on the order in which lines were set', () => {
    const other = lineSet({ lineId: otherLineId, role: 'tester' });
    const one = stateAfter(drafted(), lineSet(), other) as KnownTerms;
    const two = stateAfter(drafted(), other, lineSet()) as KnownTerms;
    expect(termsHash(one)).toBe(termsHash(two));
    expect(termsHash(one)).not.toBe(termsHash(known));
  });
});
