import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Checks } from '../browser/checks.ts';
import { launch, type Product } from '../product/launch.ts';
import { Office } from '../product/office.ts';
import { root } from '../workspace.ts';
import { blocksOf } from './blocks.ts';
import { brokenLinks } from './links.ts';
import { runPage, type Place } from './page-run.ts';
import { pagesNamed, provenBy, wantsReplay } from './pages.ts';
import { generatedPages, isStale, write } from './reference.ts';
import { makeScratch } from './scratch.ts';

const HELP = `node tools/docs/main.ts [WORD ...] [--write] [--results FILE] [--url URL --data FOLDER] [--replay URL]

Runs every command block of README.md and docs as a reader would, against the product with a small sample portfolio.
  WORD       only pages with this in their name
  --write    writes the generated pages of the reference anew, in place of comparing them
  --results  stores the counts in the form in which all tests are counted
  --url      a product that runs already, with its data folder, in place of one of its own
  --replay   likewise an empty product on the replay clock, for the pages that want one`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    results: { type: 'string' },
    write: { type: 'boolean', default: false },
    url: { type: 'string' },
    data: { type: 'string' },
    replay: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else process.exitCode = await main();

async function main(): Promise<number> {
  const checks = new Checks();
  const pages = pagesNamed(positionals);
  const product = await productOf();
  const scratch = makeScratch();
  try {
    await checkGenerated(new Office(product.url), checks);
    const place = placeAt(product, scratch.folder);
    for (const page of pages) {
      const broken = brokenLinks(root, page);
      checks.holds(`${page}: every link leads somewhere`, broken.length === 0, broken.join(', '));
      try {
        await runOnItsProduct(page, place, checks);
      } catch (error) {
        checks.broke(`${page} is run`, error);
      }
    }
  } catch (error) {
    checks.broke('The product runs with a sample', error);
  } finally {
    await product.stop();
    scratch.remove();
  }
  if (values.results) checks.store(resolve(root, values.results));
  console.log(`${pages.length} pages: ${checks.passed} passed, ${checks.failed} failed, ${checks.skipped} skipped`);
  return checks.failed === 0 ? 0 : 1;
}

type Target = Pick<Product, 'url' | 'folder' | 'stop'>;

async function productOf(): Promise<Target> {
  const { url, data } = values;
  if (url !== undefined && data !== undefined) return { url, folder: resolve(data), stop: async () => {} };
  return launch({ bus: 'embedded', settings: { BW_SAMPLE: 'small' } });
}

async function checkGenerated(office: Office, checks: Checks): Promise<void> {
  for (const [page, text] of await generatedPages(office)) {
    if (values.write) write(page, text);
    checks.holds(`${page} is what its source says`, !isStale(page, text), 'node tools/docs/main.ts --write');
  }
}

/** A page that wants a product of its own gets one, on the replay clock; all others share the one with the sample. */
async function runOnItsProduct(page: string, shared: Place, checks: Checks): Promise<void> {
  const text = readFileSync(join(root, page), 'utf8');
  if (!wantsReplay(text)) return runAndTell(page, text, shared, checks);
  const { url, stop } = await replayProduct();
  try {
    // Found by its address alone: nothing of the shared one's folder may be taken for it.
    const env = { ...shared.env, BW_DATA: shared.folder };
    await runAndTell(page, text, { ...shared, env, addresses: [['http://127.0.0.1:3100', url]] }, checks);
  } finally {
    await stop();
  }
}

async function replayProduct(): Promise<Pick<Product, 'url' | 'stop'>> {
  return values.replay === undefined
    ? launch({ bus: 'embedded', clock: 'replay' })
    : { url: values.replay, stop: async () => {} };
}

async function runAndTell(page: string, text: string, place: Place, checks: Checks): Promise<void> {
  const blocks = blocksOf(text);
  if (blocks.length === 0) return;
  const elsewhere = provenBy(page);
  const run = elsewhere === undefined ? blocks : blocks.map((block) => ({ ...block, notRun: elsewhere }));
  const begun = performance.now();
  const outcomes = await runPage(run, place);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  const count = (is: string) => outcomes.filter((each) => each.is === is).length;
  console.log(`${page}: ${count('passed')} run, ${count('skipped')} not run, ${count('failed')} failed, ${seconds} s`);
  for (const outcome of outcomes) {
    const name = `${page}:${outcome.block.line}`;
    if (outcome.is === 'skipped') checks.skip(name, outcome.why);
    else checks.holds(name, outcome.is === 'passed', outcome.is === 'failed' ? outcome.why : '');
  }
}

function placeAt({ url, folder: data }: Target, folder: string): Place {
  const env: NodeJS.ProcessEnv = { ...process.env, BW_DATA: data, PATH: pathOfAReader() };
  for (const name of Object.keys(env)) if (/^npm_/i.test(name)) delete env[name];
  const cli = join(root, 'apps/cli/bin/bw.mjs');
  const created = execFileSync(process.execPath, [cli, 'analyst', 'create', `docs_${process.pid}`, '--json'], {
    env,
    encoding: 'utf8',
  });
  const { url: address } = JSON.parse(created) as { url: string };
  return {
    folder,
    env: { ...env, BW_DOCS_SQL: address },
    addresses: [['http://127.0.0.1:3000', url]],
    sql: `'${process.execPath}' '${join(root, 'tools/docs/sql.ts')}'`,
  };
}

/** Without what the repository brings: a reader's shell does not have it either, and `npx` finds it. */
function pathOfAReader(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => !folder.startsWith(join(root, 'node_modules'))).join(delimiter);
}
