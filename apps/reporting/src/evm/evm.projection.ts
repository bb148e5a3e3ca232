import type {
  ActualCostFact,
  BaselineFact,
  BaselineLine,
  CalendarFact,
  DataDateFact,
  PlanFact,
  ProgressFact,
  ProgressRecorded,
} from '@bw/contracts-scheduling';
import { factProjection, type LevelFact } from '@bw/projections';
import { happened, json, known, level } from '../facts/telling.ts';

type Told = PlanFact | CalendarFact | BaselineFact | ProgressFact | ActualCostFact | DataDateFact;

const progress = (data: ProgressRecorded): LevelFact => {
  const { planId, activityId, actualStart, actualFinish, actualDuration, remainingDuration } = data;
  return level(`${planId}/${activityId}`, 'progress', {
    actualDuration,
    remainingDuration,
    ...(actualStart && { actualStart }),
    ...(actualFinish && { actualFinish }),
  });
};

const line = (baselineId: string, { activityId, ...rest }: BaselineLine): LevelFact =>
  known(`${baselineId}/${activityId}`, 'baseline.line', json(rest));

const baseline = (outcome: string) => (data: { readonly planId: string; readonly baselineId: string }) =>
  happened('baseline', data.planId, outcome, data);

/** What earned value and earned schedule are made from: plans, calendars, baselines, progress, cost, data dates. */
export const earnedValue = factProjection<Told>(
  { name: 'earned-value', version: 1 },
  {
    'scheduling.PlanCreated': ({ planId, ...plan }) => known(planId, 'plan', json(plan)),
    'scheduling.CalendarPublished': ({ calendarId, ...calendar }) => known(calendarId, 'calendar', json(calendar)),

    'scheduling.BaselineCaptured': (data) => [
      known(data.baselineId, 'baseline', json(data)),
      baseline('captured')(data),
    ],
    'scheduling.BaselineLinesCaptured': ({ baselineId, lines }) => lines.map((each) => line(baselineId, each)),
    'scheduling.BaselineSubmitted': baseline('submitted'),
    'scheduling.BaselineApproved': baseline('approved'),
    'scheduling.BaselineRejected': baseline('rejected'),
    'scheduling.BaselineSuperseded': baseline('superseded'),

    'scheduling.DataDateAdvanced': ({ planId, dataDate }) => known(planId, 'plan.data-date', dataDate),
    'scheduling.ProgressRecorded': progress,
    'scheduling.ProgressCorrected': progress,
    'scheduling.ActualCostRecorded': ({ planId, activityId, amount, basis }) => ({
      fact: 'flow',
      subject: `${planId}/${activityId}`,
      measure: `cost.${basis}`,
      amount,
    }),
  },
);
