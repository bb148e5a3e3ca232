import type { Accrual, BaselineLine, CurvePoint } from './baseline.ts';
import { NOTHING, type Portion, type Value } from './share.ts';

/** How far something has come: `part` of `whole`, and whether it has begun and ended at all. */
export interface Progress {
  readonly begun: boolean;
  readonly ended: boolean;
  readonly part: number;
  readonly whole: number;
}

const LINEAR: Accrual = { kind: 'LINEAR_WORKING_TIME' };
const AT_START: Accrual = { kind: 'START' };
const FULL = 10_000;

/**
 * What a line's budget amounts to after so much progress, each of its two parts by its own convention. Published
 * baselines agree to the cent with: variable cost evenly over working time, fixed cost when the activity starts.
 */
export function accrued(line: BaselineLine, progress: Progress): Value {
  if (!progress.begun) return NOTHING;
  return [
    accrue(line.fixed, line.fixedAccrual ?? AT_START, progress),
    accrue(line.variable, line.variableAccrual ?? LINEAR, progress),
  ];
}

function accrue(amount: number, accrual: Accrual, { ended, part, whole }: Progress): Portion {
  if (ended) return { amount, part: 1, whole: 1 };
  switch (accrual.kind) {
    case 'LINEAR_WORKING_TIME':
      return { amount, part, whole };
    case 'START':
      return { amount, part: 1, whole: 1 };
    case 'END':
      return { amount, part: 0, whole: 1 };
    case 'CURVE':
      return alongCurve(amount, accrual.points, part, whole);
  }
}

/** Straight lines between the points, from nothing to everything. */
function alongCurve(amount: number, points: readonly CurvePoint[], part: number, whole: number): Portion {
  const time = part * FULL;
  let from: CurvePoint = { timeBp: 0, costBp: 0 };
  for (const to of [...points, { timeBp: FULL, costBp: FULL }]) {
    if (time < to.timeBp * whole) {
      const span = (to.timeBp - from.timeBp) * whole;
      const cost = from.costBp * span + (to.costBp - from.costBp) * (time - from.timeBp * whole);
      return { amount, part: cost, whole: FULL * span };
    }
    from = to;
  }
  return { amount, part: 1, whole: 1 };
}
