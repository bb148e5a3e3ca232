import type { DialogSpec } from '../actions/command-dialog.tsx';
import { addItem } from '../actions/patch.ts';
import { command } from '../api/request.ts';
import { t, tCode } from '../texts/t.ts';
import type { IssueLine } from './issue.ts';
import { change, type IssueDesk, postIssue, READING, reopened, shown, thingOf } from './issue-desk.ts';

const REASONS = ['waiting-client', 'waiting-vendor', 'force-majeure'] as const;

/** Says that something is a problem now. Taking it back cancels it: it was none. */
export function raiseIssue({ engagement }: IssueDesk, issueId: string): DialogSpec {
  return {
    draft: `issue.raise.${engagement}`,
    title: t('issues.raise'),
    about: t('issues.raiseAbout'),
    submit: t('issues.raise'),
    initial: { issueId, severity: '3' },
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: t('issues.title'),
        example: t('issues.titleExample'),
        max: 200,
        required: true,
      },
      {
        kind: 'choice',
        name: 'severity',
        label: t('issues.severity'),
        choices: (['1', '2', '3', '4'] as const).map((value) => ({ value, label: t(`issues.severity.${value}`) })),
      },
      {
        kind: 'area',
        name: 'description',
        label: t('issues.description'),
        example: t('issues.descriptionExample'),
        max: 2000,
      },
    ],
    command: {
      shown: shown(engagement),
      send: ({ issueId: id, title, severity, description }) =>
        command('PUT', `/api/v1/issues/${id}`, {
          engagementId: engagement,
          title,
          severity: Number(severity),
          description: description?.trim() || undefined,
        }),
      optimistic: ({ issueId: id = '', title = '', severity }) => {
        const raisedAt = new Date().toISOString();
        return [
          addItem<IssueLine>(READING, {
            issueId: id,
            title,
            severity: Number(severity),
            origin: { kind: 'person' },
            state: 'open',
            raisedAt,
            since: raisedAt,
            reopened: false,
            clocks: [],
            escalations: [],
          }),
        ];
      },
      done: ({ title = '' }) => t('issues.raisedNow', { title }),
      undo: ({ issueId: id = '' }, { version }) => ({
        done: t('issues.takenBack'),
        send: (key) => postIssue(id, 'cancel', { why: t('issues.byMistake') }, { key, version }),
      }),
    },
  };
}

export function assignIssue({ engagement, people }: IssueDesk, issue: IssueLine): DialogSpec {
  const { issueId, title, assignee: before } = issue;
  return {
    draft: `issue.assign.${issueId}`,
    title: t('issues.assignThis', { title }),
    submit: t('issues.assign'),
    thing: thingOf(engagement, issue),
    initial: { assignee: before ?? people[0]?.value ?? '' },
    fields: [{ kind: 'choice', name: 'assignee', label: t('issues.assignee'), choices: people, required: true }],
    command: {
      shown: shown(engagement),
      send: ({ assignee }, how) => postIssue(issueId, 'assignments', { assignee }, how),
      optimistic: ({ assignee }) =>
        change(issue, { assignee, ...(issue.state === 'open' && { state: 'acknowledged' }) }),
      done: () => t('issues.assigned', { title }),
      undo: (_values, { version }) =>
        before === undefined
          ? undefined
          : {
              done: t('issues.assignedBack', { title }),
              send: (key) => postIssue(issueId, 'assignments', { assignee: before }, { key, version }),
              optimistic: change(issue, { assignee: before }),
            },
    },
  };
}

/** Stops the resolve clock for a reason that the client knows. Undo resumes it. */
export function waitWithIssue({ engagement }: IssueDesk, issue: IssueLine): DialogSpec {
  const { issueId, title } = issue;
  return {
    draft: `issue.wait.${issueId}`,
    title: t('issues.waitThis', { title }),
    about: t('issues.waitAbout'),
    submit: t('issues.wait'),
    thing: thingOf(engagement, issue),
    initial: { reason: 'waiting-client', clientNotified: '' },
    fields: [
      {
        kind: 'choice',
        name: 'reason',
        label: t('issues.reason'),
        choices: REASONS.map((value) => ({ value, label: tCode('waiting', value) })),
      },
      { kind: 'flag', name: 'clientNotified', label: t('issues.clientNotified'), required: true },
    ],
    command: {
      shown: shown(engagement),
      send: ({ reason, clientNotified }, how) =>
        postIssue(issueId, 'waits', { reason, clientNotified: clientNotified === 'yes' }, how),
      optimistic: ({ reason }) => change(issue, { state: 'waiting', waitingFor: reason }),
      done: () => t('issues.waitsNow', { title }),
      undo: (_values, { version }) => ({
        done: t('issues.resumed', { title }),
        send: (key) => postIssue(issueId, 'resume', undefined, { key, version }),
        optimistic: change(issue, { state: issue.state, waitingFor: undefined }),
      }),
    },
  };
}

export function resolveIssue({ engagement, isJudge }: IssueDesk, issue: IssueLine): DialogSpec {
  const { issueId, title } = issue;
  return {
    draft: `issue.resolve.${issueId}`,
    title: t('issues.resolveThis', { title }),
    submit: t('issues.resolve'),
    thing: thingOf(engagement, issue),
    fields: [
      {
        kind: 'area',
        name: 'resolution',
        label: t('issues.resolution'),
        example: t('issues.resolutionExample'),
        max: 2000,
        required: true,
      },
    ],
    command: {
      shown: shown(engagement),
      send: ({ resolution }, how) => postIssue(issueId, 'resolve', { resolution }, how),
      optimistic: () => change(issue, { state: 'resolved', waitingFor: undefined }),
      done: () => t('issues.resolvedNow', { title }),
      undo: (_values, { version }) => (isJudge ? reopened(issue, version) : undefined),
    },
  };
}

export function reopenIssue({ engagement }: IssueDesk, issue: IssueLine): DialogSpec {
  const { issueId, title } = issue;
  return {
    draft: `issue.reopen.${issueId}`,
    title: t('issues.reopenThis', { title }),
    submit: t('issues.reopen'),
    thing: thingOf(engagement, issue),
    fields: [
      {
        kind: 'area',
        name: 'why',
        label: t('issues.why'),
        example: t('issues.whyReopenExample'),
        max: 1000,
        required: true,
      },
    ],
    command: {
      shown: shown(engagement),
      send: ({ why }, how) => postIssue(issueId, 'reopen', { why }, how),
      optimistic: () => change(issue, { state: 'acknowledged', reopened: true }),
      done: () => t('issues.reopenedNow', { title }),
    },
  };
}

export function cancelIssue({ engagement }: IssueDesk, issue: IssueLine): DialogSpec {
  const { issueId, title } = issue;
  return {
    draft: `issue.cancel.${issueId}`,
    title: t('issues.cancelThis', { title }),
    submit: t('issues.cancel'),
    forGood: true,
    thing: thingOf(engagement, issue),
    fields: [
      {
        kind: 'area',
        name: 'why',
        label: t('issues.why'),
        example: t('issues.whyCancelExample'),
        max: 1000,
        required: true,
      },
    ],
    command: {
      shown: shown(engagement),
      send: ({ why }, how) => postIssue(issueId, 'cancel', { why }, how),
      optimistic: () => change(issue, { state: 'cancelled' }),
      done: () => t('issues.cancelledNow', { title }),
    },
  };
}
