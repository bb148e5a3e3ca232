import { Badge } from '@mantine/core';
import { t, tCode } from '../texts/t.ts';
import type { IssueLine } from './issue.ts';

/** Where it stands in its life. */
export function IssueState({ issue: { state, waitingFor, reopened } }: { readonly issue: IssueLine }) {
  const text = tCode('issue', state);
  return (
    <>
      {waitingFor ? t('issues.waitingFor', { state: text, reason: tCode('waiting', waitingFor) }) : text}
      {reopened && (
        <Badge ms={6} size="sm" variant="outline" radius="sm" className="colour-amber">
          {t('issues.reopened')}
        </Badge>
      )}
    </>
  );
}
