const ANYTHING = '…';

/**
 * Whether something was printed as a page says. `…` stands for anything within a line; alone in its line, for any number
 * of lines. Blanks at the end of lines do not count.
 */
export function isPrinted(said: string, printed: string): boolean {
  const lines = said
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
  const pattern = lines.map((line) => (line.trim() === ANYTHING ? '(?:.*\n)*?' : `${lineOf(line)}\n`)).join('');
  const normal = printed
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  return new RegExp(`^${pattern}$`).test(`${normal}\n`);
}

const lineOf = (line: string): string =>
  line
    .split(ANYTHING)
    .map((text) => RegExp.escape(text))
    .join('.*');
