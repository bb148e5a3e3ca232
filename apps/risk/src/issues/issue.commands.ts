import type { IssueAssigned, IssueNoted, IssueRaised, IssueResolved, IssueWaiting } from '@bw/contracts-risk';
import type { Issued } from '@bw/kernel';

type Command<Type extends string, Data> = { readonly type: Type; readonly data: Data; readonly issued: Issued };

export type RaiseIssue = Command<'RaiseIssue', Omit<IssueRaised, 'raisedAt'>>;
/** May be told late: `issued.effective` within the hour, and with a reason. */
export type AcknowledgeIssue = Command<'AcknowledgeIssue', object>;
export type AssignIssue = Command<'AssignIssue', Pick<IssueAssigned, 'assignee'>>;
export type WaitOn = Command<'WaitOn', Pick<IssueWaiting, 'reason' | 'clientNotified'>>;
export type ResumeIssue = Command<'ResumeIssue', object>;
/** May be told late, as an acknowledgement. */
export type ResolveIssue = Command<'ResolveIssue', Pick<IssueResolved, 'resolution'>>;
export type VerifyIssue = Command<'VerifyIssue', object>;
export type ReopenIssue = Command<'ReopenIssue', { readonly why: string }>;
export type CancelIssue = Command<'CancelIssue', { readonly why: string }>;
/** What raised the issue was seen again, or has gone. */
export type NoteIssue = Command<'NoteIssue', Pick<IssueNoted, 'note' | 'kpi' | 'measurement'>>;

export type IssueCommand =
  | RaiseIssue
  | AcknowledgeIssue
  | AssignIssue
  | WaitOn
  | ResumeIssue
  | ResolveIssue
  | VerifyIssue
  | ReopenIssue
  | CancelIssue
  | NoteIssue;
