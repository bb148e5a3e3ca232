import { type Ratio, ratio, whole } from '@bw/kernel';
import { instantOf, type Minute, minuteOf } from '@bw/working-time';
import type { Progress } from './accrual.ts';
import type { Baseline, BaselineLine } from './baseline.ts';
import { earnedSchedule } from './earned-schedule.ts';
import { doneOf, earnedValue } from './earned-value.ts';
import { exactFigures, type Instants, published } from './figures.ts';
import { type FormulaId, formulas } from './formulas.ts';
import type { ActivityProgress, Contribution, Evaluation, Figure, Finding, Performance } from './performance.ts';
import { PlannedValue } from './planned-value.ts';
import { MICRO, micro, minor, NOTHING, type Value } from './share.ts';

/** Forecasts further away than this are given no date. */
const HORIZON_YEARS = 40;
const YEAR = 525_960;

/** All figures of a project at one instant, with what each activity contributes. */
export function evaluate(baseline: Baseline, evaluation: Evaluation): Performance {
  const plan = PlannedValue.of(baseline);
  const now = minuteOf(evaluation.at);
  const planned = plan.valuesAt(now);
  const findings: Finding[] = plan.bac === 0 ? [{ code: 'NO_BUDGET' }] : [];
  const earned = earnedValues({ baseline, planned, now, progress: byActivity(evaluation.progress), findings });
  const costs = costsOf(baseline, evaluation, findings);

  const [pvs, evs] = [planned.map(minor), earned.map(minor)];
  const [pv, ev] = [sum(pvs), sum(evs)];
  const actualTime = plan.timeAt(now);
  const stepMinutes = evaluation.esStepMinutes ?? 1;
  const es = earnedSchedule({ plan, ev, pv, actualTime, stepMinutes });
  const pvsAtEs = plan.valuesAt(plan.instantAfter(es), 'before').map(minor);

  const contributions = contributionsOf({ baseline, pvs, evs, costs, pvsAtEs });
  const exact = exactFigures({
    bac: plan.bac,
    pv,
    ev,
    exactPv: exactSum(planned),
    exactEv: exactSum(earned),
    ac: sum(contributions.map(({ ac }) => ac)),
    actualTime,
    plannedDuration: plan.plannedDuration,
    earnedSchedule: es,
    pvAtEs: sum(pvsAtEs),
    earnedOfPvAtEs: sum(contributions.map(({ earnedOfPvAtEs }) => earnedOfPvAtEs)),
  });
  const instants = instantsOf(plan, baseline, now);
  const figures = Object.fromEntries(
    (Object.keys(formulas) as FormulaId[]).map((id) => [id, published(id, exact[id], instants)]),
  ) as Record<FormulaId, Figure>;
  return { at: evaluation.at, figures, contributions, findings };
}

interface EarnedValues {
  readonly baseline: Baseline;
  readonly planned: readonly Value[];
  readonly now: Minute;
  readonly progress: ReadonlyMap<string, ActivityProgress>;
  readonly findings: Finding[];
}

function earnedValues({ baseline, planned, now, progress, findings }: EarnedValues): readonly Value[] {
  const lines = new Map(baseline.lines.map((line) => [line.activityId, line]));
  for (const { activityId, actualStart } of progress.values()) {
    if (!lines.has(activityId)) findings.push({ code: 'UNBUDGETED_WORK', activityId });
    if (actualStart && minuteOf(actualStart) > now) findings.push({ code: 'PROGRESS_AFTER_EVALUATION', activityId });
  }
  const fractionOf = (activityId: string): Progress | undefined => {
    const base: BaselineLine | undefined = lines.get(activityId);
    return base && base.earningRule?.kind !== 'APPORTIONED' ? doneOf(base, progress.get(activityId)) : undefined;
  };
  return baseline.lines.map((line, index) =>
    earnedValue({
      line,
      progress: progress.get(line.activityId),
      pv: planned[index] ?? NOTHING,
      fractionOf,
      report: (code) => findings.push({ code, activityId: line.activityId }),
    }),
  );
}

/** Cost by activity; several entries of one activity add up. */
function costsOf(baseline: Baseline, { costs }: Evaluation, findings: Finding[]): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const { activityId, amount } of costs) amounts.set(activityId, (amounts.get(activityId) ?? 0) + amount);
  const known = new Set(baseline.lines.map(({ activityId }) => activityId));
  const reported = new Set(
    findings.filter(({ code }) => code === 'UNBUDGETED_WORK').map(({ activityId }) => activityId),
  );
  for (const activityId of amounts.keys())
    if (!known.has(activityId) && !reported.has(activityId)) findings.push({ code: 'UNBUDGETED_WORK', activityId });
  return amounts;
}

interface Parts {
  readonly baseline: Baseline;
  readonly pvs: readonly number[];
  readonly evs: readonly number[];
  readonly pvsAtEs: readonly number[];
  readonly costs: ReadonlyMap<string, number>;
}

/** A row per line of the baseline, then one per activity that only has cost. */
function contributionsOf({ baseline, pvs, evs, pvsAtEs, costs }: Parts): readonly Contribution[] {
  const rest = new Map(costs);
  const lines = baseline.lines.map(({ activityId, fixed, variable }, index): Contribution => {
    const [ev, pvAtEs, ac] = [evs[index] ?? 0, pvsAtEs[index] ?? 0, rest.get(activityId) ?? 0];
    rest.delete(activityId);
    return {
      activityId,
      bac: fixed + variable,
      pv: pvs[index] ?? 0,
      ev,
      ac,
      pvAtEs,
      earnedOfPvAtEs: Math.min(pvAtEs, ev),
    };
  });
  const unbudgeted = [...rest].map(([activityId, ac]): Contribution => ({
    activityId,
    bac: 0,
    pv: 0,
    ev: 0,
    ac,
    pvAtEs: 0,
    earnedOfPvAtEs: 0,
  }));
  return [...lines, ...unbudgeted];
}

/** Dates of project time. The evaluation instant is itself; every other is the earliest with so much work behind it. */
function instantsOf(plan: PlannedValue, { calendar, projectStart }: Baseline, now: Minute): Instants {
  const start = minuteOf(projectStart);
  return (id, minutes) => {
    if (id === 'AT') return { unit: 'instant', minutes, at: instantOf(Math.max(now, start)) };
    const farAway =
      minutes > 4 * plan.plannedDuration && minutes > calendar.workBetween(start, start + HORIZON_YEARS * YEAR);
    if (farAway) return { unit: 'undefined', reason: 'TOO_FAR' };
    return { unit: 'instant', minutes, at: instantOf(plan.instantAfter(minutes)) };
  };
}

function byActivity(progress: readonly ActivityProgress[]): ReadonlyMap<string, ActivityProgress> {
  return new Map(progress.map((each) => [each.activityId, each]));
}

function exactSum(values: readonly Value[]): Ratio {
  const total = values.reduce((whole, value) => whole + micro(value), 0n);
  return ratio(total, MICRO) ?? whole(0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
