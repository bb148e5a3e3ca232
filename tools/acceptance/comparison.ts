import { instantOf } from './published-zone.ts';
import type { WorkWeek } from './dslib.ts';

/** A figure as `/api/v1/evm` gives it. */
export interface Figure {
  readonly id: string;
  readonly amount?: number;
  readonly value?: string;
  readonly at?: string;
  readonly undefinedReason?: string;
}

export interface Reading {
  readonly point: { readonly asOf: string; readonly cut: string };
  readonly figures: readonly Figure[];
  readonly lineage: string;
}

/** Published columns by our figure. Tolerances: the files print ratios to ten places and money as rounded sums of floats. */
export const RATIOS: Readonly<Record<string, string>> = {
  SPI: 'spi',
  CPI: 'cpi',
  SPI_T: 'spi_t',
  P_FACTOR: 'p_factor',
};
export const RATIO_TOLERANCE = 1e-6;
export const MONEY: Readonly<Record<string, string>> = {
  PV: 'pv',
  EV: 'ev',
  AC: 'ac',
  SV: 'sv',
  CV: 'cv',
  EAC_PF1: 'eac_pf1',
  EAC_CPI: 'eac_cpi',
  EAC_SPI: 'eac_spi',
  EAC_SPI_T: 'eac_spi_t',
  EAC_SCI: 'eac_sci',
  EAC_SCI_T: 'eac_sci_t',
  EAC_08CPI_02SPI: 'eac_08cpi_02spi',
  EAC_08CPI_02SPI_T: 'eac_08cpi_02spi_t',
};
/** Half a cent. */
export const MONEY_TOLERANCE = 0.5;
export const INSTANTS: Readonly<Record<string, string>> = {
  ES: 'es',
  EAC_T_PV_PF1: 'eac_t_pv_pf1',
  EAC_T_PV_SPI: 'eac_t_pv_spi',
  EAC_T_PV_SCI: 'eac_t_pv_sci',
  EAC_T_ED_PF1: 'eac_t_ed_pf1',
  EAC_T_ED_SPI: 'eac_t_ed_spi',
  EAC_T_ED_SCI: 'eac_t_ed_sci',
  EAC_T_ES_PF1: 'eac_t_es_pf1',
  EAC_T_ES_SPI_T: 'eac_t_es_spi_t',
  EAC_T_ES_SCI_T: 'eac_t_es_sci_t',
};
/** The published dates are rounded to the working hour. */
export const INSTANT_TOLERANCE_MINUTES = 30;

export interface Comparison {
  readonly compared: number;
  readonly wrong: readonly string[];
}

/** Every published result of one date against the reading; empty columns are not compared. */
export function compare(reading: Reading, results: Readonly<Record<string, string>>, week: WorkWeek): Comparison {
  const wrong: string[] = [];
  let compared = 0;
  const each = (columns: Readonly<Record<string, string>>, agrees: (figure: Figure, published: string) => boolean) => {
    for (const [id, column] of Object.entries(columns)) {
      const published = results[column] ?? '';
      if (published === '') continue;
      compared += 1;
      const figure = reading.figures.find((candidate) => candidate.id === id);
      if (!figure || !agrees(figure, published)) wrong.push(`${id} is ${shown(figure)}, published ${published}`);
    }
  };
  each(RATIOS, ({ value }, published) => Math.abs(Number(value) - Number(published)) < RATIO_TOLERANCE);
  each(MONEY, ({ amount }, published) => Math.abs((amount ?? NaN) - Number(published) * 100) <= MONEY_TOLERANCE);
  each(
    INSTANTS,
    ({ at }, published) => Math.abs(workBetween(at ?? '', instantOf(published), week)) <= INSTANT_TOLERANCE_MINUTES,
  );
  return { compared, wrong };
}

const shown = (figure: Figure | undefined) =>
  figure?.value ?? figure?.amount ?? figure?.at ?? figure?.undefinedReason ?? 'absent';

const MINUTE = 60_000;
const FAR = 400 * 24 * 60;

/** Working minutes between two instants, counted minute by minute: slow, and independent of the product's own arithmetic. */
function workBetween(a: string, b: string, week: WorkWeek): number {
  const [from, to] = [Date.parse(a), Date.parse(b)].toSorted((x, y) => x - y);
  if (from === undefined || to === undefined || Number.isNaN(from) || (to - from) / MINUTE > FAR) return Number.NaN;
  let minutes = 0;
  for (let at = from; at < to; at += MINUTE) if (isWorking(at, week)) minutes += 1;
  return minutes;
}

function isWorking(at: number, { shifts, holidays }: WorkWeek): boolean {
  const local = localOf(at);
  if (holidays.includes(local.day)) return false;
  return shifts.some(({ weekday, from, to }) => weekday === local.weekday && from <= local.time && local.time < to);
}

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
});

function localOf(at: number): { readonly day: string; readonly time: string; readonly weekday: number } {
  const [day = '', time = ''] = format.format(at).split(' ');
  return { day, time, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7 };
}
