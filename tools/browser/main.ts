import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { loadSample } from '../demo/load.ts';
import { launch } from '../product/launch.ts';
import { Office } from '../product/office.ts';
import { build } from '../start/build.ts';
import { root } from '../workspace.ts';
import { Checks } from './checks.ts';
import { startChromium } from './chromium.ts';
import { walks } from './walks.ts';

const HELP = `npm run browser [-- --results FILE] [--url URL] [WORD ...]

A real browser walks through the running product, filled with the sample portfolio. With words: only walks named by one.
  --results  stores the counts in the form in which all tests are counted
  --url      walks through a product that runs already, with its sample portfolio, instead of one of its own
Pictures of the pages, light and dark, wide and narrow, go to coverage/screenshots.`;

const { values, positionals } = parseArgs({
  options: { results: { type: 'string' }, url: { type: 'string' }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = walks.filter(
  ({ name }) => positionals.length === 0 || positionals.some((word) => name.toLowerCase().includes(word.toLowerCase())),
);

if (values.help) console.log(HELP);
else process.exitCode = await main();

async function main(): Promise<number> {
  const checks = new Checks();
  if (!values.url) await build(new AbortController().signal); // the walks read what the build has made
  const browser = await browserOrWhyNot(checks);
  if (browser) {
    try {
      await (values.url ? walkIn(values.url, browser, checks) : walkAll(browser, checks));
    } catch (error) {
      checks.broke('The product runs with the sample portfolio', error);
    } finally {
      await browser.close();
    }
  }
  if (values.results) checks.store(resolve(root, values.results));
  console.log(`${checks.passed} passed, ${checks.failed} failed, ${checks.skipped} skipped`);
  return checks.failed === 0 ? 0 : 1;
}

/** Not every machine has the libraries that a browser needs; that says nothing about the product. */
async function browserOrWhyNot(checks: Checks): Promise<Browser | undefined> {
  try {
    return await startChromium();
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n');
    for (const { name } of wanted) checks.skip(name, `no browser starts here: ${why}`);
    return undefined;
  }
}

async function walkAll(browser: Browser, checks: Checks): Promise<void> {
  const product = await launch({ bus: 'embedded', clock: 'replay' });
  try {
    await loadSample(product.url, () => {}, new AbortController().signal, 'small');
    await new Office(product.url).rest();
    await walkIn(product.url, browser, checks);
  } finally {
    await product.stop();
  }
}

async function walkIn(url: string, browser: Browser, checks: Checks): Promise<void> {
  const office = new Office(url);
  for (const { name, walk } of wanted) {
    console.log(`     ${name}`);
    try {
      await walk({ browser, office, checks });
    } catch (error) {
      checks.broke(`${name}: walked to the end`, error);
    }
  }
}
