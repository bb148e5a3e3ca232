import { Group, NativeSelect, Stack, Tabs, Text, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useReading } from '../api/readings.ts';
import type { EngagementLine, Overview } from '../api/views.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody, Waiting } from '../frame/reading-body.tsx';
import { ZoneContext } from '../figures/zone.ts';
import { ColourBadge } from '../health/health-view.tsx';
import { t, tCode } from '../texts/t.ts';
import { isTab, type Tab, TABS } from './tab.ts';

/** Each view comes when it is first opened. */
const OverviewTab = lazy(async () => ({ default: (await import('../overview/overview-tab.tsx')).OverviewTab }));
const PlanTab = lazy(async () => ({ default: (await import('../plan/plan-tab.tsx')).PlanTab }));
const PerformanceTab = lazy(async () => ({
  default: (await import('../performance/performance-tab.tsx')).PerformanceTab,
}));
const RisksTab = lazy(async () => ({ default: (await import('../register/risks-tab.tsx')).RisksTab }));
const IssuesTab = lazy(async () => ({ default: (await import('../issues/issues-tab.tsx')).IssuesTab }));
const DecisionsOf = lazy(async () => ({ default: (await import('../decisions/decisions.tsx')).DecisionsOf }));
const HistoryTab = lazy(async () => ({ default: (await import('../history/history-tab.tsx')).HistoryTab }));

const route = getRouteApi('/frame/engagements/$engagement');

/** One engagement: a tab for each way to look at it, all at the same point in both times. */
export function EngagementPage() {
  const { engagement } = route.useParams();
  const overview = useReading<Overview>(`overviews/${engagement}`);
  return (
    <ReadingBody reading={overview} height={480}>
      {({ engagement: line }) => (
        <ZoneContext value={line.zone}>
          <Engagement line={line} />
        </ZoneContext>
      )}
    </ReadingBody>
  );
}

function Engagement({ line }: { readonly line: EngagementLine }) {
  const { tab = 'overview', plan: wanted } = route.useSearch();
  const navigate = useNavigate();
  const { title, code, clientName, state, health, plans } = line;
  const plan = plans.find(({ planId }) => planId === wanted) ?? plans[0];
  const go = (part: { tab?: Tab; plan?: string }) =>
    void navigate({ to: '.', search: (search: Record<string, unknown>) => ({ ...search, ...part }) });

  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="sm">
            <Title order={1} size="h2">
              {title}
            </Title>
            <ColourBadge colour={health.colour} />
          </Group>
          <Text size="sm" c="dimmed">
            {code}, {clientName} · {tCode('state', state)}
          </Text>
        </div>
        {plans.length > 1 && (
          <NativeSelect
            label={t('engagement.plan')}
            value={plan?.planId}
            onChange={({ currentTarget }) => go({ plan: currentTarget.value })}
            data={plans.map(({ planId, title: label }) => ({ value: planId, label }))}
          />
        )}
      </Group>
      <Tabs value={tab} onChange={(next) => isTab(next) && go({ tab: next })} keepMounted={false}>
        <Tabs.List aria-label={t('engagement.tabs')} className="tab-list">
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Suspense fallback={<Waiting height={420} />}>
            <View tab={tab} line={line} plan={plan?.planId} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

interface ViewProps {
  readonly tab: Tab;
  readonly line: EngagementLine;
  readonly plan: string | undefined;
}

function View({ tab, line, plan }: ViewProps) {
  const { engagementId: engagement } = line;
  switch (tab) {
    case 'overview':
      return <OverviewTab line={line} plan={plan} />;
    case 'plan':
      return plan ? <PlanTab key={plan} plan={plan} /> : <NoPlan />;
    case 'performance':
      return plan ? <PerformanceTab key={plan} plan={plan} /> : <NoPlan />;
    case 'risks':
      return <RisksTab engagement={engagement} />;
    case 'issues':
      return <IssuesTab engagement={engagement} />;
    case 'decisions':
      return <DecisionsOf engagement={engagement} />;
    case 'history':
      return <HistoryTab engagement={engagement} />;
  }
}

function NoPlan() {
  return <Empty title={t('engagement.noPlan')}>{t('engagement.noPlanHelp')}</Empty>;
}
