import type { Choice } from '../actions/field.tsx';
import { changeItems, type Patch } from '../actions/patch.ts';
import type { Undo } from '../actions/use-command.ts';
import { command, type Reply } from '../api/request.ts';
import { t } from '../texts/t.ts';
import type { IssueLine } from './issue.ts';

/** What the forms need to know of where they stand. */
export interface IssueDesk {
  readonly engagement: string;
  readonly people: readonly Choice[];
  /** May check or take back a solution. */
  readonly isJudge: boolean;
}

export const READING = 'issue-clocks';

export const shown = (engagement: string) => ({ path: READING, query: { engagement } });

interface How {
  readonly key: string;
  readonly version: number;
}

export const postIssue = (issueId: string, verb: string, body: unknown, { key, version }: How): Promise<Reply> =>
  command('POST', `/api/v1/issues/${issueId}/${verb}`, body, { key, ifMatch: version });

export const change = (issue: IssueLine, part: Partial<IssueLine>): readonly Patch[] => [
  changeItems<IssueLine>(
    READING,
    ({ issueId }) => issueId === issue.issueId,
    (now) => ({ ...now, ...part }),
  ),
];

export const thingOf = (engagement: string, { issueId }: IssueLine) => ({
  path: `issues/${issueId}`,
  stream: `iss-${issueId}`,
  engagement,
});

/** What takes a solution back. */
export const reopened = (issue: IssueLine, version: number): Undo => ({
  done: t('issues.notSolved'),
  send: (key) => postIssue(issue.issueId, 'reopen', { why: t('issues.byMistake') }, { key, version }),
  optimistic: change(issue, { state: 'acknowledged' }),
});
