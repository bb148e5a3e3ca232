import type { PlanFact } from '@bw/contracts-scheduling';
import { replay } from '@bw/kernel';
import { idOf, scenarios } from '@bw/testing';
import { activity, begun, link, planId } from '../testing/plan-stories.ts';
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
    replacesLinks: true,
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
  });

  it('changes of what is there only what the file says otherwise, and leaves alone what it does not name', () => {
    const first = plan.decide(importPlan(), stateAfter(begun));
    const extra: PlanFact[] = [
      { type: 'scheduling.ActivityAdded', data: { planId, ...activity('Z') } },
      { type: 'scheduling.ActivitiesLinked', data: { planId, ...link('Z', 'B') } },
      { type: 'scheduling.ActivitiesLinked', data: { planId, ...link('A', 'Z') } },
    ];
    const filled = [begun, ...(first.accepted ? first.events : []), ...extra];
    const again = (change: Partial<ImportPlanData>) => {
      const decision = plan.decide(importPlan({ importId: idOf('second'), ...change }), stateAfter(...filled));
      return decision.accepted
        ? decision.events.slice(1).map(({ type, data }) => [type.split('.')[1], data])
        : decision;
    };
    expect(again({ resources: [], links: [link('A', 'B')], replacesLinks: false })).toEqual([]);
    // The file names the predecessors of B, and Z is none of them; what follows from A stays as it is.
    const unlinked = ['ActivitiesUnlinked', { planId, linkId: link('Z', 'B').linkId }];
    expect(again({ resources: [] })).toEqual([unlinked]);

    const longer = { ...activity('A', { budget: { fixed: 1, variable: 2 } }), duration: 960, demands: [] };
    const lagged = link('A', 'B', { lag: 60 });
    expect(again({ resources: [], activities: [longer], links: [lagged], replacesLinks: false })).toEqual([
      ['ActivityChanged', expect.objectContaining({ code: 'A', duration: 960 })],
      ['LinkChanged', expect.objectContaining({ lag: 60 })],
    ]);
    const free = { ...activity('B'), demands: [], constraint: { kind: 'ASAP' as const, origin: 'import' as const } };
    expect(again({ resources: [], activities: [free], links: [], replacesLinks: false })).toEqual([
      ['ConstraintSet', { planId, activityId: activity('B').activityId, kind: 'ASAP', origin: 'import' }],
    ]);
    const summary = { ...activity('A', { type: 'summary' as const }), demands: [] };
    expect(again({ resources: [], activities: [summary], links: [], replacesLinks: false })).toMatchObject({
      refusal: 'summary-has-links',
    });
    expect(again({ resources: [], links: [link('A', 'B'), link('B', 'Z'), link('Z', 'A')] })).toMatchObject({
      refusal: 'plan-would-have-a-cycle',
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
