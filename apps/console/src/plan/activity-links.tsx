import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useCommand } from '../actions/use-command.ts';
import { formatMinutes } from '../figures/figure.ts';
import { t, tCode } from '../texts/t.ts';
import { drivingOf } from './late.ts';
import type { Activity, Predecessor, WholePlan } from './plan-views.ts';
import { linkActivities, unlinkActivities } from './plan-writes.ts';
import { Section } from './section.tsx';
import type { PlanRights } from './use-plan-rights.ts';
import { ACTIVITIES } from './use-plan.ts';

interface ActivityLinksProps {
  readonly plan: WholePlan;
  readonly activity: Activity;
  readonly all: ReadonlyMap<string, Activity>;
  readonly rights: PlanRights;
  readonly onOpen: (activityId: string) => void;
}

interface End {
  readonly link: Predecessor;
  readonly other: Activity;
  readonly predecessor: string;
  readonly successor: string;
}

/** What the activity waits for and what waits for it; which of the former holds it back is marked. */
export function ActivityLinks({ plan, activity, all, rights, onOpen }: ActivityLinksProps) {
  const { activityId } = activity;
  const driving = drivingOf(activity, all)?.link.linkId;
  const before = activity.predecessors.flatMap((link): End[] => {
    const other = all.get(link.activityId);
    return other ? [{ link, other, predecessor: link.activityId, successor: activityId }] : [];
  });
  const after = [...all.values()].flatMap((other): End[] =>
    other.predecessors
      .filter((link) => link.activityId === activityId)
      .map((link) => ({ link, other, predecessor: activityId, successor: other.activityId })),
  );
  const unlink = useCommand<End>({
    send: ({ link }) => unlinkActivities(plan.planId, link.linkId),
    shown: { path: ACTIVITIES, query: { plan: plan.planId } },
    done: ({ other }) => t('plan.unlinked', { name: other.name }),
    undo: ({ link, other, predecessor, successor }) => ({
      done: t('plan.linkedAgain', { name: other.name }),
      send: () =>
        linkActivities({
          planId: plan.planId,
          linkId: crypto.randomUUID(),
          predecessor,
          successor,
          type: link.type,
          lag: link.lag,
        }),
    }),
  });
  const list = (ends: readonly End[]) => (
    <Stack gap={4}>
      {ends.map((end) => (
        <Group key={end.link.linkId} gap="xs" wrap="nowrap" justify="space-between">
          <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onOpen(end.other.activityId)}>
            {end.other.code} {end.other.name}
          </Anchor>
          <Group gap="xs" wrap="nowrap">
            {end.link.linkId === driving && (
              <Badge size="sm" variant="outline" className="colour-amber">
                {t('plan.driving')}
              </Badge>
            )}
            <Text size="sm" c="dimmed" className="no-wrap" title={tCode('linkType', end.link.type)}>
              {end.link.type} {lagText(end.link.lag)}
            </Text>
            {rights.canManage && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('plan.unlink', { name: end.other.name })}
                loading={unlink.isPending}
                onClick={() => unlink.run(end)}
              >
                ×
              </Button>
            )}
          </Group>
        </Group>
      ))}
    </Stack>
  );
  if (activity.type === 'summary') return null;
  return (
    <>
      <Section title={t('plan.predecessors')}>
        {before.length > 0 ? list(before) : <Nothing text={t('plan.noPredecessors')} />}
      </Section>
      <Section title={t('plan.successors')}>
        {after.length > 0 ? list(after) : <Nothing text={t('plan.noSuccessors')} />}
      </Section>
    </>
  );
}

function Nothing({ text }: { readonly text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
}

function lagText(lag: number): string {
  if (lag === 0) return '';
  return `${lag > 0 ? '+' : ''}${formatMinutes(lag)}`;
}
