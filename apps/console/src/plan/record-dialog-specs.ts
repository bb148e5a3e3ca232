import type { DialogSpec } from '../actions/command-dialog.tsx';
import { dayOf, endOfDay } from '../actions/days.ts';
import { command, read, type Reply } from '../api/request.ts';
import { t } from '../texts/t.ts';
import type { DialogAbout } from './activity-dialogs.tsx';
import { reportsOf } from './activity-progress.tsx';
import {
  correctProgress,
  progressAtFirst,
  progressBody,
  progressFields,
  recordProgress,
  type Report,
  valuesOf,
  withdrawal,
} from './progress-form.ts';
import { ACTIVITIES } from './use-plan.ts';
import { minorOf } from './work-text.ts';

/** What was done and what is left. Undone by a correction that says what held before. */
export function progressDialog({ plan, activity, zone }: DialogAbout): DialogSpec {
  const { planId } = plan;
  const { activityId, name } = activity;
  const known = { ...activity, start: activity.scheduled?.earlyStart ?? activity.start };
  return {
    draft: `progress.${activityId}`,
    title: t('plan.act.progress'),
    about: name,
    fields: progressFields(false),
    initial: progressAtFirst(activity, plan, zone),
    submit: t('plan.act.progress'),
    command: {
      send: (values, { key }) => recordProgress(activityId, progressBody(values, plan, known, zone), key),
      shown: { path: ACTIVITIES, query: { plan: planId } },
      done: () => t('plan.progress.recorded', { name }),
      undo: () => ({
        done: t('plan.progress.takenBack', { name }),
        send: async (key) => {
          const standing = (await reportsOf(planId, activityId)).filter(({ replacedBy }) => replacedBy === undefined);
          const report = standing.at(-1);
          if (!report) throw new Error(t('plan.progress.nothingToTakeBack'));
          return correctProgress(activityId, withdrawal(standing.at(-2), report, activity, planId), key);
        },
      }),
    },
  };
}

/** Sets an earlier report right. Both stay in the log. */
export function correctDialog({ plan, activity, zone }: DialogAbout, report: Report): DialogSpec {
  const { activityId, name } = activity;
  return {
    draft: `correct.${report.eventId}`,
    title: t('plan.correctTitle'),
    about: t('plan.correctAbout', { name }),
    fields: progressFields(true),
    initial: valuesOf(report, zone),
    submit: t('plan.correct'),
    command: {
      send: (values, { key }) =>
        correctProgress(activityId, { ...progressBody(values, plan, report, zone), corrects: report.eventId }, key),
      shown: { path: ACTIVITIES, query: { plan: plan.planId } },
      done: () => t('plan.progress.corrected', { name }),
    },
  };
}

/** Money spent; a later correction to nothing takes it back. */
export function costDialog({ plan, activity, zone }: DialogAbout): DialogSpec {
  const { planId, currency, dataDate } = plan;
  const { activityId, name } = activity;
  const bodyOf = ({ amount = '', basis = 'project', day = '' }: Readonly<Record<string, string>>) => ({
    planId,
    activityId,
    amount: minorOf(amount, currency) ?? 0,
    currency,
    basis,
    ...(day !== '' && { effective: upToNow(endOfDay(day, zone), dataDate, zone) }),
  });
  return {
    draft: `cost.${activityId}`,
    title: t('plan.act.cost'),
    about: name,
    fields: [
      {
        kind: 'text',
        name: 'amount',
        label: t('plan.cost.amount', { currency }),
        help: t('plan.cost.amountHelp'),
        example: '1200',
        max: 20,
        required: true,
      },
      { kind: 'day', name: 'day', label: t('plan.cost.day') },
      {
        kind: 'choice',
        name: 'basis',
        label: t('plan.cost.basis'),
        choices: (['project', 'provider'] as const).map((value) => ({ value, label: t(`plan.cost.basis.${value}`) })),
      },
    ],
    initial: { basis: 'project', ...(dataDate && { day: dayOf(dataDate, zone) }) },
    submit: t('plan.act.cost'),
    command: {
      // The key names the cost: the same key again must be the same cost.
      send: (values, { key }) => command('PUT', `/api/v1/actual-costs/${key}`, bodyOf(values)),
      shown: { path: ACTIVITIES, query: { plan: planId } },
      done: () => t('plan.cost.recorded', { name }),
      undo: (values, reply) => ({
        done: t('plan.cost.takenBack', { name }),
        send: (key) => takeBack(reply, { ...bodyOf(values), amount: 0 }, key),
      }),
    },
  };
}

async function takeBack({ streamId }: Reply, body: object, key: string): Promise<Reply> {
  const costId = streamId.replace(/^[a-z]+-/, '');
  const { eventId } = await read<{ readonly eventId: string }>(`/api/v1/actual-costs/${costId}`);
  const correction = { ...body, corrects: eventId, reason: t('plan.cost.withdrawn') };
  return command('POST', `/api/v1/actual-costs/${costId}/corrections`, correction, { key });
}

function upToNow(instant: string, dataDate: string | undefined, zone: string): string {
  return dataDate !== undefined && dataDate < instant && dayOf(dataDate, zone) === dayOf(instant, zone)
    ? dataDate
    : instant;
}
