import { daysBetween } from '../figures/days.ts';
import { type Figure, figureNamed, formatMinutes, formatMoney, formatRatio, isDefined } from '../figures/figure.ts';
import { t } from '../texts/t.ts';

/** From this share of the budget earned on, SPI says little: it always ends at 1. */
const LATE = 0.7;
/** Where nothing else was agreed: good from here on, and bad below there. */
const GOOD = 0.95;
const BAD = 0.9;

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
    { id: 'CPI', label: 'CPI', note: cpiNote(figures, locale), tone: toneOf(figureNamed(figures, 'CPI')) },
    { id: 'SPI_T', label: 'SPI(t)', note: timeNote(figures, locale), tone: toneOf(figureNamed(figures, 'SPI_T')) },
    {
      id: 'SPI',
      label: 'SPI',
      isFaint: late,
      ...(late
        ? { note: t('performance.spiLate') }
        : { note: spiNote(figures), tone: toneOf(figureNamed(figures, 'SPI')) }),
    },
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

function cpiNote(figures: readonly Figure[], locale?: string): string | undefined {
  const cpi = figureNamed(figures, 'CPI');
  return isDefined(cpi) ? t('card.CPI', { value: formatRatio(cpi.value ?? '', locale) }) : undefined;
}

function spiNote(figures: readonly Figure[]): string | undefined {
  return isDefined(figureNamed(figures, 'SPI')) ? t('card.SPI') : undefined;
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
  return t(days > 0 ? 'card.FINISH.late' : 'card.FINISH.early', { count: Math.abs(days) });
}

/** Those that stand neither on a card nor among the forecasts. */
export function otherFigures(figures: readonly Figure[]): readonly Figure[] {
  const shown = new Set(cardsOf(figures).map(({ figure }) => figure.id));
  return figures.filter(({ id }) => !shown.has(id) && !id.startsWith('EAC'));
}
