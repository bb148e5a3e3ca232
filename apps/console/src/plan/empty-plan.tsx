import { Button, Group, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Empty } from '../frame/empty.tsx';
import { t } from '../texts/t.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';
import type { WholePlan } from './plan-views.ts';
import { usePlanRights } from './use-plan-rights.ts';
import { usePlanSearch } from './use-plan-search.ts';

const PlanDialogs = lazy(async () => ({ default: (await import('./plan-dialogs.tsx')).PlanDialogs }));
const route = getRouteApi('/frame/engagements/$engagement');

/** A plan without activities: how they come in. */
export function EmptyPlan({ plan }: { readonly plan: WholePlan }) {
  const { engagement } = route.useParams();
  const { canManage } = usePlanRights(engagement);
  const [{ write }, change] = usePlanSearch();
  const past = isPast(usePoint());
  return (
    <Empty title={t('plan.emptyTitle')}>
      <Text mb="sm">{t(past ? 'plan.emptyThen' : canManage ? 'plan.emptyHelp' : 'plan.empty')}</Text>
      {canManage && (
        <Group gap="sm">
          <Button renderRoot={(props) => <Link to="/import" search={{ engagement, plan: plan.planId }} {...props} />}>
            {t('plan.import')}
          </Button>
          <Button variant="default" onClick={() => change({ write: 'activity' })}>
            {t('plan.addFirst')}
          </Button>
        </Group>
      )}
      <Suspense>
        {write && canManage && <PlanDialogs plan={plan} dialog={write} onClose={() => change({ write: undefined })} />}
      </Suspense>
    </Empty>
  );
}
