import {
  type EngagementStreamEvent,
  type IntakeStatement,
  sampleIds,
  type SigningParty,
} from '@bw/contracts-engagement';
import { idOf, scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import { added, agreements, engagementId, goal, statements, taken } from '../../test/promise.ts';
import { agreedOn, bothSigned, gateAfter, ready, signed } from '../../test/signed.ts';
import { engagement, type EngagementCommand } from '../engagements/engagement.decider.ts';
import { failedItems } from './alignment.ts';
import type { Agreements } from './content.ts';

const { given } = scenarios(engagement);
const { director, sponsor, terms: termsId } = sampleIds;
const nothingAgreed: Agreements = { governance: { kpiTargets: [], serviceLevels: [] }, terms: [] };

interface How {
  readonly past?: readonly EngagementStreamEvent[];
  readonly by?: string;
  readonly agreements?: Agreements;
  readonly contentHash?: string;
}
const sign = (party: SigningParty, how: How = {}): EngagementCommand => {
  const promised = how.agreements ?? agreements;
  const contentHash = how.contentHash ?? gateAfter(how.past ?? ready, promised).contentHash;
  const issued = issuedBy(how.by ?? (party === 'client' ? sponsor : director));
  return { type: 'SignAlignment', data: { party, contentHash, agreements: promised }, issued };
};
const reopened = (...subjects: readonly string[]): EngagementStreamEvent => ({
  type: 'engagement.AlignmentReopened',
  data: { engagementId, subjects },
});
const faster: IntakeStatement = { ...statements.goal, title: 'Much faster offers' };
const clarify: EngagementCommand = {
  type: 'ClarifyIntakeItem',
  data: { itemId: goal, statement: faster },
  issued: issuedBy(director),
};
const clarified: EngagementStreamEvent = {
  type: 'engagement.IntakeItemClarified',
  data: { engagementId, itemId: goal, statement: faster, warnings: [] },
};
const review = (now: Agreements): EngagementCommand => ({
  type: 'ReviewAlignment',
  data: { agreements: now },
  issued: issuedBy('system:alignment'),
});
const priced = (rate: number): Agreements => ({
  ...agreements,
  terms: agreements.terms.map((terms) => ({ ...terms, lines: terms.lines.map((line) => ({ ...line, rate })) })),
});

describe('signing', () => {
  it('comes after the proposal', () => {
    given(...taken)
      .when(sign('client'))
      .thenRefused('engagement-status-forbids');
  });

  it('is of the content as it stands', () => {
    const { contentHash } = gateAfter(ready);
    given(...ready)
      .when(sign('client', { contentHash: 'ab'.repeat(32) }))
      .thenRefused('content-has-changed', { contentHash });
  });

  it('is refused while any other check fails, and says which', () => {
    const items = failedItems(gateAfter(ready, nothingAgreed), ['signatures']);
    given(...ready)
      .when(sign('client', { agreements: nothingAgreed }))
      .thenRefused('gate-not-passed', { items });
  });

  it('by both parties agrees the engagement and starts the transition', () => {
    given(...ready)
      .when(sign('provider'))
      .then(signed('provider', ready));
    const half = [...ready, signed('provider', ready)];
    given(...half)
      .when(sign('provider'))
      .then();
    given(...half)
      .when(sign('client'))
      .then(signed('client', ready), ...agreedOn(ready));
  });

  it('is never done by one person for both parties', () => {
    given(...ready, signed('provider', ready))
      .when(sign('client', { by: director }))
      .thenRefused('one-person-cannot-sign-for-both');
  });

  it('finds a baseline that was approved before', () => {
    const noted: EngagementStreamEvent = {
      type: 'engagement.BaselineNoted',
      data: { engagementId, planId: sampleIds.plan, baselineId: sampleIds.baseline },
    };
    const evidence = `baseline ${sampleIds.baseline}`;
    given(...ready, noted, signed('provider', ready))
      .when(sign('client'))
      .then(signed('client', ready), ...agreedOn(ready), {
        type: 'engagement.TransitionItemCompleted',
        data: { engagementId, item: 'baseline', evidence },
      });
  });
});

describe('a change of what was signed', () => {
  const now = [...bothSigned, clarified];
  const changed = [...now, reopened(`intake/${goal}`)];

  it('reopens the gate for that item only, once', () => {
    given(...bothSigned)
      .when(clarify)
      .then(clarified, reopened(`intake/${goal}`));
    given(...taken)
      .when(clarify)
      .then(clarified);
    const extra = idOf('extra');
    const portal: IntakeStatement = { ...statements.scopeOut, kind: 'scope-in', title: 'Reports' };
    given(...changed)
      .when({ type: 'AddIntakeItem', data: { itemId: extra, statement: portal }, issued: issuedBy(director) })
      .then(added(extra, portal), reopened(`intake/${extra}`));
    const other: IntakeStatement = { ...faster, title: 'Very much faster offers' };
    given(...changed)
      .when({ type: 'ClarifyIntakeItem', data: { itemId: goal, statement: other }, issued: issuedBy(director) })
      .then({
        type: 'engagement.IntakeItemClarified',
        data: { engagementId, itemId: goal, statement: other, warnings: [] },
      });
  });

  it('shows each party what is different from what it signed', () => {
    const { passed, signatures } = gateAfter(changed);
    expect(passed).toBe(false);
    expect(signatures.map(({ party, changedSince }) => [party, changedSince])).toEqual([
      ['provider', [`intake/${goal}`]],
      ['client', [`intake/${goal}`]],
    ]);
    expect(failedItems(gateAfter(changed)).map(({ problem }) => problem)).toEqual([
      'Signed other content than it is now.',
      'Signed other content than it is now.',
    ]);
  });

  it('is settled when both have signed again', () => {
    const { contentHash } = gateAfter(changed);
    const half = [...changed, signed('client', changed)];
    given(...changed)
      .when(sign('client', { past: changed }))
      .then(signed('client', changed));
    given(...half)
      .when(sign('provider', { past: changed }))
      .then(signed('provider', changed), { type: 'engagement.AlignmentRestored', data: { engagementId, contentHash } });
  });

  it('that was taken back is settled by one signature', () => {
    const back: EngagementStreamEvent = {
      type: 'engagement.IntakeItemClarified',
      data: { engagementId, itemId: goal, statement: statements.goal, warnings: [] },
    };
    const { contentHash } = gateAfter(ready);
    given(...changed, back)
      .when(sign('client'))
      .then(signed('client', ready), { type: 'engagement.AlignmentRestored', data: { engagementId, contentHash } });
  });

  it('in governance or terms is found when the engagement hears of it', () => {
    given(...bothSigned)
      .when(review(agreements))
      .then();
    given(...bothSigned)
      .when(review(priced(120_00)))
      .then(reopened(`terms/${termsId}`));
    given(...bothSigned, reopened(`terms/${termsId}`))
      .when(review(priced(120_00)))
      .then();
    const gone = { ...agreements, terms: [] };
    given(...bothSigned)
      .when(review(gone))
      .then(reopened(`terms/${termsId}`));
    given(...ready)
      .when(review(priced(120_00)))
      .then();
    given().when(review(agreements)).thenRefused('engagement-not-found');
  });

  it('is not a draft of terms that nobody signed', () => {
    const [terms] = agreements.terms;
    if (!terms) throw new Error('The sample has terms.');
    const draft = { ...terms, termsId: idOf('next year') };
    given(...bothSigned)
      .when(review({ ...agreements, terms: [terms, draft] }))
      .then();
    const agreed = { ...draft, status: 'agreed' as const };
    given(...bothSigned)
      .when(review({ ...agreements, terms: [terms, agreed] }))
      .then(reopened(`terms/${draft.termsId}`));
  });
});
