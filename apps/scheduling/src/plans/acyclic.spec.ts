import type { LinkType, PlanFact } from '@bw/contracts-scheduling';
import { replay } from '@bw/kernel';
import { findCycle } from '@bw/schedule-engine';
import { idOf } from '@bw/testing';
import { plan } from './plan.decider.ts';
import type { DraftPlan } from './plan.state.ts';

const planId = idOf('plan');
const TYPES: readonly LinkType[] = ['FS', 'SS', 'FF', 'SF'];

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const begun: PlanFact = {
  type: 'scheduling.PlanCreated',
  data: {
    planId,
    engagementId: idOf('engagement'),
    title: 'Any',
    zone: 'UTC',
    currency: 'EUR',
    calendarId: idOf('calendar'),
    projectStart: '2026-01-05T08:00:00.000Z',
  },
};
const activities = Array.from({ length: 12 }, (_, index): PlanFact => {
  const about = { code: `A${index}`, wbs: `${index}`, name: 'Any', type: 'task' as const, duration: 60 };
  return { type: 'scheduling.ActivityAdded', data: { planId, activityId: idOf('activity', index), ...about } };
});

it.each([1, 2, 3, 4, 5])('S1: a plan has no cycle after any command (random commands %i)', (seed) => {
  const below = numbers(seed);
  let state = replay(plan, [begun, ...activities]) as DraftPlan;
  let refused = 0;
  for (let index = 0; index < 150; index += 1) {
    const linkId = idOf('link', index);
    const [predecessor, successor] = [idOf('activity', below(12)), idOf('activity', below(12))];
    const data = {
      linkId,
      predecessor,
      successor,
      type: TYPES[below(4)] ?? 'FS',
      lag: below(200) - 100,
      lagCalendar: '24h' as const,
    };
    const decision =
      below(5) === 0
        ? plan.decide({ type: 'RemoveActivity', data: { activityId: predecessor, hasActuals: below(2) === 0 } }, state)
        : plan.decide({ type: 'PutLink', data, guarded: false }, state);
    if (decision.accepted)
      state = decision.events.reduce<ReturnType<typeof plan.evolve>>(
        (so, fact) => plan.evolve(so, fact),
        state,
      ) as DraftPlan;
    else if (decision.refusal === 'plan-would-have-a-cycle') refused += 1;
    expect(findCycle(state.links.values().map(({ linkId: id, ...link }) => ({ id, ...link })))).toBeUndefined();
    const held = state.activities.values().flatMap(({ links }) => links);
    expect(new Set(held).size).toBe(state.links.size);
  }
  expect(refused).toBeGreaterThan(0);
});
