import { Button, Menu } from '@mantine/core';
import { useCommand } from '../actions/use-command.ts';
import { command } from '../api/request.ts';
import { t } from '../texts/t.ts';
import type { PlanDialog } from './plan-search.ts';
import type { PlanRights } from './use-plan-rights.ts';
import { ACTIVITIES } from './use-plan.ts';

interface PlanActionsProps {
  readonly planId: string;
  readonly rights: PlanRights;
  readonly onWrite: (dialog: PlanDialog) => void;
}

/** What may be done with the plan as a whole. */
export function PlanActions({ planId, rights: { canManage, canRecord }, onWrite }: PlanActionsProps) {
  const calculate = useCommand<string>({
    send: (plan, key) => command('POST', '/api/v1/schedule-runs', { planId: plan }, { key }),
    shown: { path: ACTIVITIES, query: { plan: planId } },
    done: () => t('plan.calculated'),
  });
  if (!canRecord) return null;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button size="compact-sm" variant="default" loading={calculate.isPending}>
          {t('plan.change')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onWrite('data-date')}>{t('plan.dataDate')}</Menu.Item>
        {canManage && (
          <>
            <Menu.Item onClick={() => onWrite('activity')}>{t('plan.addActivity')}</Menu.Item>
            <Menu.Item onClick={() => calculate.run(planId)}>{t('plan.calculate')}</Menu.Item>
            <Menu.Item onClick={() => onWrite('baseline')}>{t('plan.baselines')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
