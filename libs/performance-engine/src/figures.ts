import { compare, type Ratio, whole } from '@bw/kernel';
import { type Exact, isDefined, minus, over, plus, rounded, tenths, times, toComplete } from './exact.ts';
import { type FormulaId, formulas } from './formulas.ts';
import type { Figure, UndefinedReason } from './performance.ts';

/** The numbers from which all others follow: money in minor units, times in working minutes. */
export interface Basics {
  readonly bac: number;
  readonly pv: number;
  readonly ev: number;
  readonly ac: number;
  /** Before the rounding at the activity: what indices and forecasts are made of. */
  readonly exactPv: Ratio;
  readonly exactEv: Ratio;
  readonly actualTime: number;
  readonly plannedDuration: number;
  readonly earnedSchedule: number;
  /** The sums of the p-factor over all activities. */
  readonly pvAtEs: number;
  readonly earnedOfPvAtEs: number;
}

/** Every figure as an exact number, by the formula of the same id in `formulas`. */
export function exactFigures(basics: Basics): Readonly<Record<FormulaId, Exact>> {
  const [BAC, PV, EV, AC] = [whole(basics.bac), basics.exactPv, basics.exactEv, whole(basics.ac)];
  const [publishedPv, publishedEv] = [whole(basics.pv), whole(basics.ev)];
  const [AT, PD, ES] = [whole(basics.actualTime), whole(basics.plannedDuration), whole(basics.earnedSchedule)];
  const ONE = whole(1);

  const SPI = over(EV, PV, 'NO_PLAN_YET');
  const CPI = over(EV, AC, 'NO_COST_YET');
  const SPI_T = over(ES, AT, 'NOT_STARTED');
  const SCI = times(SPI, CPI);
  const SCI_T = times(SPI_T, CPI);
  const blend = (index: Exact) => plus(times(tenths(8), CPI), times(tenths(2), index));

  const workLeft = minus(BAC, EV);
  const eac = (factor: Exact) => plus(AC, over(workLeft, factor, 'NOTHING_EARNED_YET'));
  const EAC_CPI = eac(CPI);

  const timeLeft = minus(PD, ES);
  const byEarnedSchedule = (factor: Exact) => plus(AT, over(timeLeft, factor, 'NOTHING_EARNED_YET'));
  const atLeastNow = compare(PD, AT) < 0 ? AT : PD;
  const durationLeft = minus(atLeastNow, times(AT, SPI));
  const byEarnedDuration = (factor: Exact) => plus(AT, over(durationLeft, factor, 'NOTHING_EARNED_YET'));

  const noneAtEs = basics.ev > 0 ? 'NO_PLAN_YET' : 'NOTHING_EARNED_YET';
  return {
    BAC,
    PV: publishedPv,
    EV: publishedEv,
    AC,
    SV: minus(publishedEv, publishedPv),
    CV: minus(publishedEv, AC),
    SPI,
    CPI,
    PERCENT_COMPLETE: over(EV, BAC, 'NO_BUDGET'),
    PERCENT_SPENT: over(AC, BAC, 'NO_BUDGET'),
    AT,
    PD,
    ES,
    SV_T: minus(ES, AT),
    SPI_T,
    TSPI: toComplete(timeLeft, minus(PD, AT), 'PLANNED_TIME_PASSED'),
    P_FACTOR: over(whole(basics.earnedOfPvAtEs), whole(basics.pvAtEs), noneAtEs),
    SCI,
    SCI_T,
    EAC_PF1: eac(ONE),
    EAC_CPI,
    EAC_SPI: eac(SPI),
    EAC_SPI_T: eac(SPI_T),
    EAC_SCI: eac(SCI),
    EAC_SCI_T: eac(SCI_T),
    EAC_08CPI_02SPI: eac(blend(SPI)),
    EAC_08CPI_02SPI_T: eac(blend(SPI_T)),
    ETC: minus(EAC_CPI, AC),
    VAC: minus(BAC, EAC_CPI),
    TCPI_BAC: toComplete(workLeft, minus(BAC, AC), 'BUDGET_SPENT'),
    TCPI_EAC: toComplete(workLeft, minus(EAC_CPI, AC), 'BUDGET_SPENT'),
    EAC_T_PV_PF1: minus(PD, over(times(minus(EV, PV), PD), BAC, 'NO_BUDGET')),
    EAC_T_PV_SPI: over(PD, SPI, 'NOTHING_EARNED_YET'),
    EAC_T_PV_SCI: over(PD, SCI, 'NOTHING_EARNED_YET'),
    EAC_T_ED_PF1: byEarnedDuration(ONE),
    EAC_T_ED_SPI: byEarnedDuration(SPI),
    EAC_T_ED_SCI: byEarnedDuration(SCI),
    EAC_T_ES_PF1: byEarnedSchedule(ONE),
    EAC_T_ES_SPI_T: byEarnedSchedule(SPI_T),
    EAC_T_ES_SCI_T: byEarnedSchedule(SCI_T),
  };
}

/** Turns project time into an instant, or says why there is none. */
export type Instants = (id: FormulaId, minutes: number) => Figure;

/** The figure as it is published: money and times rounded once, ratios as they are. */
export function published(id: FormulaId, value: Exact, instants: Instants): Figure {
  if (!isDefined(value)) return { unit: 'undefined', reason: value };
  switch (formulas[id].unit) {
    case 'money':
      return safe(rounded(value), (amount) => ({ unit: 'money', amount }));
    case 'ratio':
      return { unit: 'ratio', ratio: value };
    case 'minutes':
      return safe(rounded(value), (minutes) => ({ unit: 'minutes', minutes }));
    case 'instant':
      return safe(rounded(value), (minutes) => instants(id, minutes));
  }
}

const TOO_FAR: UndefinedReason = 'TOO_FAR';

/** A forecast divided by next to nothing may leave the whole numbers: no amount then, rather than a wrong one. */
function safe(value: number, figure: (value: number) => Figure): Figure {
  return Number.isSafeInteger(value) ? figure(value) : { unit: 'undefined', reason: TOO_FAR };
}
