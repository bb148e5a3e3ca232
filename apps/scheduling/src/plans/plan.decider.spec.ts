import type { PlanFact } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import { activity, add, begun, created, link, linked, planId, put } from '../testing/plan-stories.ts';
import type { PutActivityData } from './plan.commands.ts';
import { plan } from './plan.decider.ts';

const { given, stateAfter } = scenarios(plan);

describe('a plan', () => {
  it('is created once', () => {
    given().when({ type: 'CreatePlan', data: created }).then(begun);
    given(begun).when({ type: 'CreatePlan', data: created }).thenNothing();
    given(begun)
      .when({ type: 'CreatePlan', data: { ...created, title: 'Stay' } })
      .thenRefused('plan-exists-with-other-content');
    given()
      .when(put(activity('A')))
      .thenRefused('plan-not-found');
  });

  it('takes activities with budget and earning rule', () => {
    const budget = { fixed: 100, variable: 50 };
    const activityId = idOf('activity', 'A');
    given(begun)
      .when(put(activity('A', { budget, earningRule: 'ZERO_100' })))
      .then(
        add('A'),
        { type: 'scheduling.BudgetSet', data: { planId, activityId, ...budget, currency: 'NOK' } },
        { type: 'scheduling.EarningRuleSet', data: { planId, activityId, rule: 'ZERO_100' } },
      );
  });

  it('changes of an activity what differs, for somebody who says which version they saw', () => {
    const { wbs: _, ...changed } = activity('A', { duration: 960 });
    given(begun, add('A'))
      .when(put(activity('A')))
      .thenNothing();
    given(begun, add('A'))
      .when(put(activity('A', { duration: 960 })))
      .thenRefused('plan-version-not-said');
    given(begun, add('A'))
      .when(put(activity('A', { duration: 960, wbs: '2.1' }), true))
      .then(
        { type: 'scheduling.ActivityChanged', data: { planId, ...changed } },
        { type: 'scheduling.ActivityMoved', data: { planId, activityId: idOf('activity', 'A'), wbs: '2.1' } },
      );
  });

  it.each<[string, Partial<PutActivityData>]>([
    ['finish-before-start', { start: '2026-01-06T07:00:00.000Z', finish: '2026-01-05T07:00:00.000Z' }],
    ['milestone-has-duration', { type: 'start-milestone' }],
    ['summary-has-no-budget', { type: 'summary', budget: { fixed: 1, variable: 0 } }],
  ])('refuses an activity: %s', (refusal, change) => {
    given(begun)
      .when(put(activity('A', change)))
      .thenRefused(refusal as 'finish-before-start');
  });

  it('has each code once; a code that was given up is free again', () => {
    given(begun, add('A'))
      .when(put({ ...activity('A'), activityId: idOf('other') }))
      .thenRefused('activity-code-taken', { code: 'A', activityId: idOf('activity', 'A') });
    const { wbs: _, ...renamed } = activity('A', { code: 'B' });
    const past: readonly PlanFact[] = [
      begun,
      add('A'),
      { type: 'scheduling.ActivityChanged', data: { planId, ...renamed } },
    ];
    given(...past)
      .when(put({ ...activity('A'), activityId: idOf('other') }))
      .then(add('A', { activityId: idOf('other') }));
  });

  it('cannot make a summary of what has links or a budget', () => {
    const summary = activity('A', { type: 'summary' });
    given(begun, add('A'), add('B'), linked('A', 'B')).when(put(summary, true)).thenRefused('summary-has-links');
    const budget: PlanFact = {
      type: 'scheduling.BudgetSet',
      data: { planId, activityId: idOf('activity', 'A'), fixed: 1, variable: 0, currency: 'NOK' },
    };
    given(begun, add('A'), budget).when(put(summary, true)).thenRefused('summary-has-no-budget');
  });

  it('keeps what has actuals; what has none goes with its links', () => {
    const activityId = idOf('activity', 'A');
    const past = [begun, add('A'), add('B'), linked('A', 'B')];
    given(...past)
      .when({ type: 'RemoveActivity', data: { activityId, hasActuals: true } })
      .thenRefused('activity-has-actuals');
    given(...past)
      .when({ type: 'RemoveActivity', data: { activityId, hasActuals: false } })
      .then(
        { type: 'scheduling.ActivitiesUnlinked', data: { planId, linkId: link('A', 'B').linkId } },
        { type: 'scheduling.ActivityRemoved', data: { planId, activityId } },
      );
    given(begun)
      .when({ type: 'RemoveActivity', data: { activityId, hasActuals: false } })
      .thenRefused('activity-not-found');
  });
});

it('is empty for facts that come before its beginning, and ignores what it does not hold', () => {
  expect(stateAfter(add('A'))).toEqual({ status: 'none' });
  const unknown: PlanFact[] = [
    { type: 'scheduling.ActivityMoved', data: { planId, activityId: idOf('x'), wbs: '9' } },
    { type: 'scheduling.LinkChanged', data: { planId, linkId: idOf('x'), type: 'FS', lag: 0, lagCalendar: '24h' } },
    { type: 'scheduling.ActivitiesUnlinked', data: { planId, linkId: idOf('x') } },
  ];
  expect(stateAfter(begun, ...unknown)).toEqual(stateAfter(begun));
});
