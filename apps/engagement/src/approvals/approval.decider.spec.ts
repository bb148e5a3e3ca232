import { type ApprovalEvent, type ApprovalRequested, sampleIds } from '@bw/contracts-engagement';
import { scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import type { DecisionRight } from '../governance/decision-right.ts';
import { approval, type ApprovalCommand } from './approval.decider.ts';

const { given, stateAfter } = scenarios(approval);
const { approval: approvalId, engagement: engagementId, client: clientId, baseline, plan: planId } = sampleIds;
const { sponsor, deputy, projectManager } = sampleIds;
const HASH = 'ab'.repeat(32);
const DUE = '2026-02-12T09:00:00.000Z';
const subject = { approvalId, engagementId, kind: 'baseline', subject: baseline, contentHash: HASH } as const;
const request: ApprovalRequested = {
  ...subject,
  clientId,
  planId,
  impact: { bac: 180_000_00, currency: 'EUR', activities: 44 },
  defaultOutcome: 'refused',
  due: DUE,
  requestedBy: projectManager,
};
const unlimited: DecisionRight = { reach: 'unlimited' };

const requestIt = (changes: Partial<ApprovalRequested> = {}): ApprovalCommand => ({
  type: 'RequestApproval',
  data: { ...request, ...changes },
  issued: issuedBy('system:baselines'),
});
interface How {
  readonly by?: string;
  readonly right?: DecisionRight;
  readonly contentHash?: string;
  readonly at?: string;
}
const grant = ({ by = sponsor, right = unlimited, contentHash, at }: How = {}): ApprovalCommand => ({
  type: 'GrantApproval',
  data: { right, contentHash },
  issued: issuedBy(by, at ? { at } : {}),
});
const refuseIt = ({ by = sponsor, right = unlimited }: How = {}): ApprovalCommand => ({
  type: 'RefuseApproval',
  data: { right, reason: 'Too late.' },
  issued: issuedBy(by),
});
interface ToWhom extends How {
  readonly to?: string;
  readonly isOfClient?: boolean;
}
const delegate = ({
  to = deputy,
  by = sponsor,
  right = unlimited,
  isOfClient = true,
}: ToWhom = {}): ApprovalCommand => ({
  type: 'DelegateApproval',
  data: { to, right, isOfClient },
  issued: issuedBy(by),
});
const lapse = (cause: 'due-passed' | 'withdrawn', at: string): ApprovalCommand => ({
  type: 'LapseApproval',
  data: { cause },
  issued: issuedBy('system:deadline', { at }),
});

const requested = (changes: Partial<ApprovalRequested> = {}): ApprovalEvent => ({
  type: 'engagement.ApprovalRequested',
  data: { ...request, ...changes },
});
const granted = (by: string = sponsor): ApprovalEvent => ({
  type: 'engagement.ApprovalGranted',
  data: { ...subject, by },
});
const refused = (by: string, reason: string): ApprovalEvent => ({
  type: 'engagement.ApprovalRefused',
  data: { ...subject, by, reason },
});
const delegated = (to: string = deputy): ApprovalEvent => ({
  type: 'engagement.ApprovalDelegated',
  data: { approvalId, engagementId, to, by: sponsor },
});
const lapsed = (cause: 'due-passed' | 'withdrawn'): ApprovalEvent => ({
  type: 'engagement.ApprovalLapsed',
  data: { ...subject, cause },
});

describe('an approval', () => {
  it('is requested once for one content', () => {
    given().when(requestIt()).then(requested());
    given(requested()).when(requestIt()).then();
    given(requested())
      .when(requestIt({ contentHash: 'cd'.repeat(32) }))
      .thenRefused('approval-already-requested');
  });

  it('must be there to be decided', () => {
    given().when(grant()).thenRefused('approval-not-found');
    expect(stateAfter(granted())).toEqual({ status: 'none' });
  });

  it('is granted or refused by whoever has the right', () => {
    given(requested()).when(grant()).then(granted());
    given(requested()).when(refuseIt()).then(refused(sponsor, 'Too late.'));
    expect(stateAfter(requested(), granted())).toMatchObject({ status: 'granted', decidedBy: sponsor });
    expect(stateAfter(requested(), refused(sponsor, 'No.'))).toMatchObject({ status: 'refused', reason: 'No.' });
  });

  it('is never decided by who asked for it', () => {
    given(requested())
      .when(grant({ by: projectManager }))
      .thenRefused('requester-cannot-decide');
    given(requested())
      .when(refuseIt({ by: projectManager }))
      .thenRefused('requester-cannot-decide');
    given(requested())
      .when(delegate({ to: projectManager }))
      .thenRefused('requester-cannot-decide');
  });

  it('is decided for exactly the content that was seen', () => {
    given(requested())
      .when(grant({ contentHash: HASH }))
      .then(granted());
    given(requested())
      .when(grant({ contentHash: 'cd'.repeat(32) }))
      .thenRefused('content-has-changed', { contentHash: HASH });
  });

  it('needs a right that holds at the time of the decision', () => {
    given(requested())
      .when(grant({ right: { reach: 'none' } }))
      .thenRefused('no-right-to-decide');
    const expired = { reach: 'expired', delegationId: sampleIds.delegation } as const;
    given(requested())
      .when(grant({ right: expired }))
      .thenRefused('delegation-expired');
    given(requested())
      .when(delegate({ right: expired }))
      .thenRefused('delegation-expired');
    given(requested())
      .when(delegate({ right: { reach: 'none' } }))
      .thenRefused('no-right-to-decide');
  });

  it('is granted only up to the limit of the right, and refused without one', () => {
    const upTo = (limit: number, currency = 'EUR'): How => ({ right: { reach: 'limited', limit, currency } });
    given(requested())
      .when(grant(upTo(180_000_00)))
      .then(granted());
    given(requested())
      .when(grant(upTo(179_999_99)))
      .thenRefused('limit-exceeded', { approvalId, limit: 179_999_99, currency: 'EUR' });
    given(requested())
      .when(grant(upTo(999_999_99, 'USD')))
      .thenRefused('limit-exceeded');
    given(requested())
      .when(refuseIt(upTo(0)))
      .then(refused(sponsor, 'Too late.'));
  });

  it('is decided by the one it was delegated to, and by nobody else', () => {
    given(requested()).when(delegate()).then(delegated());
    given(requested(), delegated()).when(delegate()).then();
    given(requested(), delegated()).when(grant()).thenRefused('no-right-to-decide');
    given(requested(), delegated())
      .when(grant({ by: deputy }))
      .then(granted(deputy));
    given(requested(), delegated())
      .when(delegate({ to: sponsor }))
      .then(delegated(sponsor));
  });

  it('stays with the client’s people', () => {
    given(requested())
      .when(delegate({ isOfClient: false }))
      .thenRefused('delegate-is-not-of-client');
  });

  it('is decided once', () => {
    given(requested(), granted()).when(refuseIt()).thenRefused('approval-is-decided', { status: 'granted' });
    given(requested(), granted()).when(delegate()).thenRefused('approval-is-decided');
    given(requested(), lapsed('withdrawn')).when(grant()).thenRefused('approval-is-decided', { status: 'lapsed' });
  });

  it('lapses when nobody decided in time, with the outcome that was announced', () => {
    const outcome = refused('system:deadline', `Nobody decided until ${DUE}.`);
    given(requested()).when(lapse('due-passed', DUE)).then(lapsed('due-passed'), outcome);
    given(requested({ defaultOutcome: 'lapsed' }))
      .when(lapse('due-passed', DUE))
      .then(lapsed('due-passed'));
    given(requested())
      .when(grant({ at: '2026-02-12T09:00:00.001Z' }))
      .thenRefused('approval-due-has-passed');
  });

  it('does not lapse early, twice, or after a decision', () => {
    given(requested()).when(lapse('due-passed', '2026-02-12T08:59:59.999Z')).then();
    given(requested({ due: undefined }))
      .when(lapse('due-passed', DUE))
      .then();
    given(requested(), granted()).when(lapse('due-passed', DUE)).then();
    given(requested(), lapsed('due-passed')).when(lapse('withdrawn', DUE)).then();
  });

  it('is taken back with what it was about', () => {
    given(requested()).when(lapse('withdrawn', '2026-02-03T09:00:00.000Z')).then(lapsed('withdrawn'));
  });
});
