import type { Block } from './blocks.ts';

/** Parts what the blocks print: on both streams, so that neither is told as another block's. */
export const markOf = (index: number): string => `\u001e${index}\u001e`;

export interface ScriptOptions {
  /** Address that pages name, and the one at which the product is. */
  readonly addresses: readonly (readonly [written: string, real: string])[];
  /** Command that runs the SQL of its standard input. */
  readonly sql: string;
}

/**
 * All blocks of a page as one script for `bash`, so that what one block sets the next ones have; it ends at the first
 * command that fails.
 */
export function scriptOf(blocks: readonly Block[], { addresses, sql }: ScriptOptions): string {
  const parts = blocks.map((block, index) => {
    const mark = sayMark(index);
    if (block.notRun !== undefined) return mark;
    const text = addresses.reduce((all, [written, real]) => all.replaceAll(written, real), block.text);
    return `${mark}\n${block.language === 'sql' ? `${sql} <<'END_OF_SQL'\n${text}\nEND_OF_SQL` : text}`;
  });
  return ['set -e -o pipefail', ...parts, sayMark(blocks.length), ''].join('\n');
}

const sayMark = (index: number): string => `printf '%s\\n' '${markOf(index)}'; printf '%s\\n' '${markOf(index)}' >&2`;

/** What each block printed; undefined for those that were not reached. */
export function printedBy(blocks: readonly Block[], stream: string): readonly (string | undefined)[] {
  return blocks.map((_, index) => {
    const begin = stream.indexOf(markOf(index));
    if (begin === -1) return undefined;
    const from = begin + markOf(index).length + 1;
    const end = stream.indexOf(markOf(index + 1), from);
    return stream.slice(from, end === -1 ? undefined : end);
  });
}
