import { ReadingBody } from '../frame/reading-body.tsx';
import { EmptyPlan } from './empty-plan.tsx';
import { PlanRoom } from './plan-room.tsx';
import { usePlan } from './use-plan.ts';

/** The plan in time: what was promised, what is expected now, and by how much it differs. */
export function PlanTab({ plan }: { readonly plan: string }) {
  const whole = usePlan(plan);
  return (
    <ReadingBody reading={whole} height={560}>
      {(data) => (data.items.length === 0 ? <EmptyPlan plan={data} /> : <PlanRoom plan={data} />)}
    </ReadingBody>
  );
}
