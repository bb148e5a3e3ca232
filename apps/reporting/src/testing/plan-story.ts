import type { Event } from '@bw/contracts-base';
import type { BaselineLine, Shift } from '@bw/contracts-scheduling';
import { idOf } from '@bw/testing';
import type { House } from './house.ts';

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

/** A client's engagement with a plan whose baseline was approved. */
export async function beginPlan(
  house: House,
  {
    lines,
    shifts = OFFICE_HOURS,
    client = CLIENT,
    engagement = ENGAGEMENT,
    plan = PLAN,
    baseline = BASELINE,
  }: Beginning,
): Promise<void> {
  house.directory.places.push({ engagement, client, code: 'IT-1', title: 'Transport', zone: 'UTC', currency: 'EUR' });
  const within = { engagement, client };
  const [calendarId, engagementId, clientId, planId, baselineId] = [
    lines[0]?.calendarId ?? '',
    engagement,
    client,
    plan,
    baseline,
  ];
  const starts = lines.map(({ start }) => start).toSorted();
  const finishes = lines.map(({ finish }) => finish).toSorted();
  const [projectStart = ''] = starts;
  const bac = lines.reduce((sum, { fixed, variable }) => sum + fixed + variable, 0);
  const totals = { activities: lines.length, bac, start: projectStart, finish: finishes.at(-1) ?? '' };
  const ofBaseline = { baselineId, planId, engagementId };
  const of = { zone: 'UTC', currency: 'EUR', calendarId, projectStart };
  const tell = (fact: Parameters<House['event']>[0], effective?: string) =>
    house.event(fact, { ...within, ...(effective && { effective }) });
  await house.take(
    tell({
      type: 'engagement.ClientRegistered',
      data: { clientId, code: 'HOSP', name: 'Hospital', zone: 'UTC', currency: 'EUR' },
    }),
    tell({
      type: 'engagement.EnquiryOpened',
      data: { engagementId, clientId, code: 'IT-1', title: 'Transport', zone: 'UTC', currency: 'EUR' },
    }),
    house.event({
      type: 'scheduling.CalendarPublished',
      data: {
        calendarId,
        name: 'Office',
        calendarVersion: 1,
        zone: 'UTC',
        shifts,
        exceptions: [],
        holidays: [],
        holidaySets: [],
        hash: HASH,
      },
    }),
    tell({ type: 'scheduling.PlanCreated', data: { planId, engagementId, title: 'Patient transport', ...of } }),
    ...lines.map(({ activityId, code, wbs, name, type, duration, start, finish }) =>
      tell({
        type: 'scheduling.ActivityAdded',
        data: { planId, activityId, code, wbs, name, type, duration, start, finish },
      }),
    ),
    tell({
      type: 'scheduling.BaselineCaptured',
      data: { ...ofBaseline, ...of, dataDate: projectStart, planVersion: 1, hash: HASH, totals },
    }),
    tell({ type: 'scheduling.BaselineLinesCaptured', data: { ...ofBaseline, lines, links: [] } }),
    tell({
      type: 'scheduling.BaselineSubmitted',
      data: { ...ofBaseline, hash: HASH, currency: 'EUR', totals, submittedBy: 'somebody' },
    }),
    tell(
      { type: 'scheduling.BaselineApproved', data: { ...ofBaseline, approvalId: idOf('approval'), hash: HASH } },
      projectStart,
    ),
  );
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
