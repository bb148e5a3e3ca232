/** What a reader of a page copies and runs. */
export interface Block {
  /** Of the fence, counted from 1. */
  readonly line: number;
  readonly language: 'sh' | 'sql';
  readonly text: string;
  /** Why the block is not run here, where its page says so. */
  readonly notRun?: string;
  /** What the page says that it prints. */
  readonly prints?: string;
}

interface Fence {
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The line above the fence that is not empty. */
  readonly above: string;
}

const RUN = new Set(['sh', 'sql']);
const NOT_RUN = /^<!-- not run: (.+) -->$/;
const PRINTS = '<!-- prints -->';

/**
 * The blocks of a page in order. `<!-- not run: reason -->` above a fence leaves it out; `<!-- prints -->` above a text
 * fence says that the block before it prints that. Fences in other languages are there to be read.
 */
export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const { line, language, text, above } of fencesOf(page)) {
    const [, notRun] = NOT_RUN.exec(above) ?? [];
    const last = blocks.at(-1);
    if (above === PRINTS) {
      if (!last || last.prints !== undefined) throw new Error(`Line ${line}: nothing was run that could print this.`);
      blocks[blocks.length - 1] = { ...last, prints: text };
    } else if (language === 'sh' || language === 'sql') {
      blocks.push({ line, language, text, ...(notRun !== undefined && { notRun }) });
    } else if (notRun !== undefined) {
      throw new Error(
        `Line ${line}: only ${[...RUN].join(' and ')} are run, not ${language || 'a fence without language'}.`,
      );
    }
  }
  return blocks;
}

function* fencesOf(page: string): Generator<Fence> {
  const lines = page.split('\n');
  let above = '';
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] ?? '';
    const [, ticks, language] = /^\s*(`{3,})(\S*)/.exec(text) ?? [];
    if (ticks === undefined) {
      if (text.trim() !== '') above = text.trim();
      continue;
    }
    const begin = index;
    const end = lines.findIndex((each, at) => at > begin && each.trim() === ticks);
    if (end === -1) throw new Error(`Line ${begin + 1}: this fence is never closed.`);
    yield { line: begin + 1, language: language ?? '', text: lines.slice(begin + 1, end).join('\n'), above };
    above = '';
    index = end;
  }
}
