import { Anchor, Grid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useReading } from '../api/readings.ts';
import type { Approval, EngagementLine, Evm, Page } from '../api/views.ts';
import { ImpactText } from '../decisions/impact-text.tsx';
import { formatMoment } from '../figures/figure.ts';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { Reasons } from '../health/health-view.tsx';
import { FigureCards } from '../performance/performance-tab.tsx';
import { t, tCode } from '../texts/t.ts';
import { KeyFigures } from './key-figures.tsx';

interface OverviewTabProps {
  readonly line: EngagementLine;
  readonly plan: string | undefined;
}

/** What one wants to know first: how it stands and why, what is agreed, what waits. */
export function OverviewTab({ line, plan }: OverviewTabProps) {
  return (
    <Stack>
      {plan && <PlanFigures plan={plan} />}
      <Grid>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Panel title={t('overview.health')}>
            <Reasons health={line.health} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Panel title={t('overview.nextDecision')}>
            <NextDecision engagement={line.engagementId} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Panel title={t('overview.open')}>
            <OpenMatters line={line} />
          </Panel>
        </Grid.Col>
      </Grid>
      <Panel title={t('overview.kpis')}>
        <KeyFigures engagement={line.engagementId} />
      </Panel>
    </Stack>
  );
}

function PlanFigures({ plan }: { readonly plan: string }) {
  const evm = useReading<Evm>('evm', { plan });
  return (
    <ReadingBody reading={evm} height={110}>
      {({ figures }) => <FigureCards figures={figures} plan={plan} />}
    </ReadingBody>
  );
}

function NextDecision({ engagement }: { readonly engagement: string }) {
  const inbox = useReading<Page<Approval>>('decision-inbox', { engagement });
  return (
    <ReadingBody reading={inbox} height={90}>
      {({ items: [first] }) =>
        first ? (
          <Stack gap={4}>
            <Text fw={600}>{tCode('decisions.kind', first.kind)}</Text>
            <Text size="sm">
              <ImpactText impact={first.impact} />
            </Text>
            <Text size="sm">
              {t('decisions.due')}: {first.due ? formatMoment(first.due) : t('decisions.noDue')}
            </Text>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link to="." search={(search) => ({ ...search, tab: 'decisions' as const })} {...props} />
              )}
            >
              {t('overview.toAll')}
            </Anchor>
          </Stack>
        ) : (
          <Text size="sm" c="dimmed">
            {t('overview.noDecision')}
          </Text>
        )
      }
    </ReadingBody>
  );
}

function OpenMatters({ line: { issues, risks } }: { readonly line: EngagementLine }) {
  const { severity1, severity2, severity3, severity4, breachedClocks } = issues;
  const counts: readonly (readonly [label: string, count: number])[] = [
    ...[severity1, severity2, severity3, severity4].map(
      (count, index) => [t('overview.severity', { severity: index + 1 }), count] as const,
    ),
    [t('overview.breached'), breachedClocks],
    [t('overview.risks'), risks.open],
    [t('overview.aboveAppetite'), risks.aboveAppetite],
  ];
  return (
    <dl className="pairs">
      {counts.map(([label, count]) => (
        <div key={label} className="pair">
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" fw={count > 0 ? 600 : 400} m={0}>
            {count}
          </Text>
        </div>
      ))}
    </dl>
  );
}
