import {
  type EngagementStreamEvent,
  type IntakeStatement,
  sampleIds,
  type SigningParty,
} from '@bw/contracts-engagement';
import { idOf, scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import {
  added,
  agreements,
  clientId,
  deliverable,
  engagementId,
  goal,
  intakeStarted,
  opened,
  proposed,
  scopeOut,
  statements,
  taken,
} from '../../test/promise.ts';
import { engagement, type EngagementCommand } from '../engagements/engagement.decider.ts';
import type { KnownEngagement } from '../engagements/engagement.ts';
import { TRANSITION_ITEMS } from '../engagements/checklists.ts';
import { alignmentOf, failedItems } from './alignment.ts';
import type { Agreements } from './content.ts';

const { given, stateAfter } = scenarios(engagement);
const known = (...past: readonly EngagementStreamEvent[]) => stateAfter(...past) as KnownEngagement;
const { director, sponsor, terms: termsId } = sampleIds;
const nothingAgreed: Agreements = { governance: { kpiTargets: [], serviceLevels: [] }, terms: [] };
const ready = [...taken, proposed];

const contentOf = (past: readonly EngagementStreamEvent[], with_ = agreements) => alignmentOf(known(...past), with_);
interface How {
  readonly past?: readonly EngagementStreamEvent[];
  readonly by?: string;
  readonly agreements?: Agreements;
  readonly contentHash?: string;
}
const sign = (party: SigningParty, how: How = {}): EngagementCommand => {
  const given_ = how.agreements ?? agreements;
  const contentHash = how.contentHash ?? contentOf(how.past ?? ready, given_).contentHash;
  const issued = issuedBy(how.by ?? (party === 'client' ? sponsor : director));
  return { type: 'SignAlignment', data: { party, contentHash, agreements: given_ }, issued };
};
const signed = (
  party: SigningParty,
  past: readonly EngagementStreamEvent[],
  with_ = agreements,
): EngagementStreamEvent => {
  const { contentHash, content: subjects } = contentOf(past, with_);
  const by = party === 'client' ? sponsor : director;
  return { type: 'engagement.AlignmentSigned', data: { engagementId, party, contentHash, subjects, by } };
};
const agreedBy = (past: readonly EngagementStreamEvent[]): readonly EngagementStreamEvent[] => [
  {
    type: 'engagement.EngagementAgreed',
    data: { engagementId, clientId, contentHash: contentOf(past).contentHash },
  },
  { type: 'engagement.TransitionStarted', data: { engagementId, items: TRANSITION_ITEMS } },
];
const bothSigned = [...ready, signed('provider', ready), signed('client', ready), ...agreedBy(ready)];
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

describe('the alignment gate', () => {
  it('names what is missing, check by check, and shows what is not in use as that', () => {
    const { checks, passed } = contentOf([opened, intakeStarted], nothingAgreed);
    expect(passed).toBe(false);
    expect(checks.map(({ id, state, items }) => [id, state, ...items.map(({ subject }) => subject)])).toEqual([
      ['measurable-goal', 'failed', 'measurable-goal'],
      ['deliverables-complete', 'passed'],
      ['scope-out', 'failed', 'scope-out'],
      ['intake-warnings', 'passed'],
      ['raci', 'not-in-use'],
      ['cadence', 'not-in-use'],
      ['escalation-path', 'failed', 'escalation-policy'],
      ['kpi-targets', 'failed', 'kpi-targets'],
      ['terms-priced', 'failed', 'terms'],
      ['obligations', 'not-in-use'],
      ['signatures', 'failed', 'signature/provider', 'signature/client'],
    ]);
  });

  it('passes when every check in use does', () => {
    const alignment = contentOf(bothSigned);
    expect(alignment.passed).toBe(true);
    expect(failedItems(alignment)).toEqual([]);
    expect(alignment.content.map(({ subject }) => subject)).toEqual(
      [
        `intake/${goal}`,
        `intake/${deliverable}`,
        `intake/${scopeOut}`,
        'kpi-target/K01',
        'kpi-target/K02',
        'kpi-target/K03',
        'service-level/1',
        'escalation-policy',
        `terms/${termsId}`,
      ].toSorted(),
    );
  });

  it('wants a goal with measure and owner, and deliverables with criteria and owner', () => {
    const vague = [
      added(goal, { ...statements.goal, owner: undefined }),
      added(deliverable, { ...statements.deliverable, criteria: [] }),
    ];
    const { checks } = contentOf([opened, intakeStarted, ...vague]);
    expect(checks.filter(({ state }) => state === 'failed').map(({ items }) => items[0]?.subject)).toEqual([
      `intake/${goal}`,
      `intake/${deliverable}`,
      'scope-out',
      'signature/provider',
    ]);
  });

  it('is shut by what is questionable until somebody waives it', () => {
    const again = idOf('again');
    const twice = [...taken, added(again, statements.deliverable)];
    const warnings = (past: readonly EngagementStreamEvent[]) =>
      contentOf(past).checks.find(({ id }) => id === 'intake-warnings')?.items;
    expect(warnings(twice)).toEqual([
      { subject: `intake/${deliverable}`, problem: `duplicate of intake/${again}` },
      { subject: `intake/${again}`, problem: `duplicate of intake/${deliverable}` },
    ]);
    const waived = [deliverable, again].map((itemId): EngagementStreamEvent => ({
      type: 'engagement.IntakeItemWaived',
      data: { engagementId, itemId, concerns: ['duplicate'], by: director, reason: 'Two portals.' },
    }));
    expect(warnings([...twice, ...waived])).toEqual([]);
    const vague = [...taken, added(again, { ...statements.deliverable, title: 'Reports', ambiguous: true })];
    expect(warnings(vague)).toEqual([{ subject: `intake/${again}`, problem: 'ambiguous' }]);
  });

  it('wants a path for every severity and every hour, and prices on all terms', () => {
    const [terms] = agreements.terms;
    const { policy } = agreements.governance;
    if (!terms || !policy) throw new Error('The sample has terms and a policy.');
    const thin: Agreements = {
      governance: {
        ...agreements.governance,
        policy: {
          ...policy,
          severities: [1, 2],
          levels: [{ level: 1, role: 'director', afterMinutes: 0, calendarId: sampleIds.calendar }],
        },
      },
      terms: [{ ...terms, lines: [] }],
    };
    expect(failedItems(contentOf(ready, thin), ['signatures'])).toEqual([
      { check: 'escalation-path', subject: 'escalation-policy', problem: 'Severity 3 has no escalation path.' },
      { check: 'escalation-path', subject: 'escalation-policy', problem: 'Severity 4 has no escalation path.' },
      {
        check: 'escalation-path',
        subject: 'service-level/1',
        problem: 'No level of the escalation path answers in the hours that count.',
      },
      { check: 'terms-priced', subject: `terms/${termsId}`, problem: 'The terms have no rate line.' },
    ]);
  });

  it('lists goals that nothing serves and deliverables that serve nothing, without being shut by them', () => {
    expect(contentOf(ready).orphans).toEqual([]);
    const lost = [
      opened,
      intakeStarted,
      added(goal, statements.goal),
      added(deliverable, { ...statements.deliverable, goals: [] }),
    ];
    expect(contentOf(lost).orphans).toEqual([`intake/${goal}`, `intake/${deliverable}`]);
  });
});

describe('signing', () => {
  it('comes after the proposal', () => {
    given(...taken)
      .when(sign('client'))
      .thenRefused('engagement-status-forbids');
  });

  it('is of the content as it stands', () => {
    const { contentHash } = contentOf(ready);
    given(...ready)
      .when(sign('client', { contentHash: 'ab'.repeat(32) }))
      .thenRefused('content-has-changed', { contentHash });
  });

  it('is refused while any other check fails, and says which', () => {
    const items = failedItems(contentOf(ready, nothingAgreed), ['signatures']);
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
      .then(signed('client', ready), ...agreedBy(ready));
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
      .then(signed('client', ready), ...agreedBy(ready), {
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
    const { passed, signatures } = contentOf(changed);
    expect(passed).toBe(false);
    expect(signatures.map(({ party, changedSince }) => [party, changedSince])).toEqual([
      ['provider', [`intake/${goal}`]],
      ['client', [`intake/${goal}`]],
    ]);
    expect(failedItems(contentOf(changed)).map(({ problem }) => problem)).toEqual([
      'Signed other content than it is now.',
      'Signed other content than it is now.',
    ]);
  });

  it('is settled when both have signed again', () => {
    const { contentHash } = contentOf(changed);
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
    const { contentHash } = contentOf(ready);
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
