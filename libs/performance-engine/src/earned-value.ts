import { accrued, type Progress } from './accrual.ts';
import type { BaselineLine, EarningRule } from './baseline.ts';
import type { ActivityProgress, Finding } from './performance.ts';
import { NOTHING, type Value } from './share.ts';

/** All that the earned value of one line may depend on. */
export interface Earning {
  readonly line: BaselineLine;
  readonly progress: ActivityProgress | undefined;
  /** Planned value of the line at the evaluation instant: what level of effort earns. */
  readonly pv: Value;
  /** Earned fraction of another line, for apportioned effort; `undefined` where there is no such line. */
  readonly fractionOf: (activityId: string) => Progress | undefined;
  readonly report: (code: Finding['code']) => void;
}

const FULL = 10_000;
const DEFAULT_RULE: EarningRule = { kind: 'EFFORT_RATIO' };

/** What the activity has earned by its rule: never below nothing, never above its budget. */
export function earnedValue(earning: Earning): Value {
  const { line, progress } = earning;
  const rule = line.earningRule ?? DEFAULT_RULE;
  if (rule.kind === 'LOE') return earning.pv;
  const done = rule.kind === 'APPORTIONED' ? apportioned(rule, earning) : doneOf(line, progress);
  const bac = line.fixed + line.variable;
  switch (rule.kind) {
    case 'EFFORT_RATIO':
      return accrued(line, done);
    case 'ZERO_100':
      return done.ended ? all(bac) : NOTHING;
    case 'FIFTY_50':
      return onStart(bac, 5_000, done);
    case 'TWENTY_80':
      return onStart(bac, 2_000, done);
    case 'APPORTIONED':
      return [{ amount: bac, part: done.part, whole: done.whole }];
    case 'WEIGHTED_MILESTONES':
    case 'PHYSICAL_PERCENT':
    case 'UNITS':
      return done.ended ? all(bac) : measured(rule, earning, done);
  }
}

/**
 * How much of the work is done: actual / (actual + remaining) minutes, kept exact (basis points would be cents off).
 * Nothing left after something was done means done, whatever the dates say: values count as reported.
 */
export function doneOf(line: BaselineLine, progress: ActivityProgress | undefined): Progress {
  if (!progress) return { begun: false, ended: false, part: 0, whole: 1 };
  const { actualStart, actualFinish, actualMinutes, remainingMinutes } = progress;
  const whole = actualMinutes + remainingMinutes;
  const begun = actualStart !== undefined || actualFinish !== undefined || actualMinutes > 0;
  const instantaneous = whole === 0 && begun && line.start === line.finish;
  const ended = actualFinish !== undefined || (actualMinutes > 0 && remainingMinutes === 0) || instantaneous;
  if (ended) return { begun: true, ended: true, part: 1, whole: 1 };
  return { begun, ended: false, part: actualMinutes, whole: Math.max(whole, 1) };
}

function onStart(bac: number, startBp: number, { begun, ended }: Progress): Value {
  if (ended) return all(bac);
  return begun ? inBp(bac, startBp) : NOTHING;
}

/** By a measure of its own, or where none was reported by effort: better than to earn nothing in silence. */
function measured(
  rule: Extract<EarningRule, { kind: 'WEIGHTED_MILESTONES' | 'PHYSICAL_PERCENT' | 'UNITS' }>,
  { line, progress, report }: Earning,
  done: Progress,
): Value {
  const bac = line.fixed + line.variable;
  if (!done.begun || !progress) return NOTHING;
  switch (rule.kind) {
    case 'WEIGHTED_MILESTONES': {
      const reached = new Set(progress.milestonesDone ?? []);
      const weights = Object.entries(rule.weights).filter(([milestone]) => reached.has(milestone));
      return inBp(
        bac,
        atMost(
          weights.reduce((sum, [, weight]) => sum + weight, 0),
          FULL,
        ),
      );
    }
    case 'PHYSICAL_PERCENT':
      if (progress.physicalBp !== undefined) return inBp(bac, atMost(progress.physicalBp, FULL));
      break;
    case 'UNITS':
      if (progress.unitsDone !== undefined)
        return [{ amount: bac, part: atMost(progress.unitsDone, rule.total), whole: rule.total }];
      break;
  }
  report('MEASURE_NOT_REPORTED');
  return [{ amount: bac, part: done.part, whole: done.whole }];
}

function apportioned(rule: Extract<EarningRule, { kind: 'APPORTIONED' }>, { fractionOf, report }: Earning): Progress {
  const base = fractionOf(rule.base);
  if (!base) {
    report('UNKNOWN_BASE_ACTIVITY');
    return { begun: false, ended: false, part: 0, whole: 1 };
  }
  const whole = base.whole * FULL;
  return { ...base, part: atMost(base.part * rule.factorBp, whole), whole };
}

function all(amount: number): Value {
  return [{ amount, part: 1, whole: 1 }];
}

function inBp(amount: number, part: number): Value {
  return [{ amount, part, whole: FULL }];
}

function atMost(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
