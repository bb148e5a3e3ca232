import { Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { withOpened } from '../actions/opened.ts';
import { t, tCode } from '../texts/t.ts';
import { ClockLine } from './clock-line.tsx';
import type { IssueLine } from './issue.ts';
import { IssueState } from './issue-state.tsx';
import { OriginText } from './origin-text.tsx';

interface IssueCardsProps {
  readonly issues: readonly IssueLine[];
  readonly engagement: string;
  /** The server's time. */
  readonly now: number;
}

/** The same as the table, where there is no room for one: a card each, its clocks in full. */
export function IssueCards({ issues, engagement, now }: IssueCardsProps) {
  return (
    <Stack gap="sm" component="ul" className="cards" aria-label={t('issues.caption')}>
      {issues.map((issue) => (
        <Paper key={issue.issueId} component="li" withBorder p="sm">
          <Link to="." search={withOpened({ issue: issue.issueId })} resetScroll={false} className="row-link">
            {issue.title}
          </Link>
          <Text size="xs" c="dimmed" component="div">
            <OriginText issue={issue} engagement={engagement} />
          </Text>
          <Group gap="xs" my={4}>
            <Text size="sm">
              {t('issues.severity')} {issue.severity}
            </Text>
            <Text size="sm" component="div">
              <IssueState issue={issue} />
            </Text>
          </Group>
          {issue.clocks.map((clock) => (
            <ClockLine key={clock.clockId} clock={clock} now={now} />
          ))}
          {issue.escalations.map(({ escalationId, level, state }) => (
            <Text key={escalationId} size="sm">
              {t('issues.level', { level })}, {tCode('escalation', state)}
            </Text>
          ))}
        </Paper>
      ))}
    </Stack>
  );
}
