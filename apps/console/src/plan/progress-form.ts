import { dayOf, endOfDay } from '../actions/days.ts';
import type { Field } from '../actions/field.tsx';
import type { Values } from '../actions/use-draft.ts';
import { command, type Reply } from '../api/request.ts';
import { t } from '../texts/t.ts';
import type { Activity, WholePlan } from './plan-views.ts';
import { workOf, workText } from './work-text.ts';

/** A report of progress with the event that brought it. */
export interface Report {
  readonly eventId: string;
  readonly statusDate: string;
  readonly actualStart?: string;
  /** Working minutes. */
  readonly actualDuration: number;
  readonly remainingDuration: number;
  readonly actualFinish?: string;
  readonly replacedBy?: string;
}

export const progressFields = (needsReason: boolean): readonly Field[] => [
  {
    kind: 'day',
    name: 'statusDate',
    label: t('plan.progress.statusDate'),
    help: t('plan.progress.statusDateHelp'),
    required: true,
  },
  { kind: 'day', name: 'actualStart', label: t('plan.progress.actualStart') },
  {
    kind: 'text',
    name: 'actualDuration',
    label: t('plan.progress.done'),
    help: t('plan.workHelp'),
    example: '3',
    max: 20,
    required: true,
  },
  {
    kind: 'text',
    name: 'remainingDuration',
    label: t('plan.progress.remaining'),
    help: t('plan.progress.remainingHelp'),
    example: '2',
    max: 20,
    required: true,
  },
  { kind: 'day', name: 'actualFinish', label: t('plan.progress.actualFinish') },
  {
    kind: 'text',
    name: 'reason',
    label: t(needsReason ? 'plan.reason' : 'plan.progress.reason'),
    max: 500,
    required: needsReason,
  },
];

/** What a report most likely says: the data date, the known start, what is done and what is left. */
export function progressAtFirst(activity: Activity, { dataDate }: WholePlan, zone: string): Values {
  const { actualStart, scheduled, done = 0, remaining, duration } = activity;
  const begun = actualStart ?? scheduled?.earlyStart ?? activity.start;
  return {
    ...(dataDate && { statusDate: dayOf(dataDate, zone) }),
    ...(begun && (!dataDate || begun <= dataDate) && { actualStart: dayOf(begun, zone) }),
    actualDuration: workText(done),
    remainingDuration: workText(remaining ?? duration),
  };
}

export function valuesOf(report: Report, zone: string): Values {
  const { statusDate, actualStart, actualDuration, remainingDuration, actualFinish } = report;
  return {
    statusDate: dayOf(statusDate, zone),
    ...(actualStart && { actualStart: dayOf(actualStart, zone) }),
    actualDuration: workText(actualDuration),
    remainingDuration: workText(remainingDuration),
    ...(actualFinish && { actualFinish: dayOf(actualFinish, zone) }),
  };
}

export interface ProgressBody {
  readonly planId: string;
  readonly statusDate: string;
  readonly actualStart?: string;
  readonly actualDuration: number;
  readonly remainingDuration: number;
  readonly actualFinish?: string;
  readonly reason?: string;
}

/** What is known to the minute stays so where the day was not changed; a new day begins and ends with its work. */
interface Known {
  readonly actualStart?: string;
  readonly actualFinish?: string;
  readonly start?: string;
}

/** Days become instants: a status date is the end of its day, but never after the data date of that day. */
export function progressBody(values: Values, plan: WholePlan, known: Known, zone: string): ProgressBody {
  const {
    statusDate = '',
    actualStart = '',
    actualFinish = '',
    actualDuration = '',
    remainingDuration = '',
    reason,
  } = values;
  const status = upTo(endOfDay(statusDate, zone), plan.dataDate, zone);
  const begun = onDay(actualStart, [known.actualStart, known.start], zone);
  const over =
    actualFinish === ''
      ? undefined
      : earlier(onDay(actualFinish, [known.actualFinish], zone) ?? endOfDay(actualFinish, zone), status);
  return {
    planId: plan.planId,
    statusDate: status,
    ...(actualStart !== '' && { actualStart: begun ?? startOfDay(actualStart, zone) }),
    actualDuration: workOf(actualDuration) ?? 0,
    remainingDuration: workOf(remainingDuration) ?? 0,
    ...(over !== undefined && { actualFinish: over }),
    ...(reason && { reason }),
  };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

const startOfDay = (day: string, zone: string): string =>
  new Date(
    Date.parse(endOfDay(new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10), zone)) + 1,
  ).toISOString();

function upTo(status: string, dataDate: string | undefined, zone: string): string {
  return dataDate !== undefined && dataDate < status && dayOf(dataDate, zone) === dayOf(status, zone)
    ? dataDate
    : status;
}

function onDay(day: string, known: readonly (string | undefined)[], zone: string): string | undefined {
  return known.find((instant) => instant !== undefined && dayOf(instant, zone) === day);
}

/** Takes a report back: what held before it holds again, or nothing has begun. */
export function withdrawal(before: Report | undefined, report: Report, activity: Activity, planId: string) {
  const { actualStart, actualDuration = 0, remainingDuration = activity.duration, actualFinish } = before ?? {};
  return {
    planId,
    statusDate: report.statusDate,
    ...(actualStart && { actualStart }),
    actualDuration,
    remainingDuration,
    ...(actualFinish && { actualFinish }),
    corrects: report.eventId,
    reason: t('plan.progress.withdrawn'),
  };
}

const path = (activityId: string) => `/api/v1/activities/${activityId}`;

export const recordProgress = (activityId: string, body: ProgressBody, key: string): Promise<Reply> =>
  command('POST', `${path(activityId)}/progress`, body, { key });

export const correctProgress = (
  activityId: string,
  body: ProgressBody & { readonly corrects: string },
  key: string,
): Promise<Reply> => command('POST', `${path(activityId)}/progress-corrections`, body, { key });
