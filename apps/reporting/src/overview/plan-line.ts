import { type Instant, toDecimal } from '@bw/kernel';
import type { FormulaId } from '@bw/performance-engine';
import { dataDates } from '../evm/evm.query.ts';
import type { Measured } from '../evm/performance.query.ts';
import type { PlanAsked } from '../evm/plan-reading.ts';
import { latestRun } from '../plan-activities/plan-activities.query.ts';
import type { PlanLine } from './overview.views.ts';

/** A plan in a few figures; what is undefined is left out. */
export async function planLine(asked: PlanAsked, measured: Measured | undefined): Promise<PlanLine> {
  const { planId, plan, dataDate, evaluatedAt, evaluation, baseline } = asked;
  const run = await latestRun(evaluation, planId);
  return {
    planId,
    title: plan.title,
    currency: plan.currency,
    ...(dataDate !== undefined && { dataDate }),
    evaluatedAt,
    ...(baseline && { baselineId: baseline.baselineId, baselineFinish: baseline.captured.totals.finish }),
    ...money(measured, 'bac', 'BAC'),
    ...money(measured, 'pv', 'PV'),
    ...money(measured, 'ev', 'EV'),
    ...money(measured, 'ac', 'AC'),
    ...money(measured, 'eac', 'EAC_CPI'),
    ...decimal(measured, 'cpi', 'CPI'),
    ...decimal(measured, 'spiT', 'SPI_T'),
    ...(run && { forecastFinish: run.finish }),
    ...instant(measured, 'earnedFinish', 'EAC_T_ES_SPI_T'),
  };
}

function money(measured: Measured | undefined, name: keyof PlanLine, id: FormulaId) {
  const figure = measured?.performance.figures[id];
  return figure?.unit === 'money' ? { [name]: figure.amount } : {};
}

function decimal(measured: Measured | undefined, name: keyof PlanLine, id: FormulaId) {
  const figure = measured?.performance.figures[id];
  return figure?.unit === 'ratio' ? { [name]: toDecimal(figure.ratio) } : {};
}

function instant(measured: Measured | undefined, name: keyof PlanLine, id: FormulaId) {
  const figure = measured?.performance.figures[id];
  return figure?.unit === 'instant' ? { [name]: figure.at } : {};
}

/** The data date before the one that the plan was evaluated at. */
export async function dateBefore(asked: PlanAsked): Promise<Instant | undefined> {
  return (await dataDates(asked)).findLast((date) => date < asked.evaluatedAt);
}
