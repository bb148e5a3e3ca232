import { multiply, ratio, roundHalfEven, whole } from '@bw/kernel';
import { readMoney } from './cell-readers.ts';
import type { PlanField } from './import-mapping.ts';
import type { ImportContext } from './plan-draft.ts';
import type { RowCells } from './row-cells.ts';

type Cells = RowCells<PlanField>;
type CostField = 'resourceCost' | 'fixedCost' | 'costPerHour' | 'variableCost' | 'totalCost';

export interface ReadBudget {
  readonly fixed: number;
  readonly variable: number;
}

/**
 * Fixed is what is spent at the start; all else is spent over the working time. Where a total is given, variable is the
 * rest of it. An amount per hour counts only where its product is not given as variable cost.
 */
export function readBudget(cells: Cells, context: ImportContext, duration: number): ReadBudget | undefined {
  const read = (field: CostField) => readCost(cells, field, context);
  const [resource, fixed, hourly, variable, total] = [
    read('resourceCost'),
    read('fixedCost'),
    read('costPerHour'),
    read('variableCost'),
    read('totalCost'),
  ];
  if ([resource, fixed, hourly, variable, total].every((amount) => amount === undefined)) return undefined;
  const worked = variable ?? (hourly === undefined ? undefined : forDuration(hourly, duration));
  const known = resource !== undefined || worked !== undefined;
  const parts = (resource ?? 0) + (worked ?? 0);
  if (known && total !== undefined && total !== parts + (fixed ?? 0)) {
    const detail = `the total is ${total}, its parts are ${parts + (fixed ?? 0)} (minor units); the total counts`;
    cells.notes.warn('COST_DISAGREES', detail, cells.column('totalCost'));
  }
  const budget = { fixed: fixed ?? 0, variable: total === undefined ? parts : total - (fixed ?? 0) };
  if (budget.fixed < 0 || budget.variable < 0) {
    cells.notes.problem(
      'NEGATIVE_BUDGET',
      `fixed ${budget.fixed}, variable ${budget.variable} (minor units)`,
      cells.column('totalCost'),
    );
  }
  return budget;
}

function readCost(cells: Cells, field: CostField, { currency, mapping }: ImportContext): number | undefined {
  const read = cells.read(field, 'BAD_MONEY', (cell) => readMoney(cell, currency, mapping.decimal));
  for (const note of read?.notes ?? []) cells.notes.repair('MONEY_ROUNDED', note, cells.column(field));
  return read?.amount;
}

function forDuration(hourly: number, minutes: number): number {
  const hours = ratio(minutes, 60) ?? whole(0);
  return Number(roundHalfEven(multiply(whole(hourly), hours)));
}
