import type { IssueEvent } from '@bw/contracts-risk';
import { accept, type Decider, type Decision, type Issued, refuse, type Refused } from '@bw/kernel';
import type {
  AcknowledgeIssue,
  AssignIssue,
  IssueCommand,
  RaiseIssue,
  ResolveIssue,
  VerifyIssue,
  WaitOn,
} from './issue.commands.ts';
import { evolveIssue } from './issue.evolve.ts';
import type { IssueState, LiveIssue } from './issue.ts';

/** How late an acknowledgement or a solution may be told. */
export const BACKDATE_MINUTES = 60;

export type IssueRefusal =
  | 'issue-not-found'
  | 'issue-already-raised'
  | 'issue-is-resolved'
  | 'issue-is-cancelled'
  | 'issue-not-acknowledged'
  | 'issue-not-waiting'
  | 'issue-already-waiting'
  | 'client-not-notified'
  | 'issue-not-resolved'
  | 'verifier-is-resolver'
  | 'time-in-future'
  | 'time-before-issue'
  | 'cannot-be-backdated'
  | 'backdated-too-far'
  | 'backdating-needs-reason';

type Verdict = Decision<IssueEvent, IssueRefusal>;

/** An issue is raised, acknowledged, worked on or waited with, resolved, and verified; or it was none. */
export const issue: Decider<IssueState, IssueCommand, IssueEvent, IssueRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'RaiseIssue') return raise(command, state);
    if (state.status === 'none') return refuse('issue-not-found');
    if (isBackdated(command)) return refuse('cannot-be-backdated');
    switch (state.status) {
      case 'cancelled':
        return command.type === 'NoteIssue' ? accept() : refuse('issue-is-cancelled');
      case 'resolved':
      case 'verified':
        return decideOnResolved(command, state);
      case 'open':
      case 'acknowledged':
      case 'inProgress':
      case 'waiting':
      case 'reopened':
        return decideOnLive(command, state);
    }
  },

  evolve: evolveIssue,
};

/** A risk may strike as an issue that somebody has raised already: then that one is meant. */
function raise({ data, issued }: RaiseIssue, state: IssueState): Verdict {
  if (state.status !== 'none') return data.origin.kind === 'person' ? refuse('issue-already-raised') : accept();
  return accept({
    type: 'risk.IssueRaised',
    data: { ...data, raisedAt: issued.at },
    effective: { at: issued.at }, // its clocks begin when we learn of it, whenever its cause lay
  });
}

type Later = Exclude<IssueCommand, RaiseIssue>;
type ResolvedIssue = Extract<IssueState, { status: 'resolved' | 'verified' }>;

function decideOnResolved(command: Later, now: ResolvedIssue): Verdict {
  switch (command.type) {
    case 'VerifyIssue':
      return verify(command, now);
    case 'ReopenIssue':
      return accept({ type: 'risk.IssueReopened', data: { ...idsOf(now), why: command.data.why } });
    case 'AcknowledgeIssue': // it was, or it would not be resolved
    case 'NoteIssue':
      return accept();
    case 'AssignIssue':
    case 'WaitOn':
    case 'ResumeIssue':
    case 'ResolveIssue':
    case 'CancelIssue':
      return refuse('issue-is-resolved');
  }
}

function decideOnLive(command: Later, now: LiveIssue): Verdict {
  const ids = idsOf(now);
  switch (command.type) {
    case 'AcknowledgeIssue':
      return now.acknowledged ? accept() : told(command, now, acknowledged(now, command.issued));
    case 'AssignIssue':
      return assign(command, now);
    case 'WaitOn':
      return waitOn(command, now);
    case 'ResumeIssue':
      if (now.status !== 'waiting') return refuse('issue-not-waiting');
      return accept({ type: 'risk.IssueResumed', data: { ...ids, reason: now.reason } });
    case 'ResolveIssue':
      return told(command, now, ...alsoAcknowledged(now, command.issued), {
        type: 'risk.IssueResolved',
        data: { ...ids, resolution: command.data.resolution, by: command.issued.actor },
      });
    case 'VerifyIssue':
    case 'ReopenIssue':
      return refuse('issue-not-resolved');
    case 'CancelIssue':
      return accept({ type: 'risk.IssueCancelled', data: { ...ids, why: command.data.why } });
    case 'NoteIssue':
      return accept({ type: 'risk.IssueNoted', data: { ...ids, ...command.data } });
  }
}

/** Who takes an issue on has noted it: the acknowledge clock need not wait for a second click. */
function assign({ data: { assignee }, issued }: AssignIssue, now: LiveIssue): Verdict {
  if (assignee === now.assignee && now.status !== 'reopened') return accept();
  return accept<IssueEvent>(...alsoAcknowledged(now, issued), {
    type: 'risk.IssueAssigned',
    data: { ...idsOf(now), assignee },
  });
}

function waitOn({ data }: WaitOn, now: LiveIssue): Verdict {
  if (!now.acknowledged) return refuse('issue-not-acknowledged');
  if (now.status === 'waiting') return now.reason === data.reason ? accept() : refuse('issue-already-waiting');
  if (!data.clientNotified) return refuse('client-not-notified');
  return accept({ type: 'risk.IssueWaiting', data: { ...idsOf(now), ...data } });
}

/** Four eyes for the two worst severities. */
function verify({ issued }: VerifyIssue, now: ResolvedIssue): Verdict {
  if (now.status === 'verified') return accept();
  if (now.severity <= 2 && now.resolver === issued.actor) {
    return refuse('verifier-is-resolver', { severity: now.severity });
  }
  return accept({ type: 'risk.IssueVerified', data: { ...idsOf(now), by: issued.actor } });
}

/** The facts at the time they are said to have happened, if that can be believed. */
function told(
  { issued }: AcknowledgeIssue | ResolveIssue,
  { raisedAt }: LiveIssue,
  ...facts: readonly IssueEvent[]
): Verdict {
  return wrongTime(issued, raisedAt) ?? accept(...facts);
}

function wrongTime(
  { at: now, effective: { at }, reason }: Issued,
  raisedAt: string,
): Refused<IssueRefusal> | undefined {
  if (at === now) return undefined;
  if (at > now) return refuse('time-in-future', { now });
  if (at < raisedAt) return refuse('time-before-issue', { raisedAt });
  if (Date.parse(now) - Date.parse(at) > BACKDATE_MINUTES * 60_000) {
    return refuse('backdated-too-far', { minutes: BACKDATE_MINUTES });
  }
  return reason ? undefined : refuse('backdating-needs-reason');
}

/** What moves a clock in any other way than stopping it counts from when it is said. */
function isBackdated({ type, issued }: Later): boolean {
  const mayBe = type === 'AcknowledgeIssue' || type === 'ResolveIssue' || type === 'NoteIssue';
  return !mayBe && issued.effective.at !== issued.at;
}

function alsoAcknowledged(now: LiveIssue, issued: Issued): readonly IssueEvent[] {
  return now.acknowledged ? [] : [acknowledged(now, issued)];
}

function acknowledged(now: LiveIssue, { actor }: Issued): IssueEvent {
  return { type: 'risk.IssueAcknowledged', data: { ...idsOf(now), by: actor } };
}

function idsOf({ issueId, engagementId }: LiveIssue | ResolvedIssue): { issueId: string; engagementId: string } {
  return { issueId, engagementId };
}
