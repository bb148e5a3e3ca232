import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { EngagementLine } from '../../apps/console/src/api/views.ts';
import { openAs, settled } from './console-page.ts';
import type { Results } from './result.ts';

const suite = 'console';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const TABS = ['plan', 'performance', 'risks', 'issues', 'decisions', 'history'];
const NONE = { bar: 0, stretch: 0, better: 'lower' } as const;

/** Every route of the console, in both themes, as rules of accessibility see it. */
export async function measureAxe(results: Results, browser: Browser, url: string, line: EngagementLine): Promise<void> {
  const engagement = `/engagements/${line.engagementId}`;
  const tabs = TABS.map((tab) => [tab, `${engagement}?tab=${tab}`] as const);
  const routes = [
    ['portfolio', '/'],
    ['overview', engagement],
    ...tabs,
    ['plan as a table', `${engagement}?tab=plan&view=table`],
    ['past', `${engagement}?tab=performance&asOf=${daysAgo(60)}`],
    ['inbox', '/decisions'],
    ['import', '/import'],
    ['events', '/events'],
    ['sql', '/sql'],
    ['system', '/system'],
  ] as const;
  for (const scheme of ['light', 'dark'] as const) {
    const page = await openAs(browser, url, 'director', scheme);
    for (const [name, path] of routes) {
      await page.goto(url + path);
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      for (const { id, help, nodes } of violations) {
        console.error(`${name}, ${scheme}: ${id}, ${help}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
      }
      results.add({
        suite,
        what: `axe violations: ${name}, ${scheme}`,
        value: violations.length,
        unit: 'count',
        ...NONE,
      });
    }
    await page.context().close();
  }
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
