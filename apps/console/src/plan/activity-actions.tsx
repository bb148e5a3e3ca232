import { Button, Group } from '@mantine/core';
import { t } from '../texts/t.ts';
import { isDone } from './plan-row.ts';
import type { Report } from './progress-form.ts';
import type { Activity } from './plan-views.ts';
import type { PlanRights } from './use-plan-rights.ts';

/** What is about to be written about an activity. */
export type ActivityDialog =
  | { readonly kind: 'progress' | 'cost' | 'change' | 'move' | 'link' | 'remove' }
  | { readonly kind: 'correct'; readonly report: Report };

interface ActivityActionsProps {
  readonly activity: Activity;
  readonly rights: PlanRights;
  readonly onAsk: (dialog: ActivityDialog) => void;
}

type Plain = Exclude<ActivityDialog['kind'], 'correct'>;

/** What the reader may do with the activity. What the server would refuse is not offered. */
export function ActivityActions({ activity, rights: { canManage, canRecord }, onAsk }: ActivityActionsProps) {
  const isSummary = activity.type === 'summary';
  const offered: readonly (readonly [Plain, boolean])[] = [
    ['progress', canRecord && !isSummary],
    ['cost', canRecord && !isSummary],
    ['change', canManage],
    ['move', canManage && !isSummary && activity.actualStart === undefined && !isDone(activity)],
    ['link', canManage && !isSummary],
    ['remove', canManage && activity.done === undefined],
  ];
  const kinds = offered.flatMap(([kind, isOffered]) => (isOffered ? [kind] : []));
  if (kinds.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('plan.actions')}>
      {kinds.map((kind, index) => (
        <Button
          key={kind}
          size="compact-sm"
          variant={index === 0 && kind === 'progress' ? 'filled' : 'default'}
          onClick={() => onAsk({ kind })}
        >
          {t(`plan.act.${kind}`)}
        </Button>
      ))}
    </Group>
  );
}
