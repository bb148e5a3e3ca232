import { type Figure, figureNamed, formatMinutes, formatMoney, isDefined } from '../figures/figure.ts';
import { t } from '../texts/t.ts';

/** From this share of the budget earned on, SPI says little: it always ends at 1. */
const LATE = 0.7;
/** Where nothing else was agreed: good from here on, and bad below there. */
const GOOD = 0.95;
const BAD = 0.9;
const DAY_MS = 86_400_000;

export interface Card {
  readonly figure: Figure;
  readonly label: string;
  readonly note?: string;
  readonly tone?: 'green' | 'amber' | 'red';
  readonly isFaint?: boolean;
}

/** Whether so much is earned that SPI says little. */
export function isLate(figures: readonly Figure[]): boolean {
  const complete = figureNamed(figures, 'PERCENT_COMPLETE');
  return isDefined(complete) && Number(complete.value) > LATE;
}

/** The figures that people ask for first, each with its meaning in words. */
export function cardsOf(figures: readonly Figure[], locale?: string): readonly Card[] {
  const late = isLate(figures);
  const wanted: readonly (Omit<Card, 'figure'> & { readonly id: string })[] = [
    { id: 'CPI', label: 'CPI', note: cpiNote(figures), tone: toneOf(figureNamed(figures, 'CPI')) },
    {
      id: 'SPI',
      label: 'SPI',
      isFaint: late,
      ...(late ? { note: t('performance.spiLate') } : { tone: toneOf(figureNamed(figures, 'SPI')) }),
    },
    { id: 'SPI_T', label: 'SPI(t)', note: timeNote(figures, locale), tone: toneOf(figureNamed(figures, 'SPI_T')) },
    { id: 'EAC_CPI', label: 'EAC', note: budgetNote(figures, locale) },
    { id: 'EAC_T_ES_SPI_T', label: t('performance.earnedFinish'), note: finishNote(figures) },
    { id: 'TCPI_BAC', label: 'TCPI', note: t('card.TCPI') },
  ];
  return wanted.flatMap(({ id, ...card }) => {
    const figure = figureNamed(figures, id);
    return figure ? [{ figure, ...card }] : [];
  });
}

function toneOf(figure: Figure | undefined): Card['tone'] {
  if (!isDefined(figure)) return undefined;
  const value = Number(figure.value);
  if (value >= GOOD) return 'green';
  return value >= BAD ? 'amber' : 'red';
}

function cpiNote(figures: readonly Figure[]): string | undefined {
  const cpi = figureNamed(figures, 'CPI');
  return isDefined(cpi) ? t('card.CPI', { value: Number(cpi.value).toFixed(2) }) : undefined;
}

function timeNote(figures: readonly Figure[], locale?: string): string | undefined {
  const variance = figureNamed(figures, 'SV_T');
  if (!isDefined(variance)) return undefined;
  const { minutes = 0 } = variance;
  if (minutes === 0) return t('card.SPI_T.onTime');
  return t(minutes < 0 ? 'card.SPI_T.behind' : 'card.SPI_T.ahead', { time: formatMinutes(Math.abs(minutes), locale) });
}

function budgetNote(figures: readonly Figure[], locale?: string): string | undefined {
  const variance = figureNamed(figures, 'VAC');
  if (!isDefined(variance)) return undefined;
  const { amount = 0, currency = '' } = variance;
  return t(amount < 0 ? 'card.EAC.over' : 'card.EAC.under', {
    amount: formatMoney(Math.abs(amount), currency, locale),
  });
}

function finishNote(figures: readonly Figure[]): string | undefined {
  const days = daysBetween(figureNamed(figures, 'PD')?.at, figureNamed(figures, 'EAC_T_ES_SPI_T')?.at);
  if (days === undefined) return undefined;
  if (days === 0) return t('card.FINISH.same');
  return t(days > 0 ? 'card.FINISH.late' : 'card.FINISH.early', { days: Math.abs(days) });
}

/** Calendar days from one instant to another; below zero where it lies before. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (!from || !to) return undefined;
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

const COST_FORECAST = /^EAC_(?!T_)/;
const FINISH_FORECAST = /^EAC_T_/;

export interface Forecast {
  readonly figure: Figure;
  readonly method: string;
  /** Against the budget, or the finish of the baseline. */
  readonly against?: string;
}

/** The method stands behind the title of a forecast: `Estimate at completion (CPI)`. */
const methodIn = ({ title }: Figure) => title.replace(/^Estimate at completion |^Forecast finish, /, '');

export function costForecasts(figures: readonly Figure[], locale?: string): readonly Forecast[] {
  const bac = figureNamed(figures, 'BAC')?.amount;
  return figures
    .filter(({ id }) => COST_FORECAST.test(id))
    .map((figure) => {
      const { amount, currency = '' } = figure;
      const against =
        amount === undefined || bac === undefined ? undefined : formatMoney(amount - bac, currency, locale);
      return { figure, method: methodIn(figure).replace(/^\((.*)\)$/, '$1'), against };
    });
}

export function finishForecasts(figures: readonly Figure[]): readonly Forecast[] {
  const planned = figureNamed(figures, 'PD')?.at;
  return figures
    .filter(({ id }) => FINISH_FORECAST.test(id))
    .map((figure) => {
      const days = daysBetween(planned, figure.at);
      return { figure, method: methodIn(figure), against: days === undefined ? undefined : signed(days) };
    });
}

const signed = (days: number) => t('performance.days', { days: `${days > 0 ? '+' : ''}${days}` });

/** Those that stand neither on a card nor among the forecasts. */
export function otherFigures(figures: readonly Figure[]): readonly Figure[] {
  const shown = new Set(cardsOf(figures).map(({ figure }) => figure.id));
  return figures.filter(({ id }) => !shown.has(id) && !id.startsWith('EAC'));
}
