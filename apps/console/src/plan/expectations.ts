import { expectedDates } from './plan-row.ts';
import type { Activity } from './plan-views.ts';

/** What was just written, by activity: how it is expected to come back from the next calculation. */
export type Expectations = Readonly<Record<string, Partial<Activity>>>;

export interface Written {
  readonly name?: string;
  readonly duration?: number;
  /** Milliseconds. */
  readonly start?: number;
}

/** What the activity will look like, as far as one can tell before the schedule is calculated: it alone, not what follows it. */
export function expectationOf(activity: Activity, { name, duration, start }: Written): Partial<Activity> {
  const { start: from, finish: until } = expectedDates(activity);
  const renamed = name === undefined ? {} : { name };
  if (from === undefined || until === undefined) return duration === undefined ? renamed : { ...renamed, duration };
  const [begin, end] = [Date.parse(from), Date.parse(until)];
  const length = duration === undefined || activity.duration === 0 ? 1 : duration / activity.duration;
  const shift = start === undefined ? 0 : start - begin;
  const dates = dated(activity, begin + shift, begin + shift + (end - begin) * length);
  return { ...renamed, ...(duration !== undefined && { duration }), ...(shift !== 0 || length !== 1 ? dates : {}) };
}

function dated({ scheduled }: Activity, start: number, finish: number): Partial<Activity> {
  const [from, until] = [new Date(start).toISOString(), new Date(finish).toISOString()];
  if (!scheduled) return { start: from, finish: until };
  return { scheduled: { ...scheduled, earlyStart: from, earlyFinish: until } };
}

export function expecting(activities: readonly Activity[], written: Expectations): readonly Activity[] {
  if (Object.keys(written).length === 0) return activities;
  return activities.map((activity) => {
    const expectation = written[activity.activityId];
    return expectation ? { ...activity, ...expectation } : activity;
  });
}
