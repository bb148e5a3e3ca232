import { startChromium } from '../browser/chromium.ts';
import { loadSample } from '../demo/load.ts';
import { launch } from '../product/launch.ts';
import { Office } from '../product/office.ts';
import { measureAxe } from './console-axe.ts';
import { measureGantt } from './console-gantt.ts';
import { measureInteractions } from './console-interactions.ts';
import { measureScripts } from './console-load.ts';
import { busiest } from './console-page.ts';
import type { Results } from './result.ts';

export interface ConsoleOptions {
  /** How often each interaction is done. */
  readonly rounds: number;
  /** A product that runs already, with data in it; without it one is started with the sample. */
  readonly url?: string;
}

/** What people feel: how much is loaded, how soon the chart stands, how fast the console answers, and whom it keeps out. */
export async function measureConsole(results: Results, { rounds, url }: ConsoleOptions): Promise<void> {
  measureScripts(results);
  const browser = await startChromium();
  try {
    await measureGantt(results, browser);
    const product = url === undefined ? await launch({ bus: 'embedded', clock: 'replay' }) : undefined;
    try {
      const address = url ?? product?.url ?? '';
      const office = new Office(address);
      if (product) {
        await loadSample(address, () => {}, new AbortController().signal);
        await office.rest();
      }
      const line = await busiest(await office.as('director'));
      await measureInteractions(results, browser, { url: address, line, rounds });
      await measureAxe(results, browser, address, line);
    } finally {
      await product?.stop();
    }
  } finally {
    await browser.close();
  }
}
