/** Which way is good: `up` the higher the better, `down` the lower, `none` neither. */
export type Direction = 'up' | 'down' | 'none';

/** A figure's definition: what a reading names and what "why this number" shows. A changed meaning is a new version. */
export interface Formula {
  readonly version: number;
  readonly title: string;
  readonly unit: 'money' | 'ratio' | 'minutes' | 'instant';
  readonly direction: Direction;
  /** The formula in words of the glossary. */
  readonly text: string;
  /** Figures it is made from, in the order of the text. */
  readonly operands: readonly FormulaId[];
}

/** Every figure. The ids are a promise: readings, KPI targets and events name them. */
export type FormulaId =
  | 'BAC'
  | 'PV'
  | 'EV'
  | 'AC'
  | 'SV'
  | 'CV'
  | 'SPI'
  | 'CPI'
  | 'PERCENT_COMPLETE'
  | 'PERCENT_SPENT'
  | 'AT'
  | 'PD'
  | 'ES'
  | 'SV_T'
  | 'SPI_T'
  | 'TSPI'
  | 'P_FACTOR'
  | 'SCI'
  | 'SCI_T'
  | 'EAC_PF1'
  | 'EAC_CPI'
  | 'EAC_SPI'
  | 'EAC_SPI_T'
  | 'EAC_SCI'
  | 'EAC_SCI_T'
  | 'EAC_08CPI_02SPI'
  | 'EAC_08CPI_02SPI_T'
  | 'ETC'
  | 'VAC'
  | 'TCPI_BAC'
  | 'TCPI_EAC'
  | 'EAC_T_PV_PF1'
  | 'EAC_T_PV_SPI'
  | 'EAC_T_PV_SCI'
  | 'EAC_T_ED_PF1'
  | 'EAC_T_ED_SPI'
  | 'EAC_T_ED_SCI'
  | 'EAC_T_ES_PF1'
  | 'EAC_T_ES_SPI_T'
  | 'EAC_T_ES_SCI_T';

const money = (
  title: string,
  text: string,
  operands: readonly FormulaId[] = [],
  direction: Direction = 'none',
): Formula => ({ version: 1, title, unit: 'money', direction, text, operands });
const ratio = (title: string, text: string, operands: readonly FormulaId[], direction: Direction = 'up'): Formula => ({
  version: 1,
  title,
  unit: 'ratio',
  direction,
  text,
  operands,
});
const minutes = (
  title: string,
  text: string,
  operands: readonly FormulaId[] = [],
  direction: Direction = 'none',
): Formula => ({ version: 1, title, unit: 'minutes', direction, text, operands });
const instant = (
  title: string,
  text: string,
  operands: readonly FormulaId[] = [],
  direction: Direction = 'down',
): Formula => ({ version: 1, title, unit: 'instant', direction, text, operands });

/** A factor without the brackets that it needs in a formula only. */
const bare = (factor: string): string => (factor.startsWith('(') ? factor.slice(1, -1) : factor);

const eac = (factor: string, ...operands: FormulaId[]) =>
  money(
    `Estimate at completion (${bare(factor)})`,
    `AC + (BAC - EV) / ${factor}`,
    ['AC', 'BAC', 'EV', ...operands],
    'down',
  );
const byEarnedSchedule = (factor: string, ...operands: FormulaId[]) =>
  instant(`Forecast finish, earned schedule (${bare(factor)})`, `AT + (PD - ES) / ${factor}`, [
    'AT',
    'PD',
    'ES',
    ...operands,
  ]);
const byEarnedDuration = (factor: string, ...operands: FormulaId[]) =>
  instant(`Forecast finish, earned duration (${bare(factor)})`, `AT + (max(PD, AT) - AT x SPI) / ${factor}`, [
    'AT',
    'PD',
    'SPI',
    ...operands,
  ]);

/** What every figure means, by its id. */
export const formulas: Readonly<Record<FormulaId, Formula>> = {
  BAC: money('Budget at completion', 'Sum of the budgets (fixed + variable) of the approved baseline'),
  PV: money('Planned value', 'Sum of what each activity was planned to have cost by now, rounded at the activity'),
  EV: money(
    'Earned value',
    "Sum of the budgeted cost of the work done by now, by each activity's earning rule, rounded at the activity",
    [],
    'up',
  ),
  AC: money('Actual cost', 'Sum of the cost recorded by now', [], 'down'),
  SV: money('Schedule variance', 'EV - PV', ['EV', 'PV'], 'up'),
  CV: money('Cost variance', 'EV - AC', ['EV', 'AC'], 'up'),
  SPI: ratio('Schedule performance index', 'EV / PV', ['EV', 'PV']),
  CPI: ratio('Cost performance index', 'EV / AC', ['EV', 'AC']),
  PERCENT_COMPLETE: ratio('Complete', 'EV / BAC', ['EV', 'BAC']),
  PERCENT_SPENT: ratio('Spent', 'AC / BAC', ['AC', 'BAC'], 'none'),
  AT: instant('Actual time', 'Working time from project start to now', [], 'none'),
  PD: instant('Planned duration', 'Working time from project start to the last finish of the baseline', [], 'none'),
  ES: instant(
    'Earned schedule',
    'The time at which the plan was to have earned EV: the last at which PV <= EV; PD when all is earned; AT when EV = PV',
    ['EV', 'PV', 'AT', 'PD'],
    'up',
  ),
  SV_T: minutes('Schedule variance in time', 'ES - AT', ['ES', 'AT'], 'up'),
  SPI_T: ratio('Schedule performance index in time', 'ES / AT', ['ES', 'AT']),
  TSPI: ratio('To-complete schedule performance index', '(PD - ES) / (PD - AT)', ['PD', 'ES', 'AT'], 'down'),
  P_FACTOR: ratio(
    'Schedule adherence',
    'Sum of min(PV at ES, EV) / sum of PV at ES, activity by activity; PV just before ES',
    ['ES', 'EV', 'PV'],
  ),
  SCI: ratio('Critical ratio', 'SPI x CPI', ['SPI', 'CPI']),
  SCI_T: ratio('Critical ratio in time', 'SPI(t) x CPI', ['SPI_T', 'CPI']),
  EAC_PF1: eac('1'),
  EAC_CPI: eac('CPI', 'CPI'),
  EAC_SPI: eac('SPI', 'SPI'),
  EAC_SPI_T: eac('SPI(t)', 'SPI_T'),
  EAC_SCI: eac('(SPI x CPI)', 'SCI'),
  EAC_SCI_T: eac('(SPI(t) x CPI)', 'SCI_T'),
  EAC_08CPI_02SPI: eac('(0.8 CPI + 0.2 SPI)', 'CPI', 'SPI'),
  EAC_08CPI_02SPI_T: eac('(0.8 CPI + 0.2 SPI(t))', 'CPI', 'SPI_T'),
  ETC: money('Estimate to complete', 'EAC (CPI) - AC', ['EAC_CPI', 'AC'], 'down'),
  VAC: money('Variance at completion', 'BAC - EAC (CPI)', ['BAC', 'EAC_CPI'], 'up'),
  TCPI_BAC: ratio(
    'To-complete performance index for the budget',
    '(BAC - EV) / (BAC - AC)',
    ['BAC', 'EV', 'AC'],
    'down',
  ),
  TCPI_EAC: ratio(
    'To-complete performance index for the estimate',
    '(BAC - EV) / (EAC (CPI) - AC)',
    ['BAC', 'EV', 'EAC_CPI', 'AC'],
    'down',
  ),
  EAC_T_PV_PF1: instant('Forecast finish, planned value (1)', 'PD - (EV - PV) x PD / BAC', ['PD', 'EV', 'PV', 'BAC']),
  EAC_T_PV_SPI: instant('Forecast finish, planned value (SPI)', 'PD / SPI', ['PD', 'SPI']),
  EAC_T_PV_SCI: instant('Forecast finish, planned value (SPI x CPI)', 'PD / (SPI x CPI)', ['PD', 'SCI']),
  EAC_T_ED_PF1: byEarnedDuration('1'),
  EAC_T_ED_SPI: byEarnedDuration('SPI'),
  EAC_T_ED_SCI: byEarnedDuration('(SPI x CPI)', 'SCI'),
  EAC_T_ES_PF1: byEarnedSchedule('1'),
  EAC_T_ES_SPI_T: byEarnedSchedule('SPI(t)', 'SPI_T'),
  EAC_T_ES_SCI_T: byEarnedSchedule('(SPI(t) x CPI)', 'SCI_T'),
};
