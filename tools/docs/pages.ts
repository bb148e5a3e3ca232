import { globSync } from 'node:fs';
import { root } from '../workspace.ts';

/** Pages whose blocks are run: all that a reader may copy from. */
const PAGES = ['README.md', 'docs/**/*.md'];

/** Pages that others prove. */
const PROVEN_ELSEWHERE: readonly (readonly [page: string, by: string])[] = [
  ['docs/performance.md', 'npm run bench measures what it says'],
];

export const provenBy = (page: string): string | undefined => PROVEN_ELSEWHERE.find(([known]) => known === page)?.[1];

/** The pages, the tutorial first: it takes the sample as it is. Some of them, where words of their names are given. */
export function pagesNamed(words: readonly string[]): readonly string[] {
  const all = globSync(PAGES, { cwd: root }).toSorted(
    (one, other) => rank(one) - rank(other) || (one < other ? -1 : 1),
  );
  return words.length === 0 ? all : all.filter((page) => words.some((word) => page.includes(word)));
}

const rank = (page: string): number => (page.includes('tutorial') ? 0 : 1);

/** Whether a page wants an empty product whose time stands still, in place of the one with the sample. */
export const wantsReplay = (page: string): boolean => page.includes('\n<!-- product: replay -->\n');
