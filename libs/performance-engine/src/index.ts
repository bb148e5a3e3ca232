/** Earned value, earned schedule and forecasts of one project at one instant. Pure and exact: integers and fractions. */
export { type Accrual, type Baseline, type BaselineLine, type CurvePoint, type EarningRule } from './baseline.ts';
export { evaluate } from './evaluate.ts';
export { type Direction, type Formula, type FormulaId, formulas } from './formulas.ts';
export {
  type ActivityCost,
  type ActivityProgress,
  type Contribution,
  type Evaluation,
  type Figure,
  type Finding,
  type Performance,
  type UndefinedReason,
} from './performance.ts';
export { PlannedValue, type PlannedValueCell } from './planned-value.ts';
