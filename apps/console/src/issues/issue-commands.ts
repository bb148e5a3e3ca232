import type { CommandSpec } from '../actions/use-command.ts';
import { command, read, type Reply } from '../api/request.ts';
import { t } from '../texts/t.ts';
import type { IssueLine } from './issue.ts';
import { change, postIssue, reopened, shown } from './issue-desk.ts';

/** Sends without a form: on the version that stands now. */
async function postNow(kind: 'issues' | 'escalations', id: string, verb: string, key: string): Promise<Reply> {
  const { version } = await read<{ readonly version: number }>(`/api/v1/${kind}/${id}`);
  return command('POST', `/api/v1/${kind}/${id}/${verb}`, undefined, { key, ifMatch: version });
}

/** Takes note of it: its acknowledge clock stops. There is nothing to take back: it was seen. */
export const acknowledgeIssue = (engagement: string): CommandSpec<IssueLine> => ({
  shown: shown(engagement),
  send: ({ issueId }, key) => postNow('issues', issueId, 'acknowledge', key),
  optimistic: (issue) => change(issue, { state: 'acknowledged' }),
  done: ({ title }) => t('issues.acknowledged', { title }),
});

/** The wait is over. Undo waits again, for the same reason. */
export const resumeIssue = (engagement: string): CommandSpec<IssueLine> => ({
  shown: shown(engagement),
  send: ({ issueId }, key) => postNow('issues', issueId, 'resume', key),
  optimistic: (issue) => change(issue, { state: 'acknowledged', waitingFor: undefined }),
  done: ({ title }) => t('issues.resumed', { title }),
  undo: (issue, { version }) => {
    const { waitingFor: reason, issueId, title } = issue;
    if (!reason) return undefined;
    return {
      done: t('issues.waitsNow', { title }),
      send: (key) => postIssue(issueId, 'waits', { reason, clientNotified: true }, { key, version }),
      optimistic: change(issue, { state: 'waiting', waitingFor: reason }),
    };
  },
});

/** Somebody checked it. Undo reopens it. */
export const verifyIssue = (engagement: string): CommandSpec<IssueLine> => ({
  shown: shown(engagement),
  send: ({ issueId }, key) => postNow('issues', issueId, 'verify', key),
  optimistic: (issue) => change(issue, { state: 'verified' }),
  done: ({ title }) => t('issues.verifiedNow', { title }),
  undo: (issue, { version }) => reopened(issue, version),
});

/** Whoever the ladder reached takes it on: the ladder stops, the clocks go on. */
export const takeOnEscalation = (engagement: string): CommandSpec<IssueLine> => ({
  shown: shown(engagement),
  send: ({ escalations }, key) => postNow('escalations', escalations.at(-1)?.escalationId ?? '', 'acknowledge', key),
  optimistic: (issue) =>
    change(issue, { escalations: issue.escalations.map((ladder) => ({ ...ladder, state: 'acknowledged' })) }),
  done: ({ title }) => t('issues.takenOn', { title }),
});
