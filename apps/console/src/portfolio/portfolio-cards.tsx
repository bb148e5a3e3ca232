import { Group, Paper, Stack } from '@mantine/core';
import type { EngagementLine } from '../api/views.ts';
import { ZoneContext } from '../figures/zone.ts';
import { HealthCells } from '../health/health-cells.tsx';
import { t } from '../texts/t.ts';
import {
  DecisionsCell,
  EngagementName,
  EstimateCell,
  FinishCell,
  IndexCell,
  OpenCell,
  TrendCell,
} from './line-cells.tsx';
import type { Trends } from './trends.ts';

interface PortfolioCardsProps {
  readonly lines: readonly EngagementLine[];
  readonly trends: Trends;
}

/** The same lines on a narrow screen: a card each. */
export function PortfolioCards({ lines, trends }: PortfolioCardsProps) {
  return (
    <Stack gap="sm" component="ul" className="cards">
      {lines.map((line) => (
        <ZoneContext key={line.engagementId} value={line.zone}>
          <Paper withBorder p="sm" component="li">
            <Stack gap="xs">
              <div>
                <EngagementName line={line} />
              </div>
              <HealthCells line={line} />
              {line.plans.map((plan) => (
                <dl key={plan.planId} className="card-figures">
                  <div>
                    <dt>CPI</dt>
                    <dd>
                      <IndexCell line={line} plan={plan} id="CPI" />
                    </dd>
                  </div>
                  <div>
                    <dt>SPI(t)</dt>
                    <dd>
                      <IndexCell line={line} plan={plan} id="SPI_T" />
                    </dd>
                  </div>
                  <div>
                    <dt>{t('portfolio.column.trend')}</dt>
                    <dd>
                      <TrendCell line={line} plan={plan} trends={trends} />
                    </dd>
                  </div>
                  <div>
                    <dt>{t('portfolio.column.eac')}</dt>
                    <dd>
                      <EstimateCell plan={plan} />
                    </dd>
                  </div>
                  <div>
                    <dt>{t('portfolio.column.forecast')}</dt>
                    <dd>
                      <FinishCell plan={plan} />
                    </dd>
                  </div>
                </dl>
              ))}
              <Group gap="md">
                <OpenCell line={line} />
                <DecisionsCell line={line} />
              </Group>
            </Stack>
          </Paper>
        </ZoneContext>
      ))}
    </Stack>
  );
}
