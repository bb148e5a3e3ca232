import { useMe } from '../session/people.ts';
import { isPast } from '../two-times/point.ts';
import { usePoint } from '../two-times/use-point.ts';

/** What the reader may write in a plan. The past is for reading; the server decides in any case. */
export interface PlanRights {
  readonly canManage: boolean;
  readonly canRecord: boolean;
}

export function usePlanRights(engagement: string): PlanRights {
  const { data: me } = useMe(engagement);
  const past = isPast(usePoint());
  const may = (action: string) => !past && me?.actions.includes(action) === true;
  return { canManage: may('manage'), canRecord: may('record') };
}
