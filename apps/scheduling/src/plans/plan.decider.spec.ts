import type { PlanCreated, PlanFact } from '@bw/contracts-scheduling';
import { replay } from '@bw/kernel';
import { idOf, scenarios } from '@bw/testing';
import type { ImportPlanData, PlanCommand, PutActivityData } from './plan.commands.ts';
import { plan } from './plan.decider.ts';
import type { DraftPlan, PlannedLink } from './plan.state.ts';

const { given, stateAfter } = scenarios(plan);

const planId = idOf('plan');
const created: PlanCreated = {
  planId,
  engagementId: idOf('engagement'),
  title: 'Move',
  zone: 'Europe/Oslo',
  currency: 'NOK',
  calendarId: idOf('calendar'),
  projectStart: '2026-01-05T07:00:00.000Z',
};
const begun: PlanFact = { type: 'scheduling.PlanCreated', data: created };
const activity = (code: string, change: Partial<PutActivityData> = {}): PutActivityData => ({
  activityId: idOf('activity', code),
  code,
  wbs: `1.${code}`,
  name: `Do ${code}`,
  type: 'task',
  duration: 480,
  ...change,
});
const link = (from: string, to: string, change: Partial<PlannedLink> = {}): PlannedLink => ({
  linkId: idOf('link', from, to, change.type ?? 'FS'),
  predecessor: idOf('activity', from),
  successor: idOf('activity', to),
  type: 'FS',
  lag: 0,
  lagCalendar: 'predecessor',
  ...change,
});
const add = (code: string, change: Partial<PutActivityData> = {}): PlanFact => ({
  type: 'scheduling.ActivityAdded',
  data: { planId, ...activity(code, change) },
});
const linked = (from: string, to: string, change: Partial<PlannedLink> = {}): PlanFact => ({
  type: 'scheduling.ActivitiesLinked',
  data: { planId, ...link(from, to, change) },
});
const put = (data: PutActivityData, guarded = false): PlanCommand => ({ type: 'PutActivity', data, guarded });
const putLink = (data: PlannedLink, guarded = false): PlanCommand => ({ type: 'PutLink', data, guarded });

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

describe('links', () => {
  const three = [begun, add('A'), add('B'), add('C')];

  it('join two activities, once per type', () => {
    given(...three)
      .when(putLink(link('A', 'B')))
      .then(linked('A', 'B'));
    given(...three, linked('A', 'B'))
      .when(putLink(link('A', 'B')))
      .thenNothing();
    given(...three, linked('A', 'B'))
      .when(putLink(link('A', 'B', { linkId: idOf('twice') })))
      .thenRefused('link-exists-already');
    given(...three, linked('A', 'B'))
      .when(putLink(link('A', 'B', { type: 'SS' })))
      .then(linked('A', 'B', { type: 'SS' }));
  });

  it('change type and lag, never their ends', () => {
    const { linkId } = link('A', 'B');
    const changed = link('A', 'B', { linkId, type: 'FF', lag: -60, lagCalendar: '24h' });
    given(...three, linked('A', 'B'))
      .when(putLink(changed))
      .thenRefused('plan-version-not-said');
    given(...three, linked('A', 'B'))
      .when(putLink(changed, true))
      .then({ type: 'scheduling.LinkChanged', data: { planId, linkId, type: 'FF', lag: -60, lagCalendar: '24h' } });
    given(...three, linked('A', 'B'))
      .when(putLink({ ...link('A', 'C'), linkId }, true))
      .thenRefused('link-has-other-ends');
  });

  it('are refused where an end is missing, the same, or a summary', () => {
    given(...three)
      .when(putLink(link('A', 'Z')))
      .thenRefused('link-dangling');
    given(...three)
      .when(putLink(link('Z', 'A')))
      .thenRefused('link-dangling');
    given(...three)
      .when(putLink(link('A', 'A')))
      .thenRefused('link-to-itself');
    given(...three, add('S', { type: 'summary', duration: 0 }))
      .when(putLink(link('S', 'A')))
      .thenRefused('link-on-summary');
  });

  it('never close a circle; the refusal names it step by step', () => {
    const decision = plan.decide(
      putLink(link('C', 'A')),
      stateAfter(...three, linked('A', 'B'), linked('B', 'C', { type: 'SS' })),
    );
    expect(decision).toMatchObject({ accepted: false, refusal: 'plan-would-have-a-cycle' });
    const path = decision.accepted ? [] : (decision.details?.['path'] as readonly { code: string; type: string }[]);
    expect(path.map(({ code, type }) => `${code} ${type}`).toSorted()).toEqual(['A FS', 'B SS', 'C FS']);
  });

  it('are removed', () => {
    const { linkId } = link('A', 'B');
    const unlinked: PlanFact = { type: 'scheduling.ActivitiesUnlinked', data: { planId, linkId } };
    given(...three, linked('A', 'B'))
      .when({ type: 'UnlinkActivities', data: { linkId } })
      .then(unlinked);
    given(...three)
      .when({ type: 'UnlinkActivities', data: { linkId } })
      .thenRefused('link-not-found');
    given(...three, linked('A', 'B'), unlinked)
      .when(putLink(link('B', 'A')))
      .then(linked('B', 'A'));
  });
});

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

describe('an import', () => {
  const demand = { resourceId: idOf('resource'), units: 10_000 };
  const data: ImportPlanData = {
    importId: idOf('import'),
    fileHash: 'a'.repeat(64),
    counts: { activities: 2 },
    resources: [{ resourceId: demand.resourceId, code: 'Crew', kind: 'person', availability: 10_000 }],
    activities: [
      { ...activity('A', { budget: { fixed: 1, variable: 2 } }), demands: [demand] },
      { ...activity('B'), demands: [], constraint: { kind: 'SNET', at: '2026-02-02T07:00:00.000Z', origin: 'import' } },
    ],
    links: [link('A', 'B')],
  };
  const importPlan = (change: Partial<ImportPlanData> = {}): PlanCommand => ({
    type: 'ImportPlan',
    data: { ...data, ...change },
  });

  it('adds everything at once', () => {
    const decision = plan.decide(importPlan(), stateAfter(begun));
    expect(decision.accepted && decision.events.map(({ type }) => type.replace('scheduling.', ''))).toEqual([
      'PlanImported',
      'ResourceDefined',
      'ActivityAdded',
      'BudgetSet',
      'DemandSet',
      'ActivityAdded',
      'ConstraintSet',
      'ActivitiesLinked',
    ]);
    const after = replay(plan, [begun, ...(decision.accepted ? decision.events : [])]) as DraftPlan;
    expect(after.activities.get(idOf('activity', 'A'))?.demands).toEqual({ [demand.resourceId]: 10_000 });
    expect(plan.decide(importPlan(), after)).toEqual({ accepted: true, events: [] });
    expect(plan.decide(importPlan({ importId: idOf('another') }), after)).toMatchObject({
      refusal: 'plan-is-not-empty',
    });
  });

  it('adds nothing where one part of it is wrong', () => {
    given(begun)
      .when(importPlan({ links: [link('A', 'B'), link('B', 'A')] }))
      .thenRefused('plan-would-have-a-cycle');
    given(begun)
      .when(importPlan({ links: [link('A', 'Z')] }))
      .thenRefused('link-dangling');
    const twice = [...data.activities, { ...activity('A'), activityId: idOf('other'), demands: [] }];
    given(begun)
      .when(importPlan({ activities: twice }))
      .thenRefused('activity-code-taken');
    const same = [...data.activities, { ...activity('C'), activityId: idOf('activity', 'A'), demands: [] }];
    given(begun)
      .when(importPlan({ activities: same }))
      .thenRefused('activity-code-taken');
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
