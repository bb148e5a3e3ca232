import { Stack, Text } from '@mantine/core';
import { usePages } from '../api/readings.ts';
import type { Clock, Issue, Page } from '../api/views.ts';
import { formatMoment } from '../figures/figure.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t, tCode } from '../texts/t.ts';
import { clockTone, formatSpan } from './clock-text.ts';

/** Issues with their clocks: how much of the promised time is used, and when it is up. */
export function IssuesTab({ engagement }: { readonly engagement: string }) {
  const issues = usePages<Page<Issue>>('issue-clocks', { engagement, limit: '200' });
  return (
    <ReadingBody reading={{ ...issues, data: issues.data?.pages }}>
      {(pages) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <Empty title={t('issues.empty')}>{t('issues.emptyHelp')}</Empty>;
        return (
          <>
            <DataTable caption={t('issues.caption')} columns={columns} rows={rows} rowKey={({ issueId }) => issueId} />
            <MoreButton pages={issues} />
          </>
        );
      }}
    </ReadingBody>
  );
}

const columns: readonly Column<Issue>[] = [
  {
    key: 'issue',
    header: t('issues.issue'),
    isName: true,
    minWidth: 240,
    cell: ({ title, origin }) => (
      <>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        {origin.kpi && (
          <Text size="xs" c="dimmed">
            {t('issues.byKpi', { kpi: origin.kpi })}
          </Text>
        )}
        {origin.riskId && (
          <Text size="xs" c="dimmed">
            {t('issues.byRisk')}
          </Text>
        )}
      </>
    ),
  },
  { key: 'severity', header: t('issues.severity'), isNumber: true, cell: ({ severity }) => severity },
  { key: 'state', header: t('issues.state'), cell: ({ state }) => tCode('issue', state) },
  { key: 'raised', header: t('issues.raised'), isNumber: true, cell: ({ raisedAt }) => formatMoment(raisedAt) },
  {
    key: 'clocks',
    header: t('issues.clocks'),
    minWidth: 440,
    cell: ({ clocks }) =>
      clocks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('issues.noClocks')}
        </Text>
      ) : (
        <Stack gap={2}>
          {clocks.map((clock) => (
            <ClockLine key={clock.clockId} clock={clock} />
          ))}
        </Stack>
      ),
  },
  {
    key: 'escalation',
    header: t('issues.escalation'),
    minWidth: 150,
    cell: ({ escalations }) =>
      escalations.map(({ escalationId, level, role = '', state }) => (
        <Text key={escalationId} size="sm">
          {t('issues.level', { level })} {role}, {tCode('escalation', state)}
        </Text>
      )),
  },
];

function ClockLine({ clock }: { readonly clock: Clock }) {
  const { clock: kind, state, elapsedMinutes, targetMinutes, due } = clock;
  const used = t('issues.used', { elapsed: formatSpan(elapsedMinutes), target: formatSpan(targetMinutes) });
  return (
    <Text size="sm">
      {tCode('clock', kind)} <strong className={clockTone(state)}>{tCode('clock', state)}</strong>, {used}
      {due && (
        <Text span c="dimmed">
          , {t('issues.due', { due: formatMoment(due) })}
        </Text>
      )}
    </Text>
  );
}
