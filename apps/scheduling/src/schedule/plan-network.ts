import type { Id, Instant } from '@bw/kernel';
import { defaultOptions, type Network, type NetworkActivity, type ScheduleOptions } from '@bw/schedule-engine';
import { minuteOf, type WorkingCalendar } from '@bw/working-time';
import { isComplete, isStarted, type ReportedProgress } from '../execution/progress.state.ts';
import { parentsOf } from '../imports/work-breakdown.ts';
import type { DraftPlan, PlannedActivity } from '../plans/plan.state.ts';

/** Everything a calculation of a plan's schedule depends on. */
export interface ScheduleSource {
  readonly plan: DraftPlan;
  readonly dataDate?: Instant;
  /** Published calendars by id: at least the plan's own and those of its activities. */
  readonly calendars: ReadonlyMap<Id, WorkingCalendar>;
  readonly progress: ReadonlyMap<Id, ReportedProgress>;
}

/** The plan as the schedule engine wants it. Pure. */
export function networkOf({ plan, dataDate, calendars, progress }: ScheduleSource): Network {
  const all = plan.activities.values();
  const summaries = new Map(
    all.filter(({ type }) => type === 'summary').map(({ wbs, activityId }) => [wbs, activityId]),
  );
  const parentOf = parentsOf(new Set(summaries.keys()));
  const { mustFinish } = plan.options;
  return {
    projectStart: minuteOf(plan.projectStart),
    ...(dataDate && { dataDate: minuteOf(dataDate) }),
    ...(mustFinish && { mustFinish: minuteOf(mustFinish) }),
    calendars,
    projectCalendar: plan.calendarId,
    activities: all.map((activity): NetworkActivity => {
      const { activityId, type, duration, calendarId, wbs, constraint } = activity;
      const parent = summaries.get(parentOf(wbs) ?? '');
      const calendar = calendars.get(calendarId ?? plan.calendarId);
      return {
        id: activityId,
        type,
        duration,
        ...(calendarId && { calendar: calendarId }),
        ...(parent && { parent }),
        ...(constraint && {
          constraints: [{ type: constraint.kind, ...(constraint.at && { at: minuteOf(constraint.at) }) }],
        }),
        ...(calendar && actualsOf(activity, progress.get(activityId), calendar)),
      };
    }),
    links: plan.links.values().map(({ linkId, ...link }) => ({ id: linkId, ...link })),
  };
}

export function optionsOf({ options }: DraftPlan): ScheduleOptions {
  return { ...defaultOptions, progress: options.progressMode, lagCalendar: options.lagCalendar };
}

type Actuals = Pick<NetworkActivity, 'actualStart' | 'actualFinish' | 'remaining'>;

/**
 * The engine wants both ends of what is complete. Reports may lack one; then it lies as far from the other as the work
 * that was reported. Only the calculation assumes this: the report itself stays as it is.
 */
function actualsOf(
  { type }: PlannedActivity,
  report: ReportedProgress | undefined,
  calendar: WorkingCalendar,
): Actuals {
  if (!report || type === 'summary' || !(isStarted(report) || report.actualFinish)) return {};
  const { actualStart, actualFinish, actualDuration, remainingDuration, statusDate } = report;
  const known = actualFinish ? minuteOf(actualFinish) : minuteOf(statusDate);
  const start = actualStart ? minuteOf(actualStart) : calendar.addWork(known, -actualDuration, 'start');
  if (!isComplete(report)) return { actualStart: start, remaining: remainingDuration };
  const finish = actualFinish ? minuteOf(actualFinish) : calendar.addWork(start, actualDuration, 'finish');
  return { actualStart: start, actualFinish: Math.max(start, finish), remaining: 0 };
}
