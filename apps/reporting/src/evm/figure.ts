import { Amount, Code, Count, CurrencyCode, Decimal, Instant, OneOf, SignedMinutes, Text } from '@bw/contracts-base';
import { toDecimal } from '@bw/kernel';
import { type Figure, type FormulaId, formulas, type UndefinedReason } from '@bw/performance-engine';

/** Why a figure has no value. Beside the engine's reasons: without an approved baseline there is nothing to compare with. */
export type NoValue = UndefinedReason | 'NO_BASELINE';

/** A figure as readings give it. Ratios are decimal texts of ten digits, money whole minor units, times working minutes. */
export class FigureView {
  /** Which figure: `CPI`, `EAC_SPI_T`. */
  @Code() readonly id!: string;
  @Text(200) readonly title!: string;
  @Count({ min: 1 }) readonly formulaVersion!: number;
  /** What it would be measured in where it is undefined now. */
  @OneOf('money', 'ratio', 'minutes', 'instant') readonly unit!: string;
  @Amount({ optional: true }) readonly amount?: number;
  @CurrencyCode({ optional: true }) readonly currency?: string;
  @Decimal({ optional: true }) readonly value?: string;
  /** Working minutes of the project's calendar; of a point in time: since project start. */
  @SignedMinutes({ optional: true }) readonly minutes?: number;
  @Instant({ optional: true }) readonly at?: string;
  @Code({ optional: true }) readonly undefinedReason?: string;
}

export const formulaIds = Object.keys(formulas) as readonly FormulaId[]; // a record over exactly these keys

export function figureView(id: FormulaId, figure: Figure, currency: string): FigureView {
  const { title, version: formulaVersion, unit } = formulas[id];
  const formula = { id, title, formulaVersion, unit };
  switch (figure.unit) {
    case 'money':
      return { ...formula, amount: figure.amount, currency };
    case 'ratio':
      return { ...formula, value: toDecimal(figure.ratio) };
    case 'minutes':
      return { ...formula, minutes: figure.minutes };
    case 'instant':
      return { ...formula, minutes: figure.minutes, at: figure.at };
    case 'undefined':
      return { ...formula, undefinedReason: figure.reason };
  }
}

export function undefinedFigure(id: FormulaId, reason: NoValue): FigureView {
  const { title, version: formulaVersion, unit } = formulas[id];
  return { id, title, formulaVersion, unit, undefinedReason: reason };
}
