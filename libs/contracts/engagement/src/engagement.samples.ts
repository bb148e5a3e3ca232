import { type Sample, sample } from '@bw/contracts-base';
import * as alignment from './alignment.events.ts';
import * as approval from './approval.events.ts';
import * as client from './client.events.ts';
import * as engagement from './engagement.events.ts';
import * as funding from './funding.events.ts';
import * as governance from './governance.events.ts';
import * as intake from './intake.events.ts';
import * as membership from './membership.events.ts';
import * as terms from './terms.events.ts';

/** Ids by what they name, the same in every sample. */
export const sampleIds = {
  client: '0193a000-0001-7000-8000-000000000001',
  engagement: '0193a000-0001-7000-8000-000000000002',
  membership: '0193a000-0001-7000-8000-000000000003',
  director: '0193a000-0002-7000-8000-000000000001',
  projectManager: '0193a000-0002-7000-8000-000000000002',
  sponsor: '0193a000-0002-7000-8000-000000000003',
  deputy: '0193a000-0002-7000-8000-000000000004',
  goal: '0193a000-0003-7000-8000-000000000001',
  deliverable: '0193a000-0003-7000-8000-000000000002',
  calendar: '0193a000-0004-7000-8000-000000000001',
  plan: '0193a000-0004-7000-8000-000000000002',
  baseline: '0193a000-0004-7000-8000-000000000003',
  terms: '0193a000-0005-7000-8000-000000000001',
  rateLine: '0193a000-0005-7000-8000-000000000002',
  budgetLine: '0193a000-0005-7000-8000-000000000003',
  draw: '0193a000-0005-7000-8000-000000000004',
  approval: '0193a000-0006-7000-8000-000000000001',
  delegation: '0193a000-0006-7000-8000-000000000002',
} as const;

const { engagement: engagementId, client: clientId, terms: termsId, approval: approvalId } = sampleIds;
const HASH = '5b3c1f0a9d2e4c6b8a7f6e5d4c3b2a1908f7e6d5c4b3a29180f1e2d3c4b5a697';

const membershipGranted: membership.MembershipGranted = {
  membershipId: sampleIds.membership,
  user: sampleIds.sponsor,
  party: 'client',
  roles: ['sponsor'],
  clientId,
  from: '2026-01-05',
};

const goalStatement: intake.IntakeStatement = {
  kind: 'goal',
  title: 'Offers of suppliers arrive faster',
  origin: 'Workshop of 12 January',
  priority: 'must',
  goal: {
    measure: 'Median days from request to offer',
    unit: 'days',
    baseline: '21',
    target: '9.5',
    date: '2026-12-31',
  },
  owner: sampleIds.sponsor,
};

const subjectOfApproval = {
  approvalId,
  engagementId,
  kind: 'baseline',
  subject: sampleIds.baseline,
  contentHash: HASH,
} as const;

/** An example of each event. */
export const samples: readonly Sample[] = [
  sample(client.ClientRegistered, {
    clientId,
    code: 'NORD',
    name: 'Nordlicht Energie',
    zone: 'Europe/Berlin',
    currency: 'EUR',
  }),
  sample(client.ClientProfileChanged, {
    clientId,
    name: 'Nordlicht Energie AG',
    zone: 'Europe/Berlin',
    currency: 'EUR',
  }),
  sample(client.ClientClosed, { clientId, reason: 'Merged into another client.' }),
  sample(client.ClientCodeReserved, { clientId, code: 'NORD' }),

  sample(membership.MembershipGranted, membershipGranted),
  sample(membership.MembershipChanged, { ...membershipGranted, roles: ['sponsor', 'client-viewer'], to: '2026-12-31' }),
  sample(membership.MembershipEnded, {
    membershipId: sampleIds.membership,
    user: sampleIds.sponsor,
    endedOn: '2026-06-30',
  }),

  sample(engagement.EnquiryOpened, {
    engagementId,
    clientId,
    code: 'NORD-IT-1',
    title: 'Procurement platform',
    zone: 'Europe/Berlin',
    currency: 'EUR',
  }),
  sample(intake.IntakeStarted, { engagementId }),
  sample(intake.IntakeItemAdded, { engagementId, itemId: sampleIds.goal, statement: goalStatement, warnings: [] }),
  sample(intake.IntakeItemClarified, {
    engagementId,
    itemId: sampleIds.deliverable,
    statement: {
      kind: 'deliverable',
      title: 'Supplier portal in production',
      description: 'The portal that suppliers sign in to, with its interfaces to the ledger.',
      origin: 'Request for proposal, section 4',
      priority: 'must',
      ambiguous: true,
      owner: sampleIds.projectManager,
      criteria: ['All acceptance tests pass', 'Ninety suppliers are invited'],
      goals: [sampleIds.goal],
    },
    warnings: [{ concern: 'ambiguous' }],
  }),
  sample(intake.IntakeItemAgreed, { engagementId, itemId: sampleIds.goal }),
  sample(intake.IntakeItemRejected, { engagementId, itemId: sampleIds.goal, reason: 'Belongs to another project.' }),
  sample(intake.IntakeItemWaived, {
    engagementId,
    itemId: sampleIds.deliverable,
    concerns: ['ambiguous'],
    by: sampleIds.projectManager,
    reason: 'Settled in the design phase.',
  }),
  sample(alignment.EngagementProposed, { engagementId }),
  sample(alignment.AlignmentSigned, {
    engagementId,
    party: 'client',
    contentHash: HASH,
    subjects: [{ subject: `intake/${sampleIds.goal}`, hash: HASH }],
    by: sampleIds.sponsor,
  }),
  sample(alignment.AlignmentReopened, { engagementId, subjects: [`intake/${sampleIds.goal}`] }),
  sample(alignment.EngagementAgreed, { engagementId, clientId, contentHash: HASH }),
  sample(alignment.AlignmentRestored, { engagementId, contentHash: HASH }),
  sample(engagement.TransitionStarted, {
    engagementId,
    items: [{ item: 'access', title: 'Access to the systems of the client is granted' }],
  }),
  sample(engagement.TransitionItemCompleted, { engagementId, item: 'access', evidence: 'Ticket ACC-1207' }),
  sample(engagement.BaselineNoted, { engagementId, planId: sampleIds.plan, baselineId: sampleIds.baseline }),
  sample(engagement.EngagementActivated, { engagementId }),
  sample(engagement.EngagementSuspended, { engagementId, reason: 'Budget freeze until April.', billableWork: false }),
  sample(engagement.EngagementResumed, { engagementId }),
  sample(engagement.ExitStarted, {
    engagementId,
    items: [{ item: 'documents', title: 'Documents are handed over' }],
  }),
  sample(engagement.ExitItemCompleted, { engagementId, item: 'documents' }),
  sample(engagement.EngagementClosed, { engagementId }),
  sample(engagement.EngagementDeclined, { engagementId, reason: 'No capacity before autumn.' }),
  sample(engagement.EngagementWithdrawn, { engagementId, reason: 'The project was stopped.' }),
  sample(engagement.EngagementTerminated, { engagementId, reason: 'Notice given under clause 9.' }),

  sample(governance.KpiTargetAgreed, {
    engagementId,
    kpi: 'K01',
    formulaVersion: 1,
    target: '1.00',
    threshold: '0.90',
    direction: 'up',
    severity: 2,
    window: 'period',
    exclusions: ['Approved scope changes of the month'],
  }),
  sample(governance.KpiTargetWithdrawn, { engagementId, kpi: 'K01' }),
  sample(governance.ServiceLevelAgreed, {
    engagementId,
    severity: 1,
    acknowledgeMinutes: 15,
    resolveMinutes: 240,
    calendarId: sampleIds.calendar,
    warnAtBp: [5_000, 8_000],
    reopen: 'continue',
  }),
  sample(governance.EscalationPolicyAgreed, {
    engagementId,
    levels: [
      { level: 1, role: 'project-manager', afterMinutes: 0 },
      { level: 2, role: 'director', afterMinutes: 30 },
      { level: 3, role: 'sponsor', afterMinutes: 120, calendarId: sampleIds.calendar },
    ],
    severities: [1, 2, 3, 4],
  }),
  sample(governance.DelegationSet, {
    engagementId,
    delegationId: sampleIds.delegation,
    kind: 'baseline',
    role: 'sponsor',
    limit: 500_000_00,
    currency: 'EUR',
    from: '2026-01-05',
  }),
  sample(governance.GovernanceAgreed, { engagementId, version: 1, contentHash: HASH }),
  sample(governance.GovernanceAmended, { engagementId, reason: 'Service hours were extended.' }),

  sample(terms.TermsDrafted, {
    termsId,
    engagementId,
    title: 'Time and materials 2026',
    currency: 'EUR',
    from: '2026-01-05',
    to: '2026-12-31',
  }),
  sample(terms.RateLineSet, {
    termsId,
    engagementId,
    lineId: sampleIds.rateLine,
    component: 'delivery',
    role: 'project-manager',
    grade: 'senior',
    location: 'Berlin',
    rate: 115_00,
    currency: 'EUR',
    unit: 'hour',
    from: '2026-01-05',
  }),
  sample(terms.RateLineRemoved, { termsId, engagementId, lineId: sampleIds.rateLine }),
  sample(terms.TermsAgreed, { termsId, engagementId, contentHash: HASH, from: '2026-01-05', to: '2026-12-31' }),
  sample(terms.TermsEnded, { termsId, engagementId, endedOn: '2026-09-30', reason: 'New terms from October.' }),
  sample(terms.TermsRegistered, { engagementId, termsId }),
  sample(terms.TermsPeriodReserved, {
    engagementId,
    termsId,
    from: '2026-01-05',
    to: '2026-12-31',
    claim: sampleIds.draw,
  }),
  sample(terms.TermsPeriodReleased, { engagementId, termsId, claim: sampleIds.draw }),

  sample(funding.FundingOpened, { fundingId: engagementId, engagementId, currency: 'EUR' }),
  sample(funding.BudgetLineSet, {
    fundingId: engagementId,
    engagementId,
    lineId: sampleIds.budgetLine,
    kind: 'contingency',
    title: 'Known risks',
    amount: 40_000_00,
    currency: 'EUR',
  }),
  sample(funding.BudgetLineDrawn, {
    fundingId: engagementId,
    engagementId,
    lineId: sampleIds.budgetLine,
    drawId: sampleIds.draw,
    amount: 5_000_00,
    currency: 'EUR',
    reason: 'Second migration rehearsal.',
  }),

  sample(approval.ApprovalRequested, {
    ...subjectOfApproval,
    clientId,
    planId: sampleIds.plan,
    impact: {
      bac: 180_759_44,
      currency: 'EUR',
      start: '2026-02-02T07:00:00.000Z',
      finish: '2026-11-20T16:00:00.000Z',
      activities: 44,
    },
    defaultOutcome: 'refused',
    due: '2026-02-12T17:00:00.000Z',
    requestedBy: sampleIds.projectManager,
  }),
  sample(approval.ApprovalGranted, { ...subjectOfApproval, by: sampleIds.sponsor, reason: 'As discussed on Monday.' }),
  sample(approval.ApprovalRefused, { ...subjectOfApproval, by: sampleIds.sponsor, reason: 'The finish is too late.' }),
  sample(approval.ApprovalDelegated, {
    approvalId,
    engagementId,
    to: sampleIds.deputy,
    by: sampleIds.sponsor,
    reason: 'On leave until Friday.',
  }),
  sample(approval.ApprovalLapsed, { ...subjectOfApproval, cause: 'due-passed' }),
];
