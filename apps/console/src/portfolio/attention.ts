import type { Colour, EngagementLine, PlanLine } from '../api/views.ts';
import { daysBetween } from '../figures/days.ts';
import { formatDay } from '../figures/figure.ts';
import { gravityOf } from '../health/families.ts';
import { reasonText } from '../health/reason-text.ts';
import { t } from '../texts/t.ts';
import type { Tab } from '../engagement/tab.ts';

/** Something about an engagement that wants a person, in one line. */
export interface Matter {
  readonly code: string;
  readonly colour: Exclude<Colour, 'green'>;
  readonly text: string;
  /** The figure that says so; the drawer explains it. */
  readonly figure?: string;
  readonly planId?: string;
  /** Where one does something about it. */
  readonly tab: Tab;
}

export interface Exception {
  readonly line: EngagementLine;
  /** The gravest first, at least one. */
  readonly matters: readonly Matter[];
}

const STALE_AFTER_DAYS = 10;
const LATE_FROM_DAYS = 14;
const DUE_WITHIN_DAYS = 3;
const AT_WORK: ReadonlySet<string> = new Set(['active', 'transition', 'exiting']);

const TABS: Readonly<Record<string, Tab>> = {
  schedule: 'performance',
  cost: 'performance',
  issues: 'issues',
  risks: 'risks',
  decisions: 'decisions',
};

/** Who needs somebody, and why: the gravest first, then those with more on their list. */
export function exceptionsOf(lines: readonly EngagementLine[], asOf: string): readonly Exception[] {
  return lines
    .map((line) => ({ line, matters: mattersOf(line, asOf) }))
    .filter(({ matters }) => matters.length > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.line.code.localeCompare(b.line.code));
}

/** One grave matter outweighs all lesser ones together. */
const weightOf = ({ matters }: Exception) =>
  matters.reduce((sum, { colour }) => sum + (colour === 'red' ? 1_000 : 1), 0);

export function mattersOf(line: EngagementLine, asOf: string): readonly Matter[] {
  const ofHealth = line.health.reasons.flatMap((reason): readonly Matter[] => {
    const { colour, code, family, figure, planId } = reason;
    if (colour === 'green' || colour === 'unknown') return [];
    const tab = TABS[family] ?? 'overview';
    return [{ code, colour, text: reasonText(reason), tab, ...(figure && { figure }), ...(planId && { planId }) }];
  });
  const isLateAnyway = line.health.reasons.some(({ family, colour }) => family === 'schedule' && colour !== 'green');
  return [
    ...ofHealth,
    ...dueDecision(line, asOf),
    ...(AT_WORK.has(line.state) ? line.plans.flatMap((plan) => ofPlan(plan, asOf, isLateAnyway)) : []),
  ].toSorted((a, b) => gravityOf(b.colour) - gravityOf(a.colour));
}

function dueDecision({ decisions: { overdue, nextDue }, zone }: EngagementLine, asOf: string): readonly Matter[] {
  const days = daysBetween(asOf, nextDue);
  if (overdue > 0 || nextDue === undefined || days === undefined || days > DUE_WITHIN_DAYS) return [];
  const text = t('reason.DECISION_DUE', { day: formatDay(nextDue, { zone }) });
  return [{ code: 'DECISION_DUE', colour: 'amber', text, tab: 'decisions' }];
}

function ofPlan(plan: PlanLine, asOf: string, isLateAnyway: boolean): readonly Matter[] {
  const { planId, dataDate, evaluatedAt = dataDate, baselineId, baselineFinish, forecastFinish } = plan;
  if (!baselineId) return [];
  const about = { colour: 'amber', planId } as const;
  if (!dataDate) return [{ ...about, code: 'NEVER_MEASURED', text: t('reason.NEVER_MEASURED'), tab: 'plan' }];
  const [age = 0, late = 0] = [daysBetween(evaluatedAt, asOf), daysBetween(baselineFinish, forecastFinish)];
  const matters: Matter[] = [];
  if (age > STALE_AFTER_DAYS)
    matters.push({ ...about, code: 'STALE', figure: 'AT', text: t('reason.STALE', { count: age }), tab: 'plan' });
  if (!isLateAnyway && late >= LATE_FROM_DAYS) {
    const text = t('reason.LATE_FINISH', { count: late });
    matters.push({ ...about, code: 'LATE_FINISH', figure: 'FORECAST_FINISH', text, tab: 'plan' });
  }
  return matters;
}
