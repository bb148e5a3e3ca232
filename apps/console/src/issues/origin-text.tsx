import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { withOpened } from '../actions/opened.ts';
import { useReading } from '../api/readings.ts';
import type { AtPoint, KeyFigure } from '../api/views.ts';
import { useAskWhy } from '../explain/figure-button.tsx';
import { t } from '../texts/t.ts';
import type { IssueLine } from './issue.ts';

interface OriginTextProps {
  readonly issue: Pick<IssueLine, 'origin'>;
  readonly engagement: string;
}

/** Who or what found it: a key figure by its name, with the way to why it is what it is. */
export function OriginText({ issue: { origin }, engagement }: OriginTextProps) {
  if (origin.kpi) return <ByKpi kpi={origin.kpi} engagement={engagement} />;
  const { riskId } = origin;
  if (!riskId) return t('issues.byPerson');
  return (
    <Anchor
      size="xs"
      renderRoot={(props) => (
        <Link
          to="."
          search={(search: Record<string, unknown>) =>
            withOpened({ issue: undefined, risk: riskId, show: 'all' })({ ...search, tab: 'risks' })
          }
          {...props}
        />
      )}
    >
      {t('issues.byRisk')}
    </Anchor>
  );
}

function ByKpi({ kpi, engagement }: { readonly kpi: string; readonly engagement: string }) {
  const ask = useAskWhy();
  const kpis = useReading<AtPoint & { readonly items: readonly KeyFigure[] }>('kpis', { engagement });
  const known = kpis.data?.items.find((each) => each.kpi === kpi && each.planId !== undefined);
  const { figure, planId, title } = known ?? {};
  return (
    <>
      {title ? t('issues.byNamedKpi', { kpi, title }) : t('issues.byKpi', { kpi })}
      {figure && planId && (
        <>
          {' · '}
          <Anchor component="button" type="button" size="xs" onClick={() => ask(figure, planId)}>
            {t('issues.whyFigure')}
          </Anchor>
        </>
      )}
    </>
  );
}
