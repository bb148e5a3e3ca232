import type { Browser, Page } from 'playwright-core';
import type { EngagementLine } from '../../apps/console/src/api/views.ts';
import { type ApiClient, devToken } from '../../libs/client/src/index.ts';
import { portfolioOf } from '../browser/readings.ts';

const PATIENCE_MS = 30_000;

/** Where the console keeps the token of whoever is signed in. */
const TOKEN_KEY = 'bw.token';

/** A window of the console in which somebody is signed in; the way through the sign-in pages is walked by the browser tests. */
export async function openAs(browser: Browser, url: string, persona: string, scheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const pair = [TOKEN_KEY, await devToken(url, persona)] as const;
  await context.addInitScript(([key, token]) => sessionStorage.setItem(key, token), pair);
  return context.newPage();
}

/** The engagement of the sample with the most to show. */
export async function busiest(client: ApiClient): Promise<EngagementLine> {
  const [line] = (await portfolioOf(client)).toSorted((a, b) => weightOf(b) - weightOf(a));
  if (!line) throw new Error('The sample has no engagement.');
  return line;
}

const weightOf = ({ plans, issues, risks, code }: EngagementLine): number =>
  (code === 'NORD-WMS' ? 1_000 : 0) + plans.length * 10 + issues.severity1 + issues.severity2 + risks.open;

/** Waits until nothing on the page is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main') !== null);
  for (let quiet = 0; quiet < 3;) {
    await page.waitForTimeout(150);
    const isLoading = await page.evaluate(() => document.querySelector('.mantine-Skeleton-root') !== null);
    quiet = isLoading ? 0 : quiet + 1;
  }
}
