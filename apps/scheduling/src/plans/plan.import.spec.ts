import { replay } from '@bw/kernel';
import { idOf, scenarios } from '@bw/testing';
import { activity, begun, link } from '../testing/plan-stories.ts';
import type { ImportPlanData, PlanCommand } from './plan.commands.ts';
import { plan } from './plan.decider.ts';
import type { DraftPlan } from './plan.state.ts';

const { given, stateAfter } = scenarios(plan);

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
