import type { PlanFact, ScheduleRunFact } from '@bw/contracts-scheduling';
import { factProjection } from '@bw/projections';
import { json, known, level } from '../facts/telling.ts';

/**
 * The live plan: activities, links, constraints, budgets; and what schedule runs made of it. A plan's content is what is
 * known of it, at whatever business time one looks: its edits are no statements about a moment.
 */
export const plans = factProjection<PlanFact | ScheduleRunFact>(
  { name: 'plans', version: 1 },
  {
    'scheduling.ActivityAdded': ({ planId, activityId, wbs, ...rest }) => [
      known(`${planId}/${activityId}`, 'activity', json(rest)),
      known(`${planId}/${activityId}`, 'activity.wbs', wbs),
    ],
    'scheduling.ActivityChanged': ({ planId, activityId, ...rest }) =>
      known(`${planId}/${activityId}`, 'activity', json(rest)),
    'scheduling.ActivityMoved': ({ planId, activityId, wbs }) => known(`${planId}/${activityId}`, 'activity.wbs', wbs),
    'scheduling.ActivityRemoved': ({ planId, activityId }) => known(`${planId}/${activityId}`, 'activity', null),
    'scheduling.ActivitiesLinked': ({ planId, linkId, predecessor, successor, ...rest }) => [
      known(`${planId}/${linkId}`, 'link', { predecessor, successor }),
      known(`${planId}/${linkId}`, 'link.logic', json(rest)),
    ],
    'scheduling.LinkChanged': ({ planId, linkId, ...rest }) => known(`${planId}/${linkId}`, 'link.logic', json(rest)),
    'scheduling.ActivitiesUnlinked': ({ planId, linkId }) => known(`${planId}/${linkId}`, 'link', null),
    'scheduling.ConstraintSet': ({ planId, activityId, ...rest }) =>
      known(`${planId}/${activityId}`, 'activity.constraint', rest.kind === 'ASAP' ? null : json(rest)),
    'scheduling.BudgetSet': ({ planId, activityId, ...rest }) =>
      known(`${planId}/${activityId}`, 'activity.budget', json(rest)),
    'scheduling.EarningRuleSet': ({ planId, activityId, rule }) =>
      known(`${planId}/${activityId}`, 'activity.rule', rule),

    // Its event holds from the data date: "the forecast as known on Friday" is the run of Friday. A plan that begins in the
    // future has one from the time on when it was made.
    'scheduling.ScheduleCalculated': ({ planId, ...run }) => level(planId, 'plan.schedule', json(run)),
    'scheduling.ScheduleDatesCalculated': ({ runId, lines }) =>
      lines.map(({ activityId, ...dates }) => known(`${runId}/${activityId}`, 'schedule.line', json(dates))),
  },
);
