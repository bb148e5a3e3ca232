import { Grid, Stack, Text } from '@mantine/core';
import { useReading } from '../api/readings.ts';
import type { EngagementLine, Evm, PlanLine, Series } from '../api/views.ts';
import { daysBetween } from '../figures/days.ts';
import { Panel } from '../frame/panel.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { ColourMark } from '../health/colour-mark.tsx';
import { HealthCells } from '../health/health-cells.tsx';
import { Reasons } from '../health/health-view.tsx';
import { FigureCards } from '../performance/figure-cards.tsx';
import { mattersOf } from '../portfolio/attention.ts';
import { DataDateCell, EstimateCell, FinishCell } from '../portfolio/line-cells.tsx';
import { MatterText } from '../portfolio/matter-text.tsx';
import { t } from '../texts/t.ts';
import { queryOf } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import { SinceLastVisit } from '../visits/since-last-visit.tsx';
import { Clocks } from './clocks.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Milestones } from './milestones.tsx';
import { OpenDecisions } from './open-decisions.tsx';
import { TopRisks } from './top-risks.tsx';
import '../portfolio/portfolio.css';

interface OverviewTabProps {
  readonly line: EngagementLine;
  readonly plan: string | undefined;
}

/** What one wants to know first: what needs somebody, how it stands and why, what comes next, what waits. */
export function OverviewTab({ line, plan: planId }: OverviewTabProps) {
  const engagement = line.engagementId;
  const plan = line.plans.find((each) => each.planId === planId);
  const asOf = queryOf(usePoint())['asOf'] ?? new Date().toISOString();
  return (
    <Stack>
      <SinceLastVisit engagement={engagement} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Panel title={t('overview.needs')} aside={<HealthCells line={line} />}>
            <Needs line={line} asOf={asOf} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Panel title={t('overview.ends')}>{plan ? <Ends plan={plan} asOf={asOf} /> : <NoFigures />}</Panel>
        </Grid.Col>
      </Grid>
      {planId && <PlanFigures plan={planId} />}
      <Grid>
        {planId && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Panel title={t('overview.milestones')}>
              <Milestones plan={planId} asOf={asOf} />
            </Panel>
          </Grid.Col>
        )}
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Panel title={t('overview.decisions')}>
            <OpenDecisions engagement={engagement} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Panel title={t('overview.topRisks')}>
            <TopRisks engagement={engagement} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Panel title={t('overview.clocks')}>
            <Clocks engagement={engagement} />
          </Panel>
        </Grid.Col>
      </Grid>
      <Panel title={t('overview.kpis')}>
        <KeyFigures engagement={engagement} />
      </Panel>
    </Stack>
  );
}

interface NeedsProps {
  readonly line: EngagementLine;
  readonly asOf: string;
}

/** What wants a person here; where nothing does, why it looks as it does. */
function Needs({ line, asOf }: NeedsProps) {
  const matters = mattersOf(line, asOf);
  if (matters.length === 0) return <Reasons health={line.health} />;
  return (
    <ol className="needs">
      {matters.map((matter) => (
        <li key={`${matter.code} ${matter.planId ?? ''} ${matter.figure ?? ''}`} className="need">
          <ColourMark colour={matter.colour} />
          <Text size="sm" span>
            <MatterText matter={matter} engagement={line.engagementId} />
          </Text>
        </li>
      ))}
    </ol>
  );
}

const NoFigures = () => (
  <Text size="sm" c="dimmed">
    {t('health.noReasons')}
  </Text>
);

interface EndsProps {
  readonly plan: PlanLine;
  readonly asOf: string;
}

/** Where it is heading, and how fresh that is. */
function Ends({ plan, asOf }: EndsProps) {
  const age = daysBetween(plan.dataDate && (plan.evaluatedAt ?? plan.dataDate), asOf);
  const cells = [
    [t('figure.FORECAST_FINISH'), <FinishCell key="finish" plan={plan} />],
    [t('overview.estimate'), <EstimateCell key="estimate" plan={plan} />],
    [t('portfolio.dataDate'), <DataDateCell key="date" plan={plan} asOf={asOf} />],
  ] as const;
  return (
    <>
      <dl className="card-figures">
        {cells.map(([label, cell]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{cell}</dd>
          </div>
        ))}
      </dl>
      {age !== undefined && age > STALE_AFTER_DAYS && (
        <Text size="sm" mt="sm" className="tone-amber">
          {t('overview.stale')}
        </Text>
      )}
    </>
  );
}

const STALE_AFTER_DAYS = 10;

function PlanFigures({ plan }: { readonly plan: string }) {
  const evm = useReading<Evm>('evm', { plan });
  const series = useReading<Series>('evm/series', { plan });
  return (
    <ReadingBody reading={evm} height={110}>
      {({ figures, baselineId }) =>
        baselineId === undefined ? (
          <Text size="sm" c="dimmed">
            {t('performance.noBaselineHelp')}
          </Text>
        ) : (
          <FigureCards figures={figures} plan={plan} points={series.data?.points} />
        )
      }
    </ReadingBody>
  );
}
