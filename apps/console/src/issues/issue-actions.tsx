import { Button, Group } from '@mantine/core';
import { useOpen } from '../actions/opened.ts';
import { useCommand } from '../actions/use-command.ts';
import type { Me } from '../session/people.ts';
import { t } from '../texts/t.ts';
import { isOpen, type IssueLine } from './issue.ts';
import { acknowledgeIssue, resumeIssue, takeOnEscalation, verifyIssue } from './issue-commands.ts';

interface IssueActionsProps {
  readonly engagement: string;
  readonly issue: IssueLine;
  readonly me: Me | undefined;
}

interface Action {
  readonly label: string;
  readonly isShown: boolean;
  readonly run: () => void;
  readonly isPending?: boolean;
}

/** What the reader's roles let them do with it as it stands; the server decides. */
export function IssueActions({ engagement, issue, me }: IssueActionsProps) {
  const open = useOpen();
  const acknowledge = useCommand(acknowledgeIssue(engagement));
  const resume = useCommand(resumeIssue(engagement));
  const verify = useCommand(verifyIssue(engagement));
  const takeOn = useCommand(takeOnEscalation(engagement));
  const may = (...wanted: readonly string[]) => wanted.some((action) => me?.actions.includes(action) ?? false);
  const { state, escalations } = issue;
  const live = isOpen(issue);
  const isSolved = state === 'resolved' || state === 'verified';
  const isClimbing = escalations.at(-1)?.state === 'raised';
  const form = (name: string) => () => open({ do: name });
  const actions: readonly Action[] = [
    {
      label: t('issues.takeOn'),
      isShown: live && isClimbing && may('record', 'approve', 'administer'),
      run: () => takeOn.run(issue),
      isPending: takeOn.isPending,
    },
    {
      label: t('issues.acknowledge'),
      isShown: state === 'open' && may('record'),
      run: () => acknowledge.run(issue),
      isPending: acknowledge.isPending,
    },
    {
      label: t('issues.resume'),
      isShown: state === 'waiting' && may('record'),
      run: () => resume.run(issue),
      isPending: resume.isPending,
    },
    { label: t('issues.resolve'), isShown: live && may('record'), run: form('issue.resolve') },
    { label: t('issues.assign'), isShown: live && may('record'), run: form('issue.assign') },
    { label: t('issues.wait'), isShown: state === 'acknowledged' && may('record'), run: form('issue.wait') },
    {
      label: t('issues.verify'),
      isShown: state === 'resolved' && may('manage', 'approve'),
      run: () => verify.run(issue),
      isPending: verify.isPending,
    },
    { label: t('issues.reopen'), isShown: isSolved && may('manage', 'approve'), run: form('issue.reopen') },
    { label: t('issues.cancel'), isShown: live && may('manage'), run: form('issue.cancel') },
  ];
  const shown = actions.filter(({ isShown }) => isShown);
  if (shown.length === 0) return null;
  return (
    <Group gap="xs" className="no-print">
      {shown.map(({ label, run, isPending }, index) => (
        <Button
          key={label}
          size="compact-md"
          variant={index === 0 ? 'filled' : 'default'}
          loading={isPending ?? false}
          onClick={run}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
