import { Anchor, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAll } from '../api/readings.ts';
import type { EngagementLine, PlanLine } from '../api/views.ts';
import { FigureButton } from '../explain/figure-button.tsx';
import { type Figure, formatDay } from '../figures/figure.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { exceptionsFirst } from '../health/health.ts';
import { ColourBadge, Reasons } from '../health/health-view.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t, tCode } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';

/** All engagements, what needs somebody first, each colour with its reasons. */
export function PortfolioPage() {
  const portfolio = useAll<EngagementLine>('portfolio');
  return (
    <Stack>
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          {t('portfolio.title')}
        </Title>
        {portfolio.data && portfolio.data.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('portfolio.summary', { count: portfolio.data.length })}. {t('portfolio.about')}
          </Text>
        )}
      </Group>
      <ReadingBody reading={portfolio} height={320}>
        {(lines) =>
          lines.length === 0 ? (
            <NoEngagement />
          ) : (
            <DataTable
              caption={t('portfolio.title')}
              columns={columns}
              rows={exceptionsFirst(lines)}
              rowKey={({ engagementId }) => engagementId}
            />
          )
        }
      </ReadingBody>
    </Stack>
  );
}

function NoEngagement() {
  const past = isPast(usePoint());
  return (
    <Empty title={t('portfolio.empty')}>
      {past ? (
        t('portfolio.emptyThen')
      ) : (
        <List type="ordered" size="sm" spacing={4}>
          <List.Item>{t('portfolio.emptyStep1')}</List.Item>
          <List.Item>{t('portfolio.emptyStep2')}</List.Item>
          <List.Item>{t('portfolio.emptyStep3')}</List.Item>
        </List>
      )}
    </Empty>
  );
}

const columns: readonly Column<EngagementLine>[] = [
  {
    key: 'engagement',
    header: t('portfolio.engagement'),
    isName: true,
    minWidth: 200,
    cell: ({ engagementId, title, code, clientName, state }) => (
      <>
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link to="/engagements/$engagement" params={{ engagement: engagementId }} search={onward} {...props} />
          )}
        >
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {code}, {clientName ?? ''} · {tCode('state', state)}
        </Text>
      </>
    ),
  },
  {
    key: 'health',
    header: t('portfolio.health'),
    minWidth: 320,
    cell: ({ health }) => (
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ColourBadge colour={health.colour} />
        <Reasons health={health} isShort />
      </Group>
    ),
  },
  perPlan('CPI', 'CPI', ({ cpi }) => ratio('CPI', 'CPI', cpi)),
  perPlan('SPI_T', 'SPI(t)', ({ spiT }) => ratio('SPI_T', 'SPI(t)', spiT)),
  perPlan('EAC', t('portfolio.eac'), ({ eac: amount, currency }) =>
    amount === undefined ? undefined : { ...named('EAC_CPI', t('portfolio.eac')), unit: 'money', amount, currency },
  ),
  {
    key: 'forecast',
    header: t('portfolio.forecast'),
    isNumber: true,
    cell: ({ plans }) =>
      plans.map(({ planId, forecastFinish = '' }) => <div key={planId}>{formatDay(forecastFinish)}</div>),
  },
  {
    key: 'dataDate',
    header: t('portfolio.dataDate'),
    isNumber: true,
    cell: ({ plans }) => plans.map(({ planId, dataDate = '' }) => <div key={planId}>{formatDay(dataDate)}</div>),
  },
  {
    key: 'open',
    header: t('portfolio.open'),
    minWidth: 120,
    cell: ({ issues: { severity1, severity2, severity3, severity4 }, risks, decisions }) => (
      <Text size="sm">
        {t('portfolio.openIssues', { count: severity1 + severity2 + severity3 + severity4 })},{' '}
        {t('portfolio.openRisks', { count: risks.open })}, {t('portfolio.openDecisions', { count: decisions.open })}
      </Text>
    ),
  },
];

/** The point in time goes along; an open drawer does not. */
const onward = ({ asOf, knownAt }: { asOf?: string; knownAt?: string }) => ({ asOf, knownAt });

function perPlan(
  key: string,
  header: string,
  figureOf: (plan: PlanLine) => Figure | undefined,
): Column<EngagementLine> {
  return {
    key,
    header,
    isNumber: true,
    cell: ({ plans }) =>
      plans.map((plan) => {
        const figure = figureOf(plan);
        return (
          <div key={plan.planId}>{figure ? <FigureButton figure={figure} plan={plan.planId} /> : t('page.none')}</div>
        );
      }),
  };
}

const named = (id: string, title: string) => ({ id, title, formulaVersion: 1 });

const ratio = (id: string, title: string, value: string | undefined): Figure | undefined =>
  value === undefined ? undefined : { ...named(id, title), unit: 'ratio', value };
