import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../workspace.ts';
import { addressesOf } from './addresses.ts';
import { NARROW, type Walk, Visit, WIDE } from './visit.ts';

const FOLDER = join(root, 'coverage/screenshots');

/** Opens each page both ways and at both widths, and keeps a picture of it. */
export async function looksWalk(walk: Walk): Promise<void> {
  const { checks } = walk;
  const pages = await addressesOf(walk);
  mkdirSync(FOLDER, { recursive: true });
  const visit = await Visit.begin(walk);
  await visit.signIn(checks, 'director');
  const { page } = visit;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      const wide: string[] = [];
      for (const { name, path } of pages) {
        await visit.open(path);
        // A drawer lies over what the window shows, and history is long: there the window is the picture.
        const fullPage = !['why', 'history'].includes(name);
        await page.screenshot({ path: join(FOLDER, `${name}-${scheme}-${size.width}.png`), fullPage });
        if (await scrollsSideways(page)) wide.push(name);
      }
      checks.equals(`${scheme}, ${size.width} px: no page scrolls sideways`, wide, []);
    }
    const background = await brightness(page);
    checks.holds(`${scheme}: the page is ${scheme}`, background > 128 === (scheme === 'light'), `${background}`);
  }
  await visit.end(checks, 'All pages');
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Of the page's background, from 0 to 255. */
async function brightness(page: Page): Promise<number> {
  const colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const parts = (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  return parts.reduce((sum, part) => sum + part, 0) / 3;
}
