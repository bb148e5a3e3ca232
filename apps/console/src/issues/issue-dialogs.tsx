import { useState } from 'react';
import { CommandDialog, type DialogSpec } from '../actions/command-dialog.tsx';
import { useOpen, useOpened } from '../actions/opened.ts';
import { type Person, personText, useMe } from '../session/people.ts';
import type { IssueLine } from './issue.ts';
import type { IssueDesk } from './issue-desk.ts';
import { assignIssue, cancelIssue, raiseIssue, reopenIssue, resolveIssue, waitWithIssue } from './issue-forms.ts';

interface IssueDialogsProps {
  readonly engagement: string;
  readonly issue: IssueLine | undefined;
  readonly people: readonly Person[];
}

/** The form that the address names, if it fits what is open. */
export function IssueDialogs({ engagement, issue, people }: IssueDialogsProps) {
  const { do: wanted } = useOpened();
  const open = useOpen();
  const me = useMe(engagement);
  /** Made once a visit: a retry makes no second one. */
  const [newId, setNewId] = useState(() => crypto.randomUUID());
  const actions = me.data?.actions ?? [];
  const choices = people.map((person) => ({ value: person.user, label: personText(person.user, people) }));
  const isJudge = actions.includes('manage') || actions.includes('approve');
  const spec = formFor(wanted, { engagement, people: choices, isJudge }, issue, newId);
  if (!spec) return null;
  return (
    <CommandDialog
      key={spec.draft}
      spec={spec}
      onClose={() => {
        setNewId(crypto.randomUUID());
        open({ do: undefined });
      }}
    />
  );
}

const FORMS: Readonly<Record<string, (desk: IssueDesk, issue: IssueLine) => DialogSpec>> = {
  'issue.assign': assignIssue,
  'issue.wait': waitWithIssue,
  'issue.resolve': resolveIssue,
  'issue.reopen': reopenIssue,
  'issue.cancel': cancelIssue,
};

function formFor(
  wanted: string | undefined,
  desk: IssueDesk,
  issue: IssueLine | undefined,
  newId: string,
): DialogSpec | undefined {
  if (wanted === 'issue.raise') return raiseIssue(desk, newId);
  return issue && FORMS[wanted ?? '']?.(desk, issue);
}
