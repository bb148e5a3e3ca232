import { stripVTControlCharacters, styleText } from 'node:util';

/** How a word is coloured; plain text where colours are off. */
export type Painter = (style: Parameters<typeof styleText>[0], text: string) => string;

export const painter =
  (colours: boolean): Painter =>
  (style, text) =>
    colours ? styleText(style, text, { validateStream: false }) : text;

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand below each other by their end. */
  readonly right?: boolean;
}

/** Rows below their heads, as wide as what stands in them; the last column is never padded. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly string[] {
  const lines = [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => widthOf(cells[index] ?? ''))));
  return lines.map((cells) =>
    cells
      .map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]?.right ?? false))
      .join('  ')
      .trimEnd(),
  );
}

const widthOf = (text: string): number => stripVTControlCharacters(text).length;

function padded(text: string, width: number, right: boolean): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? gap + text : text + gap;
}
