import type { PlanFact } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import { add, begun, planId } from '../testing/plan-stories.ts';
import { plan } from './plan.decider.ts';

const { given } = scenarios(plan);

describe('what belongs to an activity', () => {
  const activityId = idOf('activity', 'A');
  const resourceId = idOf('resource');
  const one = [begun, add('A')];

  it('is a constraint, with a date where it needs one', () => {
    const data = { activityId, kind: 'SNET' as const, at: '2026-02-02T07:00:00.000Z' };
    const set: PlanFact = { type: 'scheduling.ConstraintSet', data: { planId, ...data } };
    given(...one)
      .when({ type: 'SetConstraint', data })
      .then(set);
    given(...one, set)
      .when({ type: 'SetConstraint', data })
      .thenNothing();
    given(...one)
      .when({ type: 'SetConstraint', data: { activityId, kind: 'SNET' } })
      .thenRefused('constraint-needs-a-date');
    given(...one)
      .when({ type: 'SetConstraint', data: { activityId, kind: 'ASAP' } })
      .thenNothing();
    const gone: PlanFact = { type: 'scheduling.ConstraintSet', data: { planId, activityId, kind: 'ASAP' } };
    given(...one, set)
      .when({ type: 'SetConstraint', data: { activityId, kind: 'ASAP' } })
      .then(gone);
    given(...one, set, gone)
      .when({ type: 'SetConstraint', data: { activityId, kind: 'ASAP' } })
      .thenNothing();
  });

  it('is three estimates in order', () => {
    const data = { activityId, optimistic: 1, likely: 2, pessimistic: 3 };
    const set: PlanFact = { type: 'scheduling.EstimateSet', data: { planId, ...data } };
    given(...one)
      .when({ type: 'SetEstimate', data })
      .then(set);
    given(...one, set)
      .when({ type: 'SetEstimate', data })
      .thenNothing();
    given(...one)
      .when({ type: 'SetEstimate', data: { ...data, likely: 4 } })
      .thenRefused('estimates-out-of-order');
  });

  it('is a budget in the plan’s currency, an earning rule, a demand', () => {
    const budget = { activityId, fixed: 1, variable: 2 };
    const set: PlanFact = { type: 'scheduling.BudgetSet', data: { planId, ...budget, currency: 'NOK' } };
    given(...one)
      .when({ type: 'SetBudget', data: budget })
      .then(set);
    given(...one, set)
      .when({ type: 'SetBudget', data: budget })
      .thenNothing();
    given(...one)
      .when({ type: 'SetBudget', data: { ...budget, currency: 'EUR' } })
      .thenRefused('budget-in-another-currency');
    const rule = { activityId, rule: 'LOE' as const };
    given(...one)
      .when({ type: 'SetEarningRule', data: rule })
      .then({ type: 'scheduling.EarningRuleSet', data: { planId, ...rule } });
    const demand = { activityId, resourceId, units: 5_000 };
    const resource = { resourceId, code: 'Crew', kind: 'person' as const, availability: 10_000 };
    const defined: PlanFact = { type: 'scheduling.ResourceDefined', data: { planId, ...resource } };
    const set2: PlanFact = { type: 'scheduling.DemandSet', data: { planId, ...demand } };
    given(...one)
      .when({ type: 'DefineResource', data: resource, guarded: false })
      .then(defined);
    given(...one, defined)
      .when({ type: 'DefineResource', data: resource, guarded: false })
      .thenNothing();
    given(...one, defined)
      .when({ type: 'DefineResource', data: { ...resource, availability: 0 }, guarded: false })
      .thenRefused('plan-version-not-said');
    given(...one)
      .when({ type: 'SetDemand', data: demand })
      .thenRefused('resource-not-found');
    given(...one, defined)
      .when({ type: 'SetDemand', data: demand })
      .then(set2);
    given(...one, defined, set2)
      .when({ type: 'SetDemand', data: demand })
      .thenNothing();
    given(...one, defined)
      .when({ type: 'SetDemand', data: { ...demand, units: 0 } })
      .thenNothing();
  });

  it('may be set only for activities of the plan', () => {
    given(begun)
      .when({ type: 'SetEarningRule', data: { activityId, rule: 'LOE' } })
      .thenRefused('activity-not-found');
  });

  it('goes with options of the schedule', () => {
    const data = { progressMode: 'progress-override' as const, lagCalendar: '24h' as const };
    const set: PlanFact = { type: 'scheduling.ScheduleOptionsSet', data: { planId, ...data } };
    given(begun).when({ type: 'SetScheduleOptions', data }).then(set);
    given(begun, set).when({ type: 'SetScheduleOptions', data }).thenNothing();
  });
});
