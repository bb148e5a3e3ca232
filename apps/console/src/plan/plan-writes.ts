import { command, readVersioned, type Reply } from '../api/request.ts';
import type { Activity, PlanHead, PlannedActivity } from './plan-views.ts';

/** What a person changes of an activity in one go. */
export interface ActivityChange {
  readonly name?: string;
  readonly duration?: number;
  readonly wbs?: string;
}

interface ActivityRef {
  readonly planId: string;
  readonly activityId: string;
}

const path = (activityId: string) => `/api/v1/activities/${activityId}`;

let last: Promise<unknown> = Promise.resolve();

/** One edit of plans after the other: each builds on the version that the one before has made. */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const mine = last.then(act, act);
  last = mine.catch(() => undefined); // whoever sent it is told; the next one goes on
  return mine;
}

/** Changes the activity as it is now: nobody else's change gets lost, and one that comes between is refused. */
export function changeActivity({ planId, activityId }: ActivityRef, change: ActivityChange): Promise<Reply> {
  return inTurn(async () => {
    const { value, version } = await readVersioned<PlannedActivity>(path(activityId), { plan: planId });
    const { code, wbs, name, type, duration, calendarId, start, finish } = value;
    const body = { planId, code, wbs, name, type, duration, calendarId, start, finish, ...change };
    return command('PUT', path(activityId), body, { ifMatch: version });
  });
}

export interface NewActivity extends ActivityRef {
  readonly code: string;
  readonly wbs: string;
  readonly name: string;
  readonly type: string;
  readonly duration: number;
}

export const addActivity = ({ activityId, ...body }: NewActivity): Promise<Reply> =>
  inTurn(() => command('PUT', path(activityId), body));

/** A date beside the logic; `ASAP` takes it away. */
export function constrain(
  { planId, activityId }: ActivityRef,
  constraint: Activity['constraint'],
  key: string,
): Promise<Reply> {
  return inTurn(async () => {
    const version = await versionOf(planId);
    const body = { planId, ...(constraint ?? { kind: 'ASAP' }) };
    return command('POST', `${path(activityId)}/constraint`, body, { ifMatch: version, key });
  });
}

export interface NewLink {
  readonly planId: string;
  readonly linkId: string;
  readonly predecessor: string;
  readonly successor: string;
  readonly type: string;
  /** Working minutes. */
  readonly lag: number;
}

export const linkActivities = ({ linkId, ...body }: NewLink): Promise<Reply> =>
  inTurn(() => command('PUT', `/api/v1/links/${linkId}`, body));

export function unlinkActivities(planId: string, linkId: string): Promise<Reply> {
  return inTurn(async () =>
    command('DELETE', `/api/v1/links/${linkId}?plan=${planId}`, undefined, { ifMatch: await versionOf(planId) }),
  );
}

export function removeActivity({ planId, activityId }: ActivityRef): Promise<Reply> {
  return inTurn(async () =>
    command('DELETE', `${path(activityId)}?plan=${planId}`, undefined, { ifMatch: await versionOf(planId) }),
  );
}

async function versionOf(planId: string): Promise<number> {
  return (await readVersioned<PlanHead>(`/api/v1/plans/${planId}`)).version;
}
