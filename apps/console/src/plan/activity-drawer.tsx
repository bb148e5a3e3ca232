import { Drawer, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useZone } from '../figures/zone.ts';
import { Empty } from '../frame/empty.tsx';
import { t, tCode } from '../texts/t.ts';
import { ActivityActions, type ActivityDialog } from './activity-actions.tsx';
import { ActivityDates } from './activity-dates.tsx';
import { ActivityDialogs } from './activity-dialogs.tsx';
import { ActivityCosts } from './activity-costs.tsx';
import { ActivityHistory } from './activity-history.tsx';
import { ActivityLinks } from './activity-links.tsx';
import { ActivityProgress } from './activity-progress.tsx';
import type { Activity, WholePlan } from './plan-views.ts';
import type { PlanRights } from './use-plan-rights.ts';
import { WhyLate } from './why-late.tsx';

interface ActivityDrawerProps {
  readonly plan: WholePlan;
  readonly activityId: string;
  readonly rights: PlanRights;
  readonly onClose: () => void;
  readonly onOpen: (activityId: string) => void;
}

/** Everything about one activity, and what one may do with it. */
export function ActivityDrawer({ plan, activityId, rights, onClose, onOpen }: ActivityDrawerProps) {
  const all = useMemo(() => new Map(plan.items.map((each) => [each.activityId, each])), [plan.items]);
  const activity = all.get(activityId);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={activity ? `${activity.code} ${activity.name}` : t('plan.unknownActivity')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      {activity ? (
        <Details key={activityId} {...{ plan, activity, all, rights, onOpen, onClose }} />
      ) : (
        <Empty title={t('plan.unknownActivity')}>{t('plan.unknownActivityHelp')}</Empty>
      )}
    </Drawer>
  );
}

interface DetailsProps extends Omit<ActivityDrawerProps, 'activityId'> {
  readonly activity: Activity;
  readonly all: ReadonlyMap<string, Activity>;
}

function Details({ plan, activity, all, rights, onOpen, onClose }: DetailsProps) {
  const [dialog, setDialog] = useState<ActivityDialog>();
  const zone = useZone();
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t('plan.place', { wbs: activity.wbs, type: tCode('activityType', activity.type) })}
      </Text>
      <ActivityActions activity={activity} rights={rights} onAsk={setDialog} />
      <ActivityDates activity={activity} currency={plan.currency} zone={zone} />
      <WhyLate activity={activity} all={all} onOpen={onOpen} />
      <ActivityLinks plan={plan} activity={activity} all={all} rights={rights} onOpen={onOpen} />
      {activity.type !== 'summary' && (
        <>
          <ActivityProgress
            plan={plan}
            activity={activity}
            canRecord={rights.canRecord}
            onCorrect={(report) => setDialog({ kind: 'correct', report })}
          />
          <ActivityCosts plan={plan} activity={activity} />
        </>
      )}
      <ActivityHistory planId={plan.planId} activityId={activity.activityId} />
      {dialog && (
        <ActivityDialogs
          {...{ plan, activity, all, dialog, zone }}
          onClose={() => setDialog(undefined)}
          onGone={onClose}
        />
      )}
    </Stack>
  );
}
