import type { Figure } from '../figures/figure.ts';

/** What the readings of /api/v1 answer, as far as pages show it. Instants are ISO texts of UTC, money minor units. */
export interface AtPoint {
  readonly point: { readonly asOf: string; readonly knownAt?: string; readonly cut: string };
}

export interface Page<T> extends AtPoint {
  readonly items: readonly T[];
  readonly next?: string;
}

export type Colour = 'green' | 'amber' | 'red' | 'unknown';

export interface Reason {
  readonly family: string;
  readonly colour: Colour;
  readonly code: string;
  /** In English; the console says it in the reader's language where it knows the code. */
  readonly text: string;
  readonly figure?: string;
  readonly planId?: string;
  readonly value?: string;
  readonly threshold?: string;
  readonly count?: number;
}

export interface Health {
  readonly colour: Colour;
  readonly reasons: readonly Reason[];
}

export interface PlanLine {
  readonly planId: string;
  readonly title: string;
  readonly currency: string;
  readonly dataDate?: string;
  /** The earlier of the data date and the point that is looked at. */
  readonly evaluatedAt?: string;
  readonly baselineId?: string;
  readonly bac?: number;
  readonly pv?: number;
  readonly ev?: number;
  readonly ac?: number;
  readonly eac?: number;
  readonly cpi?: string;
  readonly spiT?: string;
  readonly baselineFinish?: string;
  readonly forecastFinish?: string;
  readonly earnedFinish?: string;
}

export interface EngagementLine {
  readonly engagementId: string;
  readonly clientId: string;
  readonly clientName?: string;
  readonly code: string;
  readonly title: string;
  readonly currency: string;
  /** Whose civil days its dates are. */
  readonly zone: string;
  readonly state: string;
  readonly health: Health;
  readonly plans: readonly PlanLine[];
  readonly issues: {
    readonly severity1: number;
    readonly severity2: number;
    readonly severity3: number;
    readonly severity4: number;
    readonly breachedClocks: number;
  };
  readonly risks: { readonly open: number; readonly aboveAppetite: number };
  readonly decisions: { readonly open: number; readonly overdue: number; readonly nextDue?: string };
}

export interface Overview extends AtPoint {
  readonly engagement: EngagementLine;
}

export interface PlanAtPoint extends AtPoint {
  readonly planId: string;
  readonly engagementId: string;
  readonly title: string;
  readonly currency: string;
  readonly zone: string;
  readonly dataDate?: string;
  readonly evaluatedAt: string;
  readonly baselineId?: string;
}

export interface PlanActivity {
  readonly activityId: string;
  readonly code: string;
  readonly wbs: string;
  readonly name: string;
  readonly type: string;
  readonly start?: string;
  readonly finish?: string;
  readonly scheduled?: {
    readonly earlyStart: string;
    readonly earlyFinish: string;
    readonly totalFloat: number;
    readonly critical: boolean;
  };
  readonly baselineStart?: string;
  readonly baselineFinish?: string;
  readonly actualStart?: string;
  readonly actualFinish?: string;
  readonly doneBp?: number;
  readonly finishVariance?: number;
}

export interface PlanActivities extends PlanAtPoint, Page<PlanActivity> {
  readonly run?: { readonly dataDate: string; readonly finish: string };
}

export interface Evm extends PlanAtPoint {
  readonly figures: readonly Figure[];
  readonly findings: readonly { readonly code: string; readonly activityId?: string }[];
}

export interface Series extends PlanAtPoint {
  readonly points: readonly { readonly at: string; readonly figures: readonly Figure[] }[];
  readonly planned: readonly { readonly at: string; readonly pv: number }[];
}

export interface ExplainedFigure extends Figure {
  readonly text: string;
  readonly from: readonly string[];
}

export interface Contribution {
  readonly activityId: string;
  readonly code?: string;
  readonly name?: string;
  readonly amount: number;
  readonly facts: number;
}

export interface Fact {
  readonly kind: 'baseline-line' | 'progress' | 'cost' | 'data-date';
  readonly activityId?: string;
  readonly event: string;
  readonly type?: string;
  readonly source: string;
  readonly position: number;
  readonly effective: string;
  readonly recorded: string;
  readonly actor?: string;
  readonly reason?: string;
  readonly corrects?: string;
  readonly amount?: number;
  readonly start?: string;
  readonly finish?: string;
  readonly done?: number;
  readonly remaining?: number;
}

export interface Explanation extends PlanAtPoint {
  readonly figure: ExplainedFigure;
  readonly operands: readonly ExplainedFigure[];
  readonly groups: readonly Contribution[];
  readonly facts: readonly Fact[];
  readonly next?: string;
  readonly lineage: string;
}

export interface Clock {
  readonly clockId: string;
  readonly clock: string;
  readonly state: string;
  readonly targetMinutes: number;
  readonly elapsedMinutes: number;
  readonly due?: string;
}

export interface Issue {
  readonly issueId: string;
  readonly severity: number;
  readonly title: string;
  readonly origin: { readonly kind: string; readonly kpi?: string; readonly riskId?: string };
  readonly state: string;
  readonly raisedAt: string;
  readonly since: string;
  readonly waitingFor?: string;
  readonly clocks: readonly Clock[];
  readonly escalations: readonly {
    readonly escalationId: string;
    readonly level: number;
    readonly role?: string;
    readonly state: string;
  }[];
}

export interface Rating {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly aboveAppetite: boolean;
}

export interface Risk {
  readonly riskId: string;
  readonly title: string;
  readonly category: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  readonly state: string;
  readonly inherent?: Rating;
  readonly current?: Rating;
  readonly response?: { readonly strategy: string; readonly plan: string; readonly due?: string };
  readonly nextReview?: string;
  readonly reviewOverdue: boolean;
}

export interface Approval {
  readonly approvalId: string;
  readonly engagementId: string;
  readonly kind: string;
  readonly contentHash: string;
  readonly impact: {
    readonly bac: number;
    readonly currency: string;
    readonly start?: string;
    readonly finish?: string;
    readonly activities: number;
  };
  readonly defaultOutcome: string;
  readonly due?: string;
  readonly overdue: boolean;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
}

export interface KeyFigure {
  readonly kpi: string;
  readonly title?: string;
  readonly figure?: string;
  readonly formulaVersion: number;
  readonly target: string;
  readonly threshold: string;
  readonly planId?: string;
  readonly value?: string;
  readonly undefinedReason?: string;
  readonly status: string;
}

export interface TrailEntry {
  readonly sequence: number;
  readonly event: string;
  readonly type: string;
  readonly source: string;
  readonly position: number;
  readonly actor: string;
  readonly effective: string;
  readonly recorded: string;
  readonly reason?: string;
  readonly corrects?: string;
}
