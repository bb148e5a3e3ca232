import { type TextKey, t, tCode } from '../texts/t.ts';

/** Pages by their address. */
const PAGES: Readonly<Record<string, TextKey>> = {
  '/': 'frame.portfolio',
  '/decisions': 'frame.decisions',
  '/import': 'frame.import',
  '/events': 'frame.events',
  '/sql': 'frame.sql',
};

interface Titled {
  readonly path: string;
  readonly tab?: unknown;
  /** Of the engagement, once it is known. */
  readonly name?: string;
  /** A word where the page shows another point in time than now. */
  readonly past?: string;
}

/** What the window is called: the past first, then the smallest part, the product last. */
export function titleOf({ path, tab, name, past }: Titled): string {
  const page = PAGES[path];
  const isEngagement = path.startsWith('/engagements/');
  const own = isEngagement ? [tCode('tab', typeof tab === 'string' ? tab : 'overview'), name] : [page && t(page)];
  return [past && `⏱ ${past}`, ...own, 'Bridgework'].filter(Boolean).join(' · ');
}
