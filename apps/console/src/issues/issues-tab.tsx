import '../actions/records.css';
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useOpen, useOpened, withOpened } from '../actions/opened.ts';
import { usePages } from '../api/readings.ts';
import type { Page } from '../api/views.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { EventDialog } from '../history/event-dialog.tsx';
import { type Person, personText, useMe, usePeople } from '../session/people.ts';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t, tCode } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { ClockLine } from './clock-line.tsx';
import { ticks } from './clock-text.ts';
import { breachedClocks, inOrder, isOpen, type IssueLine } from './issue.ts';
import { IssueCards } from './issue-cards.tsx';
import { IssueDialogs } from './issue-dialogs.tsx';
import { IssueDrawer } from './issue-drawer.tsx';
import { IssueState } from './issue-state.tsx';
import { OriginText } from './origin-text.tsx';
import { useServerNow } from './server-now.ts';

/** Issues with their clocks: what is over its promise comes first. */
export function IssuesTab({ engagement }: { readonly engagement: string }) {
  const issues = usePages<Page<IssueLine>>('issue-clocks', { engagement, limit: '200' });
  return (
    <ReadingBody reading={{ ...issues, data: issues.data?.pages }} height={480}>
      {(pages) => (
        <>
          <Issues
            engagement={engagement}
            issues={pages.flatMap(({ items }) => items)}
            asOf={pages[0]?.point.asOf ?? ''}
            answeredAt={issues.dataUpdatedAt}
          />
          <MoreButton pages={issues} />
        </>
      )}
    </ReadingBody>
  );
}

interface IssuesProps {
  readonly engagement: string;
  readonly issues: readonly IssueLine[];
  readonly asOf: string;
  readonly answeredAt: number;
}

function Issues({ engagement, issues, asOf, answeredAt }: IssuesProps) {
  const opened = useOpened();
  const open = useOpen();
  const me = useMe(engagement);
  const people = usePeople(engagement);
  const past = isPast(usePoint());
  const now = useServerNow(
    asOf,
    answeredAt,
    issues.some(({ clocks }) => clocks.some(ticks)),
  );
  const isNarrow = useMediaQuery('(max-width: 40em)') ?? false;
  const all = opened.show === 'all';
  const shown = inOrder(issues.filter((issue) => all || isOpen(issue)));
  const issue = issues.find(({ issueId }) => issueId === opened.issue);
  const mayRecord = !past && (me.data?.actions.includes('record') ?? false);
  const summary = t('issues.summary', {
    open: t('issues.count', { count: issues.filter(isOpen).length }),
    breached: t('issues.breachedCount', { count: breachedClocks(issues) }),
  });

  return (
    <Stack>
      <Group justify="space-between">
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('issues.show')}
            value={all ? 'all' : 'open'}
            onChange={(next) => open({ show: next === 'all' ? 'all' : undefined })}
            data={[
              { value: 'open', label: t('issues.showOpen') },
              { value: 'all', label: t('issues.showAll') },
            ]}
          />
          <Text size="sm" c="dimmed">
            {summary}
          </Text>
        </Group>
        {mayRecord && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => open({ do: 'issue.raise' })}>
            {t('issues.raise')}
          </Button>
        )}
      </Group>
      {issues.length === 0 && <Empty title={t('issues.empty')}>{t('issues.emptyHelp')}</Empty>}
      {issues.length > 0 && shown.length === 0 && (
        <Empty title={t('issues.noneOpen')}>{t('issues.noneOpenHelp')}</Empty>
      )}
      {shown.length > 0 && isNarrow && <IssueCards issues={shown} engagement={engagement} now={now} />}
      {shown.length > 0 && !isNarrow && (
        <DataTable
          caption={t('issues.caption')}
          columns={columnsFor({ now, people: people.data ?? [], engagement })}
          rows={shown}
          rowKey={({ issueId }) => issueId}
        />
      )}
      {opened.issue && (
        <IssueDrawer engagement={engagement} issue={issue} me={me.data} people={people.data ?? []} now={now} />
      )}
      {!past && <IssueDialogs engagement={engagement} issue={issue} people={people.data ?? []} />}
      <EventDialog engagement={engagement} />
    </Stack>
  );
}

interface Around {
  readonly now: number;
  readonly people: readonly Person[];
  readonly engagement: string;
}

function columnsFor({ now, people, engagement }: Around): readonly Column<IssueLine>[] {
  return [
    {
      key: 'issue',
      header: t('issues.issue'),
      isName: true,
      minWidth: 230,
      cell: (issue) => (
        <>
          <Link to="." search={withOpened({ issue: issue.issueId })} resetScroll={false} className="row-link">
            {issue.title}
          </Link>
          <Text size="xs" c="dimmed" component="div">
            <OriginText issue={issue} engagement={engagement} />
          </Text>
        </>
      ),
    },
    { key: 'severity', header: t('issues.severity'), isNumber: true, cell: ({ severity }) => severity },
    { key: 'state', header: t('issues.state'), minWidth: 110, cell: (issue) => <IssueState issue={issue} /> },
    {
      key: 'clocks',
      header: t('issues.clocks'),
      minWidth: 300,
      cell: ({ clocks }) =>
        clocks.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('issues.noClocks')}
          </Text>
        ) : (
          <Stack gap={6}>
            {clocks.map((clock) => (
              <ClockLine key={clock.clockId} clock={clock} now={now} />
            ))}
          </Stack>
        ),
    },
    {
      key: 'escalation',
      header: t('issues.escalation'),
      minWidth: 140,
      cell: ({ escalations }) =>
        escalations.map(({ escalationId, level, role, state }) => (
          <Text key={escalationId} size="sm">
            {t('issues.level', { level })}
            {role && `, ${tCode('role', role)}`}
            {`, ${tCode('escalation', state)}`}
          </Text>
        )),
    },
    {
      key: 'assignee',
      header: t('issues.assignee'),
      minWidth: 120,
      cell: ({ assignee }) => (assignee ? personText(assignee, people) : t('page.none')),
    },
  ];
}
