import { Group, NativeSelect, Stack, Tabs, Text, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useReading } from '../api/readings.ts';
import type { EngagementLine, Overview } from '../api/views.ts';
import { DecisionsOf } from '../decisions/decisions.tsx';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { ColourBadge } from '../health/health-view.tsx';
import { HistoryTab } from '../history/history-tab.tsx';
import { IssuesTab } from '../issues/issues-tab.tsx';
import { OverviewTab } from '../overview/overview-tab.tsx';
import { PerformanceTab } from '../performance/performance-tab.tsx';
import { PlanTab } from '../plan/plan-tab.tsx';
import { RisksTab } from '../register/risks-tab.tsx';
import { t, tCode } from '../texts/t.ts';
import { isTab, type Tab, TABS } from './tab.ts';

const route = getRouteApi('/frame/engagements/$engagement');

/** One engagement: a tab for each way to look at it, all at the same point in both times. */
export function EngagementPage() {
  const { engagement } = route.useParams();
  const overview = useReading<Overview>(`overviews/${engagement}`);
  return (
    <ReadingBody reading={overview} height={480}>
      {({ engagement: line }) => <Engagement line={line} />}
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
          <View tab={tab} line={line} plan={plan?.planId} />
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
