import type { BaselineCaptured, BaselineLine, BaselineLink } from '@bw/contracts-scheduling';
import type { Id, Instant } from '@bw/kernel';
import { contentHash } from '../content-hash.ts';
import { inOrderOfWork } from '../plans/plan.order.ts';
import { defaultEarningRule, type DraftPlan, type PlannedActivity } from '../plans/plan.state.ts';

/** A plan as a baseline copies it. */
export interface BaselineContent {
  readonly head: Omit<BaselineCaptured, 'baselineId'>;
  readonly lines: readonly BaselineLine[];
  readonly links: readonly BaselineLink[];
}

export interface CaptureSource {
  readonly plan: DraftPlan;
  readonly planVersion: number;
  /** From when the baseline counts: the data date, or the project's start while there is none. */
  readonly dataDate: Instant;
  /** Hash of each calendar that the plan counts on. */
  readonly calendars: Readonly<Record<Id, string>>;
  /** Dates of activities that have none of their own: from the schedule's calculation. */
  readonly calculated: ReadonlyMap<Id, { readonly start: Instant; readonly finish: Instant }>;
}

/** Pure: the same plan, calendars and data date always give the same content and hash. */
export function baselineContent({
  plan,
  planVersion,
  dataDate,
  calendars,
  calculated,
}: CaptureSource): BaselineContent {
  const { planId, engagementId, zone, currency, calendarId, projectStart } = plan;
  const lines = inOrderOfWork(plan.activities.values()).map((activity) => lineOf(activity, plan, calculated));
  const links = plan.links.values().toSorted((a, b) => (a.linkId < b.linkId ? -1 : 1));
  const work = lines.filter(({ type }) => type !== 'summary');
  const totals = {
    activities: work.length,
    bac: work.reduce((sum, { fixed, variable }) => sum + fixed + variable, 0),
    start: least(work.map(({ start }) => start)) ?? projectStart,
    finish: greatest(work.map(({ finish }) => finish)) ?? projectStart,
  };
  const shared = { planId, engagementId, dataDate, zone, currency, calendarId, projectStart };
  const hash = contentHash({ ...shared, calendars, lines, links });
  return { head: { ...shared, planVersion, hash, totals }, lines, links };
}

function lineOf(activity: PlannedActivity, plan: DraftPlan, calculated: CaptureSource['calculated']): BaselineLine {
  const { activityId, code, wbs, name, type, duration, calendarId = plan.calendarId } = activity;
  const { budget = { fixed: 0, variable: 0 }, earningRule = defaultEarningRule } = activity;
  const found = calculated.get(activityId);
  const start = activity.start ?? found?.start ?? plan.projectStart;
  const finish = activity.finish ?? found?.finish ?? start;
  return { activityId, code, wbs, name, type, calendarId, start, finish, duration, ...budget, earningRule };
}

function least(instants: readonly Instant[]): Instant | undefined {
  return instants.toSorted()[0];
}

function greatest(instants: readonly Instant[]): Instant | undefined {
  return instants.toSorted().at(-1);
}
