import type { DialogSpec } from '../actions/command-dialog.tsx';
import { dayOf } from '../actions/days.ts';
import { forGood } from '../actions/use-command.ts';
import { civilDaysOf, dayNumber } from '../gantt/civil-days.ts';
import { t, tCode } from '../texts/t.ts';
import type { DialogAbout } from './activity-dialogs.tsx';
import { expectedDates } from './plan-row.ts';
import { changeActivity, constrain, linkActivities, removeActivity, unlinkActivities } from './plan-writes.ts';
import { ACTIVITIES } from './use-plan.ts';
import { workOf, workText } from './work-text.ts';

const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

const shownIn = (plan: string) => ({ path: ACTIVITIES, query: { plan } });

export function changeDialog({ plan: { planId }, activity }: DialogAbout): DialogSpec {
  const { activityId, name, duration, wbs, type } = activity;
  const ref = { planId, activityId };
  const isTask = type === 'task' || type === 'level-of-effort';
  return {
    draft: `change.${activityId}`,
    title: t('plan.act.change'),
    fields: [
      { kind: 'text', name: 'name', label: t('plan.name'), max: 300, required: true },
      ...(isTask
        ? [
            {
              kind: 'text',
              name: 'duration',
              label: t('plan.work'),
              help: t('plan.workHelp'),
              max: 20,
              required: true,
            } as const,
          ]
        : []),
      { kind: 'text', name: 'wbs', label: t('plan.wbs'), help: t('plan.wbsHelp'), max: 60, required: true },
    ],
    initial: { name, duration: workText(duration), wbs },
    submit: t('plan.act.change'),
    command: {
      send: (values) =>
        changeActivity(ref, {
          name: values['name'] ?? name,
          duration: (isTask ? workOf(values['duration'] ?? '') : undefined) ?? duration,
          wbs: values['wbs'] ?? wbs,
        }),
      shown: shownIn(planId),
      done: () => t('plan.changed', { name }),
      undo: () => ({ done: t('plan.changedBack', { name }), send: () => changeActivity(ref, { name, duration, wbs }) }),
    },
  };
}

export function moveDialog({ plan: { planId }, activity, zone }: DialogAbout): DialogSpec {
  const { activityId, name, constraint } = activity;
  const ref = { planId, activityId };
  const { start } = expectedDates(activity);
  return {
    draft: `move.${activityId}`,
    title: t('plan.act.move'),
    about: t('plan.moveAbout'),
    fields: [{ kind: 'day', name: 'start', label: t('plan.noEarlier'), help: t('plan.noEarlierHelp') }],
    initial: start ? { start: dayOf(start, zone) } : {},
    submit: t('plan.act.move'),
    command: {
      send: ({ start: day = '' }, { key }) =>
        constrain(ref, day === '' ? undefined : { kind: 'SNET', at: onDay(day, start, zone) }, key),
      shown: shownIn(planId),
      done: () => t('plan.moved', { name }),
      undo: () => ({ done: t('plan.movedBack', { name }), send: (key) => constrain(ref, constraint, key) }),
    },
  };
}

/** At the time of day at which it begins now, else as the day begins. */
function onDay(day: string, start: string | undefined, zone: string): string {
  const days = civilDaysOf(zone);
  const at = start === undefined ? undefined : Date.parse(start);
  const time = at === undefined ? 0 : at - days.startOf(days.dayOf(at));
  return new Date(days.startOf(dayNumber(day)) + time).toISOString();
}

export function linkDialog({ plan: { planId }, activity, all }: DialogAbout): DialogSpec {
  const { activityId, name } = activity;
  const known = new Set([activityId, ...activity.predecessors.map((each) => each.activityId)]);
  let linkId = '';
  const others = [...all.values()].filter((each) => each.type !== 'summary' && !known.has(each.activityId));
  return {
    draft: `link.${activityId}`,
    title: t('plan.act.link'),
    about: t('plan.linkAbout', { name }),
    fields: [
      {
        kind: 'choice',
        name: 'predecessor',
        label: t('plan.predecessor'),
        required: true,
        choices: others.map((each) => ({ value: each.activityId, label: `${each.wbs} ${each.name}` })),
      },
      {
        kind: 'choice',
        name: 'type',
        label: t('plan.linkType'),
        choices: LINK_TYPES.map((value) => ({ value, label: tCode('linkType', value) })),
      },
      { kind: 'text', name: 'lag', label: t('plan.lag'), help: t('plan.workHelp'), example: '0', max: 20 },
    ],
    initial: { predecessor: others[0]?.activityId ?? '', type: 'FS' },
    submit: t('plan.act.link'),
    command: {
      // The key names the link: the same key again must be the same link.
      send: ({ predecessor = '', type = 'FS', lag = '' }, { key }) => {
        linkId = key;
        return linkActivities({ planId, linkId, predecessor, successor: activityId, type, lag: workOf(lag) ?? 0 });
      },
      shown: shownIn(planId),
      done: () => t('plan.linked', { name }),
      undo: () => ({ done: t('plan.unlinked', { name }), send: () => unlinkActivities(planId, linkId) }),
    },
  };
}

export function removeDialog(
  { plan: { planId }, activity: { activityId, name } }: DialogAbout,
  onGone: () => void,
): DialogSpec {
  return {
    draft: `remove.${activityId}`,
    title: t('plan.act.remove'),
    about: t('plan.removeAbout', { name }),
    fields: [],
    submit: t('plan.act.remove'),
    forGood: true,
    command: {
      send: async () => {
        const reply = await removeActivity({ planId, activityId });
        onGone();
        return reply;
      },
      shown: shownIn(planId),
      done: () => forGood(t('plan.removed', { name })),
    },
  };
}
