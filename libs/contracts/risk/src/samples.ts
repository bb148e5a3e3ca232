import { type Sample, sample } from '@bw/contracts-base';
import * as clock from './clock.events.ts';
import * as escalation from './escalation.events.ts';
import * as issue from './issue.events.ts';
import * as policy from './policy.events.ts';
import * as risk from './risk.events.ts';

/** The things that the samples speak of: one engagement, one risk that strikes, the issue it becomes. */
export const RISK_SAMPLE_IDS = {
  engagementId: '0193c1a0-0000-7000-8000-00000000e001',
  riskId: '0193c1a0-0000-7000-8000-00000000f001',
  issueId: '0193c1a0-0000-7000-8000-00000000a001',
  clockId: '0193c1a0-0000-7000-8000-00000000c001',
  escalationId: '0193c1a0-0000-7000-8000-00000000b001',
  calendarId: '0193c1a0-0000-7000-8000-00000000d001',
  measurement: '0193c1a0-0000-7000-8000-000000009001',
  manager: '0193c1a0-0000-7000-8000-000000008001',
  analyst: '0193c1a0-0000-7000-8000-000000008002',
} as const;

const { engagementId, riskId, issueId, clockId, escalationId, calendarId, measurement, manager, analyst } =
  RISK_SAMPLE_IDS;

const samplePolicy: policy.RiskPolicyAgreed = {
  engagementId,
  scales: {
    likelihood: [
      { level: 1, name: 'rare', upToBp: 500 },
      { level: 2, name: 'unlikely', upToBp: 2_000 },
      { level: 3, name: 'possible', upToBp: 5_000 },
      { level: 4, name: 'likely', upToBp: 8_000 },
      { level: 5, name: 'almost certain', upToBp: 10_000 },
    ],
    impact: [
      { level: 1, name: 'negligible', upToDays: 2, upToCostBp: 100 },
      { level: 2, name: 'minor', upToDays: 5, upToCostBp: 300 },
      { level: 3, name: 'moderate', upToDays: 15, upToCostBp: 700 },
      { level: 4, name: 'major', upToDays: 40, upToCostBp: 1_500 },
      { level: 5, name: 'severe' },
    ],
  },
  matrix: [
    { likelihood: 1, scores: [1, 2, 3, 4, 5] },
    { likelihood: 2, scores: [2, 4, 6, 8, 10] },
    { likelihood: 3, scores: [3, 6, 9, 12, 15] },
    { likelihood: 4, scores: [4, 8, 12, 16, 20] },
    { likelihood: 5, scores: [5, 10, 15, 20, 25] },
  ],
  appetite: {
    tolerance: 9,
    bands: [
      { upTo: 9, role: 'project-manager' },
      { upTo: 16, role: 'director' },
      { upTo: 25, role: 'sponsor' },
    ],
  },
  version: 1,
};

const ofRisk = { riskId, engagementId };
const ofIssue = { issueId, engagementId };
const ofClock = { clockId, issueId, engagementId, clock: 'resolve' } as const;
const ofEscalation = { escalationId, engagementId, subject: { kind: 'issue', id: issueId }, cycle: 1 } as const;
const serviceLevel = {
  targetMinutes: 960,
  calendarId,
  calendarVersion: 1,
  warnAtBp: [5_000, 7_500, 9_000],
  reopen: 'continue',
} as const;

/** An example of each event's data. */
export const riskSamples: readonly Sample[] = [
  sample(policy.RiskPolicyAgreed, samplePolicy),
  sample(policy.RiskPolicyAmended, { ...samplePolicy, version: 2 }),
  sample(risk.RiskIdentified, {
    ...ofRisk,
    title: 'Test environment arrives late',
    kind: 'threat',
    category: 'vendor',
    cause: 'The hosting vendor has promised no date.',
    event: 'The test environment is not there when system tests begin.',
    effect: 'System tests start up to four weeks late.',
    likelihood: 3,
    impact: 3,
    score: 9,
    policyVersion: 1,
    aboveAppetite: false,
    owner: manager,
    proximity: { from: '2026-03-16', to: '2026-04-10' },
    nextReview: '2026-03-09',
  }),
  sample(risk.RiskAssessed, {
    ...ofRisk,
    rated: 'current',
    likelihood: 4,
    impact: 4,
    score: 16,
    policyVersion: 1,
    aboveAppetite: true,
    because: 'assessment',
  }),
  sample(risk.RiskAppetiteExceeded, { ...ofRisk, score: 16, tolerance: 9, policyVersion: 1 }),
  sample(risk.RiskResponsePlanned, {
    ...ofRisk,
    strategy: 'mitigate',
    plan: 'Rent a second environment for the first four weeks.',
    owner: manager,
    due: '2026-03-13',
  }),
  sample(risk.RiskAccepted, {
    ...ofRisk,
    score: 16,
    policyVersion: 1,
    role: 'director',
    mode: 'active',
    expires: '2026-04-01T08:00:00.000Z',
  }),
  sample(risk.RiskExpired, { ...ofRisk, expired: '2026-04-01T08:00:00.000Z' }),
  sample(risk.RiskReviewed, { ...ofRisk, note: 'The vendor still names no date.', nextReview: '2026-03-16' }),
  sample(risk.RiskTriggered, { ...ofRisk, issueId, severity: 2, title: 'Test environment is not there' }),
  sample(risk.RiskClosed, { ...ofRisk, why: 'The environment runs; system tests have begun.' }),
  sample(issue.IssueRaised, {
    ...ofIssue,
    severity: 2,
    title: 'K01 Cost performance index is below its threshold',
    fingerprint: `kpi:${engagementId}:K01`,
    origin: { kind: 'kpi', kpi: 'K01', measurement },
    raisedAt: '2026-03-02T09:00:00.000Z',
  }),
  sample(issue.IssueNoted, { ...ofIssue, note: 'recovered', kpi: 'K01', measurement }),
  sample(issue.IssueAcknowledged, { ...ofIssue, by: manager }),
  sample(issue.IssueAssigned, { ...ofIssue, assignee: analyst }),
  sample(issue.IssueWaiting, { ...ofIssue, reason: 'waiting-client', clientNotified: true }),
  sample(issue.IssueResumed, { ...ofIssue, reason: 'waiting-client' }),
  sample(issue.IssueResolved, { ...ofIssue, resolution: 'Overtime ended, two activities re-estimated.', by: analyst }),
  sample(issue.IssueVerified, { ...ofIssue, by: manager }),
  sample(issue.IssueReopened, { ...ofIssue, why: 'The index fell again within the week.' }),
  sample(issue.IssueCancelled, { ...ofIssue, why: 'The cost was booked twice by mistake.' }),
  sample(clock.SlaClockStarted, {
    ...ofClock,
    ...serviceLevel,
    severity: 2,
    at: '2026-03-02T09:00:00.000Z',
    noted: '2026-03-02T09:00:00.000Z',
    due: '2026-03-03T17:00:00.000Z',
  }),
  sample(clock.SlaClockPaused, { ...ofClock, reason: 'waiting-client', at: '2026-03-02T11:00:00.000Z' }),
  sample(clock.SlaClockResumed, {
    ...ofClock,
    reason: 'waiting-client',
    at: '2026-03-02T13:00:00.000Z',
    due: '2026-03-04T11:00:00.000Z',
  }),
  sample(clock.SlaWarningReached, { ...ofClock, pointBp: 5_000, cycle: 1, at: '2026-03-03T11:00:00.000Z' }),
  sample(clock.SlaBreached, { ...ofClock, cycle: 1, at: '2026-03-04T11:00:00.000Z' }),
  sample(clock.SlaMet, {
    ...ofClock,
    late: true,
    cycle: 1,
    elapsedMinutes: 1_020,
    pausedMinutes: 120,
    targetMinutes: 960,
    at: '2026-03-04T12:00:00.000Z',
    noted: '2026-03-04T12:00:00.000Z',
  }),
  sample(clock.SlaClockReopened, {
    ...ofClock,
    mode: 'continue',
    cycle: 1,
    at: '2026-03-05T09:00:00.000Z',
    due: '2026-03-04T11:00:00.000Z',
  }),
  sample(clock.SlaClockRecalculated, {
    ...ofClock,
    ...serviceLevel,
    calendarVersion: 2,
    because: 'calendar',
    at: '2026-03-02T10:00:00.000Z',
    due: '2026-03-04T17:00:00.000Z',
  }),
  sample(clock.SlaClockCancelled, {
    ...ofClock,
    why: 'The cost was booked twice by mistake.',
    at: '2026-03-02T10:00:00.000Z',
  }),
  sample(escalation.EscalationRaised, {
    ...ofEscalation,
    level: 1,
    role: 'project-manager',
    since: '2026-03-04T10:00:00.000Z',
    clockId,
    severity: 2,
  }),
  sample(escalation.EscalationAdvanced, { ...ofEscalation, level: 2, role: 'director' }),
  sample(escalation.EscalationUnreachable, { ...ofEscalation, level: 2, role: 'director', why: 'nobody-in-role' }),
  sample(escalation.EscalationAcknowledged, { ...ofEscalation, level: 1, by: manager }),
  sample(escalation.EscalationResolved, { ...ofEscalation, outcome: 'resolved', at: '2026-03-04T12:00:00.000Z' }),
];
