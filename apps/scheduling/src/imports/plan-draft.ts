import type { ActivityType, EarningRule, LagCalendar, LinkType } from '@bw/contracts-scheduling';
import type { Currency, Instant, Zone } from '@bw/kernel';
import type { WorkingCalendar } from '@bw/working-time';
import type { WorkUnits } from './duration.ts';
import type { ImportMapping, PlanField } from './import-mapping.ts';
import type { KnownPlan } from './known-plan.ts';
import type { ImportLimits, Note, RowReport } from './import-report.ts';

/** An activity as the file says it; activities know each other by code until the import is accepted. */
export interface DraftActivity {
  readonly row: number;
  readonly code: string;
  readonly wbs: string;
  readonly name: string;
  readonly type: ActivityType;
  readonly duration: number;
  readonly start?: Instant;
  readonly finish?: Instant;
  readonly budget?: { readonly fixed: number; readonly variable: number };
  readonly earningRule?: EarningRule;
  readonly demands: readonly { readonly resource: string; readonly units: number }[];
  /** The file's date, where it is later than its logic. */
  readonly noEarlierThan?: Instant;
}

export interface DraftLink {
  readonly predecessor: string;
  readonly successor: string;
  readonly type: LinkType;
  readonly lag: number;
  readonly lagCalendar: LagCalendar;
}

export interface DraftResource {
  readonly code: string;
  readonly availability: number;
}

/** What an import adds to a plan once it is accepted. */
export interface PlanDraft {
  readonly activities: readonly DraftActivity[];
  readonly links: readonly DraftLink[];
  readonly resources: readonly DraftResource[];
  /** Fields that the file has a column for: of others it says nothing. */
  readonly fields: readonly PlanField[];
}

/** What a file is judged against. */
export interface ImportContext {
  readonly zone: Zone;
  readonly currency: Currency;
  readonly calendar: WorkingCalendar;
  readonly units: WorkUnits;
  readonly projectStart: Instant;
  /** Nobody has said when the project starts: the file's earliest date counts, `projectStart` only where it has none. */
  readonly findsStart?: boolean;
  /** What the plan holds already. */
  readonly known?: KnownPlan;
  readonly mapping: ImportMapping;
  readonly limits: ImportLimits;
}

export interface JudgedPlan {
  readonly draft: PlanDraft;
  readonly projectStart: Instant;
  readonly rows: readonly RowReport[];
  /** About the file as a whole. */
  readonly notes: readonly Note[];
  /** Why it cannot be accepted at all, whatever is left out. */
  readonly problems: readonly Note[];
}
