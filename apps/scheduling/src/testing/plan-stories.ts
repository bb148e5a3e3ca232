import type { PlanCreated, PlanFact } from '@bw/contracts-scheduling';
import { idOf } from '@bw/testing';
import type { PlanCommand, PutActivityData } from '../plans/plan.commands.ts';
import type { PlannedLink } from '../plans/plan.state.ts';

/** A plan with activities A, B, C, and the commands and facts about them, for the scenarios of its rules. */
export const planId = idOf('plan');
export const created: PlanCreated = {
  planId,
  engagementId: idOf('engagement'),
  title: 'Move',
  zone: 'Europe/Oslo',
  currency: 'NOK',
  calendarId: idOf('calendar'),
  projectStart: '2026-01-05T07:00:00.000Z',
};
export const begun: PlanFact = { type: 'scheduling.PlanCreated', data: created };
export const activity = (code: string, change: Partial<PutActivityData> = {}): PutActivityData => ({
  activityId: idOf('activity', code),
  code,
  wbs: `1.${code}`,
  name: `Do ${code}`,
  type: 'task',
  duration: 480,
  ...change,
});
export const link = (from: string, to: string, change: Partial<PlannedLink> = {}): PlannedLink => ({
  linkId: idOf('link', from, to, change.type ?? 'FS'),
  predecessor: idOf('activity', from),
  successor: idOf('activity', to),
  type: 'FS',
  lag: 0,
  lagCalendar: 'predecessor',
  ...change,
});
export const add = (code: string, change: Partial<PutActivityData> = {}): PlanFact => ({
  type: 'scheduling.ActivityAdded',
  data: { planId, ...activity(code, change) },
});
export const linked = (from: string, to: string, change: Partial<PlannedLink> = {}): PlanFact => ({
  type: 'scheduling.ActivitiesLinked',
  data: { planId, ...link(from, to, change) },
});
export const put = (data: PutActivityData, guarded = false): PlanCommand => ({ type: 'PutActivity', data, guarded });
export const putLink = (data: PlannedLink, guarded = false): PlanCommand => ({ type: 'PutLink', data, guarded });
