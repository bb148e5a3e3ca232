import type { PlanAtPoint } from '../api/views.ts';

/** What readings of the plan answer, as far as this room shows it. */
export interface Predecessor {
  readonly activityId: string;
  readonly linkId: string;
  readonly code?: string;
  readonly type: string;
  /** Working minutes; negative where it may begin before. */
  readonly lag: number;
}

export interface Scheduled {
  readonly earlyStart: string;
  readonly earlyFinish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly critical: boolean;
}

/** An activity as planned, as baselined, as forecast, as done. */
export interface Activity {
  readonly activityId: string;
  readonly code: string;
  readonly wbs: string;
  readonly name: string;
  readonly type: string;
  /** Working minutes. */
  readonly duration: number;
  readonly calendarId?: string;
  readonly start?: string;
  readonly finish?: string;
  readonly predecessors: readonly Predecessor[];
  readonly constraint?: { readonly kind: string; readonly at?: string };
  readonly budget?: { readonly fixed: number; readonly variable: number };
  readonly scheduled?: Scheduled;
  readonly baselineStart?: string;
  readonly baselineFinish?: string;
  readonly actualStart?: string;
  readonly actualFinish?: string;
  readonly done?: number;
  readonly remaining?: number;
  readonly doneBp?: number;
  readonly startVariance?: number;
  readonly finishVariance?: number;
}

export interface Run {
  readonly runId: string;
  readonly dataDate: string;
  readonly finish: string;
}

/** A plan with all its activities, in the order of the work breakdown. */
export interface WholePlan extends PlanAtPoint {
  readonly run?: Run;
  readonly items: readonly Activity[];
}

/** The plan at its owner: what an edit builds on. */
export interface PlanHead {
  readonly planId: string;
  readonly engagementId: string;
  readonly title: string;
  readonly zone: string;
  readonly currency: string;
  readonly calendarId: string;
  readonly projectStart: string;
  readonly dataDate?: string;
}

/** An activity at its owner, as an edit sends it back. */
export interface PlannedActivity extends Pick<
  Activity,
  'activityId' | 'code' | 'wbs' | 'name' | 'type' | 'duration' | 'calendarId' | 'start' | 'finish' | 'constraint'
> {
  readonly earningRule: string;
}

export interface CalendarView {
  readonly calendarId: string;
  readonly name: string;
  readonly zone: string;
  readonly shifts: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  readonly exceptions?: readonly {
    readonly from: string;
    readonly to: string;
    readonly shifts: readonly { readonly from: string; readonly to: string }[];
  }[];
  readonly days?: readonly string[];
  readonly holidaySets?: readonly string[];
}

export interface BaselineRow {
  readonly baselineId: string;
  readonly status: string;
  readonly dataDate: string;
}
