import type { PlanActivity, PlanAtPoint } from '../api/views.ts';

/** Where a plan is heading by its schedule runs, as `outlook` gives it. */
export interface Outlook extends PlanAtPoint {
  readonly run?: { readonly runId: string; readonly dataDate: string; readonly finish: string };
  readonly baselineFinish?: string;
  readonly finishVariance?: number;
  readonly finishes: readonly {
    readonly runId: string;
    readonly dataDate: string;
    readonly finish: string;
    readonly moved?: number;
    readonly event: string;
    readonly recorded: string;
    readonly actor?: string;
  }[];
  readonly critical: readonly PlanActivity[];
  readonly criticalCount: number;
  readonly milestones: readonly PlanActivity[];
}
