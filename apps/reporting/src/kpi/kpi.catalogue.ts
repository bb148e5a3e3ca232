import type { FormulaId } from '@bw/performance-engine';

/** A key figure that can be measured from a plan's performance. */
export interface KeyFigure {
  readonly kpi: string;
  readonly title: string;
  /** The figure that it is; the formula's version is the figure's. */
  readonly formula: FormulaId;
}

/** The key figures of the catalogue that are in use. Others can be agreed; until they are in use they have no value. */
export const keyFigures: readonly KeyFigure[] = [
  { kpi: 'K01', title: 'Cost performance index', formula: 'CPI' },
  { kpi: 'K02', title: 'Schedule performance index by earned schedule', formula: 'SPI_T' },
  { kpi: 'K03', title: 'Schedule performance index', formula: 'SPI' },
  { kpi: 'K11', title: 'Schedule adherence', formula: 'P_FACTOR' },
];

export const keyFigureOf = (kpi: string): KeyFigure | undefined => keyFigures.find((each) => each.kpi === kpi);
