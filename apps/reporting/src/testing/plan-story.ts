import type { Event } from '@bw/contracts-base';
import type { BaselineLine, Shift } from '@bw/contracts-scheduling';
import { idOf } from '@bw/testing';
import type { House, Told } from './house.ts';

export const CLIENT = idOf('client');
export const ENGAGEMENT = idOf('engagement');
export const PLAN = idOf('plan');
export const BASELINE = idOf('baseline');
const HASH = 'a'.repeat(64);

/** Monday to Friday, 8 to 12 and 13 to 17. */
export const OFFICE_HOURS: readonly Shift[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:00', to: '12:00' },
  { weekday, from: '13:00', to: '17:00' },
]);

interface Beginning {
  readonly lines: readonly BaselineLine[];
  readonly shifts?: readonly Shift[];
  readonly client?: string;
  readonly engagement?: string;
  readonly plan?: string;
  readonly baseline?: string;
}

/** Something that happens in a log, and for when. */
export interface Telling {
  readonly fact: Told;
  readonly effective?: string;
  /** Belongs to no engagement. */
  readonly shared?: boolean;
}

/** A client's engagement with a plan whose baseline was approved, as its events tell it. */
export function planBegins({
  lines,
  shifts = OFFICE_HOURS,
  client: clientId = CLIENT,
  engagement: engagementId = ENGAGEMENT,
  plan: planId = PLAN,
  baseline: baselineId = BASELINE,
}: Beginning): readonly Telling[] {
  const calendarId = lines[0]?.calendarId ?? '';
  const [projectStart = ''] = lines.map(({ start }) => start).toSorted();
  const finish =
    lines
      .map((line) => line.finish)
      .toSorted()
      .at(-1) ?? '';
  const bac = lines.reduce((sum, { fixed, variable }) => sum + fixed + variable, 0);
  const totals = { activities: lines.length, bac, start: projectStart, finish };
  const ofBaseline = { baselineId, planId, engagementId };
  const of = { zone: 'UTC', currency: 'EUR', calendarId, projectStart };
  const place = { zone: 'UTC', currency: 'EUR' };
  const calendar = { calendarId, name: 'Office', calendarVersion: 1, zone: 'UTC', shifts, hash: HASH };
  const submitted = { ...ofBaseline, hash: HASH, currency: 'EUR', totals, submittedBy: 'somebody' };
  return [
    { fact: { type: 'engagement.ClientRegistered', data: { clientId, code: 'HOSP', name: 'Hospital', ...place } } },
    {
      fact: {
        type: 'engagement.EnquiryOpened',
        data: { engagementId, clientId, code: 'IT-1', title: 'Transport', ...place },
      },
    },
    {
      fact: {
        type: 'scheduling.CalendarPublished',
        data: { ...calendar, exceptions: [], holidays: [], holidaySets: [] },
      },
      shared: true,
    },
    { fact: { type: 'scheduling.PlanCreated', data: { planId, engagementId, title: 'Patient transport', ...of } } },
    ...lines.flatMap((line) => activityBegins(planId, line)),
    {
      fact: {
        type: 'scheduling.BaselineCaptured',
        data: { ...ofBaseline, ...of, dataDate: projectStart, planVersion: 1, hash: HASH, totals },
      },
    },
    { fact: { type: 'scheduling.BaselineLinesCaptured', data: { ...ofBaseline, lines, links: [] } } },
    // Summaries stand in the baseline too; no figure may count them.
    {
      fact: {
        type: 'scheduling.BaselineLinesCaptured',
        data: { ...ofBaseline, lines: lines.slice(0, 1).map(summaryOf), links: [] },
      },
    },
    { fact: { type: 'scheduling.BaselineSubmitted', data: submitted } },
    {
      fact: {
        type: 'scheduling.BaselineApproved',
        data: { ...ofBaseline, approvalId: idOf('approval', baselineId), hash: HASH },
      },
      effective: projectStart,
    },
  ];
}

const summaryOf = (line: BaselineLine): BaselineLine => ({
  ...line,
  activityId: idOf('summary'),
  code: 'S',
  wbs: '1',
  name: 'All of it',
  type: 'summary',
  fixed: 0,
  variable: 0,
});

function activityBegins(planId: string, line: BaselineLine): readonly Telling[] {
  const { activityId, code, wbs, name, type, duration, start, finish, fixed, variable } = line;
  const data = { planId, activityId, code, wbs, name, type, duration, start, finish };
  return [
    { fact: { type: 'scheduling.ActivityAdded', data } },
    { fact: { type: 'scheduling.BudgetSet', data: { planId, activityId, fixed, variable, currency: 'EUR' } } },
  ];
}

/** Tells reporting that a plan began. */
export async function beginPlan(house: House, beginning: Beginning): Promise<void> {
  const { engagement = ENGAGEMENT, client = CLIENT } = beginning;
  const place = { code: 'IT-1', title: 'Transport', zone: 'UTC', currency: 'EUR' };
  house.directory.places.push({ engagement, client, ...place });
  const events = planBegins(beginning).map(({ fact, effective, shared = false }) =>
    house.event(fact, { ...(shared ? {} : { engagement, client }), ...(effective && { effective }) }),
  );
  await house.take(...events);
}

interface Reported {
  readonly activityId: string;
  readonly at: string;
  readonly actualStart?: string;
  readonly actualDuration: number;
  readonly remainingDuration: number;
  readonly corrects?: string;
  readonly reason?: string;
}

/** A progress report of the one plan; with `corrects`, one that sets another right. */
export function progress(house: House, { at, corrects, reason, ...report }: Reported): Event {
  const type = corrects ? 'scheduling.ProgressCorrected' : 'scheduling.ProgressRecorded';
  return house.event(
    { type, data: { planId: PLAN, engagementId: ENGAGEMENT, statusDate: at, warnings: [], ...report } },
    { engagement: ENGAGEMENT, client: CLIENT, effective: at, ...(corrects && { corrects }), ...(reason && { reason }) },
  );
}

interface Cost {
  readonly activityId: string;
  readonly at: string;
  readonly amount: number;
  readonly basis?: 'project' | 'provider';
  readonly corrects?: string;
}

export function cost(house: House, { activityId, at, amount, basis = 'project', corrects }: Cost): Event {
  const data = { planId: PLAN, engagementId: ENGAGEMENT, activityId, amount, currency: 'EUR', basis };
  return house.event(
    { type: 'scheduling.ActualCostRecorded', data: { costId: idOf('cost', activityId, at, amount), ...data } },
    { engagement: ENGAGEMENT, client: CLIENT, effective: at, ...(corrects && { corrects }) },
  );
}

export function dataDate(house: House, at: string): Event {
  return house.event(
    { type: 'scheduling.DataDateAdvanced', data: { planId: PLAN, engagementId: ENGAGEMENT, dataDate: at } },
    { engagement: ENGAGEMENT, client: CLIENT, effective: at },
  );
}

const sampleLine = (
  number: number,
  rest: Pick<BaselineLine, 'start' | 'finish' | 'duration' | 'fixed' | 'variable'>,
): BaselineLine => ({
  activityId: idOf('activity', number),
  code: `A${number}`,
  wbs: `1.${number}`,
  name: `Activity ${number}`,
  type: 'task',
  calendarId: idOf('office'),
  earningRule: 'EFFORT_RATIO',
  ...rest,
});

/** Three weeks of work, one activity after the other, from Monday 1 March 2027. */
export const SAMPLE_LINES: readonly BaselineLine[] = [
  sampleLine(1, {
    start: '2027-03-01T08:00:00.000Z',
    finish: '2027-03-05T17:00:00.000Z',
    duration: 2400,
    fixed: 0,
    variable: 100_000,
  }),
  sampleLine(2, {
    start: '2027-03-08T08:00:00.000Z',
    finish: '2027-03-12T17:00:00.000Z',
    duration: 2400,
    fixed: 50_000,
    variable: 50_000,
  }),
  sampleLine(3, {
    start: '2027-03-15T08:00:00.000Z',
    finish: '2027-03-19T17:00:00.000Z',
    duration: 2400,
    fixed: 0,
    variable: 200_000,
  }),
];

export const [FIRST = '', SECOND = '', THIRD = ''] = SAMPLE_LINES.map(({ activityId }) => activityId);
