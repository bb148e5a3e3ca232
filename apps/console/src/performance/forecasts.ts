import { daysBetween } from '../figures/days.ts';
import { type Figure, figureNamed, formatSignedMoney, titleOf } from '../figures/figure.ts';
import { hasText, t, tCode } from '../texts/t.ts';

export interface Forecast {
  readonly figure: Figure;
  /** What it supposes about what is left, in words. */
  readonly method: string;
  /** The same in signs. */
  readonly formula: string;
  /** Against the budget, or the finish of the baseline. */
  readonly against?: string;
}

const FACTORS: Readonly<Record<string, string>> = {
  PF1: '',
  CPI: 'CPI',
  SPI: 'SPI',
  SPI_T: 'SPI(t)',
  SCI: '(SPI × CPI)',
  SCI_T: '(SPI(t) × CPI)',
  '08CPI_02SPI': '(0.8 CPI + 0.2 SPI)',
  '08CPI_02SPI_T': '(0.8 CPI + 0.2 SPI(t))',
};
const COST = /^EAC_(?!T_)(?<factor>.+)$/;
const FINISH = /^EAC_T_(?<basis>PV|ED|ES)_(?<factor>.+)$/;

const over = (sum: string, factor: string) => {
  const sign = FACTORS[factor];
  return sign ? `${sum} ÷ ${sign}` : sum;
};

export function costForecasts(figures: readonly Figure[], locale?: string): readonly Forecast[] {
  const bac = figureNamed(figures, 'BAC')?.amount;
  return figures.flatMap((figure) => {
    const factor = COST.exec(figure.id)?.groups?.['factor'];
    if (!factor) return [];
    const { amount, currency = '' } = figure;
    const against =
      amount === undefined || bac === undefined ? undefined : formatSignedMoney(amount - bac, currency, locale);
    return [
      {
        figure,
        method: methodOf(figure, factor),
        formula: over('AC + (BAC − EV)', factor),
        ...(against && { against }),
      },
    ];
  });
}

export function finishForecasts(figures: readonly Figure[]): readonly Forecast[] {
  const planned = figureNamed(figures, 'PD')?.at;
  return figures.flatMap((figure) => {
    const { basis, factor } = FINISH.exec(figure.id)?.groups ?? {};
    if (!basis || !factor) return [];
    const days = daysBetween(planned, figure.at);
    const method = `${tCode('basis', basis)}: ${methodOf(figure, factor)}`;
    return [
      { figure, method, formula: finishFormula(basis, factor), ...(days !== undefined && { against: signed(days) }) },
    ];
  });
}

function finishFormula(basis: string, factor: string): string {
  if (basis === 'ES') return over('AT + (PD − ES)', factor);
  if (basis === 'ED') return over('AT + (max(PD, AT) − AT × SPI)', factor);
  return factor === 'PF1' ? 'PD − (EV − PV) × PD ÷ BAC' : over('PD', factor);
}

const methodOf = (figure: Figure, factor: string) =>
  hasText(`method.${factor}`) ? tCode('method', factor) : titleOf(figure);
const signed = (days: number) => t('performance.days', { days: `${days > 0 ? '+' : ''}${days}`.replace('-', '−') });
