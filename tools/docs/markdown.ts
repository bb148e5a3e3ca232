/** A table as prettier writes it: cells as wide as their column. */
export function mdTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows.map((row) => row.map(cellOf))];
  const widths = heads.map((_, index) => Math.max(3, ...lines.map((cells) => (cells[index] ?? '').length)));
  const lineOf = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => (cells[index] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [lineOf(head), lineOf(widths.map((width) => '-'.repeat(width))), ...body.map(lineOf)].join('\n');
}

/** A bar would end the cell, and an angle would begin a tag; inside backticks an angle is one. */
const cellOf = (text: string): string => {
  const escaped = text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return text.startsWith('`') ? escaped : escaped.replaceAll('<', '&lt;');
};
