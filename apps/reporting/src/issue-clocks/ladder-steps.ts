import type { EscalationRaised } from '@bw/contracts-risk';
import type { SeenDecision } from '@bw/projections';
import { detailOf } from '../reading/values.ts';
import type { EscalationStepView } from './issue-clocks.views.ts';

/** The levels of the ladder that stands last: what came before it is history. */
export function stepsOf(events: readonly SeenDecision[]): readonly EscalationStepView[] {
  const begun = events.findLastIndex(({ outcome }) => outcome === 'raised');
  const unreached = new Set<number>();
  const steps = events.slice(Math.max(begun, 0)).flatMap((event): readonly EscalationStepView[] => {
    const { level, role } = detailOf<Partial<EscalationRaised>>(event);
    if (level === undefined || role === undefined) return [];
    if (event.outcome === 'unreachable') unreached.add(level);
    return [{ level, role, at: event.effective, reached: event.outcome !== 'unreachable' }];
  });
  return steps.filter(({ level, reached }) => !reached || !unreached.has(level)).toSorted((a, b) => a.level - b.level);
}
