import type { EscalationEvent, IssueEvent, SlaClockEvent } from '@bw/contracts-risk';
import { factProjection } from '@bw/projections';
import { happened, json, known } from '../facts/telling.ts';

const issue = (outcome: string) => (data: { readonly issueId: string }) =>
  happened('issue', data.issueId, outcome, data);
const clock = (outcome: string) => (data: { readonly issueId: string; readonly clockId: string }) =>
  happened('clock', `${data.issueId}/${data.clockId}`, outcome, data);
const escalation =
  (outcome: string) => (data: { readonly escalationId: string; readonly subject: { readonly id: string } }) =>
    happened('escalation', `${data.subject.id}/${data.escalationId}`, outcome, data);

/** Issues, the clocks that run on them, and the ladders they climb: histories, so that any past state can be read. */
export const issueClocks = factProjection<IssueEvent | SlaClockEvent | EscalationEvent>(
  { name: 'issue-clocks', version: 1 },
  {
    'risk.IssueRaised': (data) => [known(data.issueId, 'issue', json(data)), issue('raised')(data)],
    'risk.IssueNoted': issue('noted'),
    'risk.IssueAcknowledged': issue('acknowledged'),
    'risk.IssueAssigned': issue('assigned'),
    'risk.IssueWaiting': issue('waiting'),
    'risk.IssueResumed': issue('resumed'),
    'risk.IssueResolved': issue('resolved'),
    'risk.IssueVerified': issue('verified'),
    'risk.IssueReopened': issue('reopened'),
    'risk.IssueCancelled': issue('cancelled'),

    'risk.SlaClockStarted': clock('started'),
    'risk.SlaClockPaused': clock('paused'),
    'risk.SlaClockResumed': clock('resumed'),
    'risk.SlaWarningReached': clock('warned'),
    'risk.SlaBreached': clock('breached'),
    'risk.SlaMet': clock('met'),
    'risk.SlaClockReopened': clock('reopened'),
    'risk.SlaClockRecalculated': clock('recalculated'),
    'risk.SlaClockCancelled': clock('cancelled'),

    'risk.EscalationRaised': escalation('raised'),
    'risk.EscalationAdvanced': escalation('advanced'),
    'risk.EscalationUnreachable': escalation('unreachable'),
    'risk.EscalationAcknowledged': escalation('acknowledged'),
    'risk.EscalationResolved': escalation('resolved'),
  },
);
