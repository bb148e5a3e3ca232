import type { PlanActivity } from '../api/views.ts';

const NEXT = 5;

/** When it is reached by what is known: by the last schedule run, else as planned. */
export const expectedFinish = ({ scheduled, finish, baselineFinish }: PlanActivity): string | undefined =>
  scheduled?.earlyFinish ?? finish ?? baselineFinish;

/** Milestones that are not reached yet, the earliest first. */
export function nextMilestones(milestones: readonly PlanActivity[]): readonly PlanActivity[] {
  return milestones
    .filter(({ actualFinish }) => actualFinish === undefined)
    .toSorted((a, b) => (expectedFinish(a) ?? '').localeCompare(expectedFinish(b) ?? ''))
    .slice(0, NEXT);
}
