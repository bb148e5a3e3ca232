import type { Browser, Page } from 'playwright-core';
import type { EngagementLine } from '../../apps/console/src/api/views.ts';
import { t } from '../../apps/console/src/texts/t.ts';
import { heapOf } from './console-gantt.ts';
import { openAs, settled } from './console-page.ts';
import { quantile, type Results } from './result.ts';

const suite = 'console';
const FAST = { bar: 100, stretch: 50, better: 'lower' } as const;
/** The browser reports no interaction that took less. */
const UNREPORTED_MS = 16;

interface Timed {
  readonly interaction: number;
  readonly duration: number;
}

interface EventTiming extends PerformanceEntry {
  readonly interactionId: number;
}

interface TimedWindow {
  readonly timed: Timed[];
}

interface Interaction {
  readonly name: string;
  /** Something a person does, once. */
  readonly act: (page: Page, round: number) => Promise<void>;
  readonly before?: (page: Page) => Promise<void>;
}

/** From what a person does to the next picture on the screen, as the browser itself times it. */
export async function measureInteractions(
  results: Results,
  browser: Browser,
  { url, line, rounds }: { readonly url: string; readonly line: EngagementLine; readonly rounds: number },
): Promise<void> {
  const page = await openAs(browser, url, 'project-manager', 'light');
  await page.addInitScript(observe);
  const all: number[] = [];
  for (const { name, before, act } of interactionsOn(url, line)) {
    await before?.(page);
    await settled(page);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await page.evaluate(() => ((globalThis as unknown as TimedWindow).timed.length = 0));
      await act(page, round);
      await page.waitForTimeout(120);
      times.push(slowestOf(await page.evaluate(() => (globalThis as unknown as TimedWindow).timed)));
    }
    all.push(...times);
    results.add({ suite, what: `${name}, p95`, value: quantile(times, 0.95), unit: 'ms', samples: rounds, ...FAST });
  }
  results.add({
    suite,
    what: 'all interactions, p95',
    value: quantile(all, 0.95),
    unit: 'ms',
    samples: all.length,
    ...FAST,
  });
  results.add({ suite, what: 'heap after all interactions', value: await heapOf(page), unit: 'MB' });
  await page.context().close();
}

function interactionsOn(url: string, { engagementId }: EngagementLine): readonly Interaction[] {
  const engagement = `${url}/engagements/${engagementId}`;
  const tabs = [t('tab.plan'), t('tab.performance'), t('tab.risks'), t('tab.history')];
  // A tab may say how many there are behind its name.
  const openTab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  return [
    {
      name: 'open a view of an engagement',
      before: async (page) => {
        await page.goto(engagement);
        await settled(page);
        // What is timed is the console, not the first fetch of its parts.
        for (const tab of tabs) {
          await openTab(page, tab);
          await settled(page);
        }
      },
      act: async (page, round) => {
        await openTab(page, tabs[round % tabs.length] ?? '');
        await settled(page);
      },
    },
    {
      name: 'open the palette',
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.waitForTimeout(150);
        await page.keyboard.press('Escape');
      },
    },
    {
      name: 'walk down the Gantt',
      before: async (page) => {
        await page.goto(`${engagement}?tab=plan`);
        await page.locator('.gantt-row').first().focus();
      },
      act: (page, round) => page.keyboard.press(round % 20 < 10 ? 'ArrowDown' : 'ArrowUp'),
    },
    {
      name: 'fold a summary of the Gantt',
      act: (page) => page.locator('[data-twist]').first().click(),
    },
    {
      name: 'open an activity',
      act: async (page, round) => {
        await page
          .locator('.gantt-text[data-opens]')
          .nth(2 + (round % 3))
          .click();
        await page.getByRole('dialog').waitFor();
        await settled(page);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      },
    },
    {
      name: 'change the day as of which everything is shown',
      before: async (page) => page.goto(`${engagement}?tab=plan`).then(() => undefined),
      act: async (page) => {
        const slider = page
          .getByRole('region', { name: t('point.region') })
          .getByRole('slider')
          .first();
        await slider.focus();
        await page.keyboard.press('ArrowLeft');
      },
    },
    {
      name: 'open why a number is what it is',
      before: async (page) => page.goto(engagement).then(() => undefined),
      act: async (page, round) => {
        await page
          .locator('.figure-button')
          .nth(round % 3)
          .click();
        await page.getByRole('dialog').waitFor();
        await settled(page);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      },
    },
    {
      name: 'filter the portfolio',
      before: async (page) => page.goto(url).then(() => undefined),
      act: async (page, round) => {
        const field = page.getByRole('main').getByRole('textbox').first();
        await field.press(round % 2 === 0 ? 'n' : 'Backspace');
      },
    },
  ];
}

/** Runs in the page, before anything else of it. */
function observe(): void {
  const timed: Timed[] = [];
  Object.assign(globalThis, { timed });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId } = entry as EventTiming;
      if (interactionId > 0) timed.push({ interaction: interactionId, duration: entry.duration });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
}

function slowestOf(timed: readonly Timed[]): number {
  return Math.max(UNREPORTED_MS, ...timed.map(({ duration }) => duration));
}
