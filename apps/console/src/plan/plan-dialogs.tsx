import { CommandDialog, type DialogSpec } from '../actions/command-dialog.tsx';
import { dayOf, endOfDay } from '../actions/days.ts';
import { forGood } from '../actions/use-command.ts';
import { command } from '../api/request.ts';
import { useZone } from '../figures/zone.ts';
import { t, tCode } from '../texts/t.ts';
import { BaselineDialog } from './baseline-dialog.tsx';
import { nextPlace } from './next-place.ts';
import type { PlanDialog } from './plan-search.ts';
import type { Activity, WholePlan } from './plan-views.ts';
import { addActivity, removeActivity } from './plan-writes.ts';
import { ACTIVITIES } from './use-plan.ts';
import { workOf } from './work-text.ts';

interface PlanDialogsProps {
  readonly plan: WholePlan;
  readonly dialog: PlanDialog;
  /** The chosen row: a new activity goes near it. */
  readonly near?: Activity;
  readonly onClose: () => void;
}

/** Forms about the plan as a whole. */
export function PlanDialogs({ plan, dialog, near, onClose }: PlanDialogsProps) {
  const zone = useZone();
  switch (dialog) {
    case 'activity':
      return <CommandDialog spec={activityDialog(plan, near)} onClose={onClose} />;
    case 'data-date':
      return <CommandDialog spec={dataDateDialog(plan, zone)} onClose={onClose} />;
    case 'baseline':
      return <BaselineDialog plan={plan} onClose={onClose} />;
  }
}

const TYPES = ['task', 'finish-milestone', 'summary'] as const;

function activityDialog({ planId, items }: WholePlan, near?: Activity): DialogSpec {
  const shown = { path: ACTIVITIES, query: { plan: planId } };
  let activityId = '';
  return {
    draft: `activity.${planId}`,
    title: t('plan.addActivity'),
    fields: [
      { kind: 'text', name: 'name', label: t('plan.name'), example: t('plan.nameExample'), max: 300, required: true },
      {
        kind: 'choice',
        name: 'type',
        label: t('plan.type'),
        choices: TYPES.map((value) => ({ value, label: tCode('activityType', value) })),
      },
      { kind: 'text', name: 'duration', label: t('plan.work'), help: t('plan.workHelp'), example: '5', max: 20 },
      { kind: 'text', name: 'wbs', label: t('plan.wbs'), help: t('plan.wbsHelp'), max: 60, required: true },
      { kind: 'text', name: 'code', label: t('plan.code'), help: t('plan.codeHelp'), max: 60, required: true },
    ],
    initial: { type: 'task', duration: '5', ...nextPlace(items, near) },
    submit: t('plan.addActivity'),
    command: {
      // The key names the activity: the same key again must be the same activity.
      send: ({ name = '', type = 'task', duration = '', wbs = '', code = '' }, { key }) => {
        activityId = key;
        const work = type === 'task' ? (workOf(duration) ?? 0) : 0;
        return addActivity({ planId, activityId, code, wbs, name, type, duration: work });
      },
      shown,
      done: ({ name = '' }) => t('plan.added', { name }),
      undo: ({ name = '' }) => ({
        done: t('plan.removed', { name }),
        send: () => removeActivity({ planId, activityId }),
      }),
    },
  };
}

function dataDateDialog({ planId, dataDate }: WholePlan, zone: string): DialogSpec {
  return {
    draft: `data-date.${planId}`,
    title: t('plan.dataDate'),
    about: t('plan.dataDateAbout'),
    fields: [
      {
        kind: 'day',
        name: 'dataDate',
        label: t('plan.dataDateField'),
        required: true,
        ...(dataDate && { from: dayOf(dataDate, zone) }),
      },
    ],
    initial: { dataDate: dayOf(Date.now(), zone) },
    submit: t('plan.dataDate'),
    command: {
      send: ({ dataDate: day = '' }, { key }) =>
        command('POST', `/api/v1/plans/${planId}/data-date`, { dataDate: endOfDay(day, zone) }, { key }),
      shown: { path: ACTIVITIES, query: { plan: planId } },
      done: () => forGood(t('plan.dataDateSet')),
    },
  };
}
