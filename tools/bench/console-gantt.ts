import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { GanttBench } from '../../apps/console/src/gantt/bench/gantt-bench.ts';
import { root } from '../workspace.ts';
import { quantile, type Results } from './result.ts';

const suite = 'console';
const SIZES = [500, 5_000, 20_000];
const REPEATS = 5;
const FRAMES = 120;
/** Ten rows a frame: faster than anybody reads, so that no frame gets away without new rows. */
const PIXELS_A_FRAME = 300;
const MOUNT = { bar: 300, stretch: 200, better: 'lower' } as const;
const SCROLL = { bar: 50, stretch: 34, better: 'lower' } as const;

interface BenchWindow {
  readonly ganttBench: GanttBench;
}

/** The chart by itself, on generated plans of several lengths: how soon it stands, and how it scrolls. */
export async function measureGantt(results: Results, browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bw-gantt-'));
  const console_ = join(root, 'apps/console');
  await build({
    root: console_,
    configFile: join(console_, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(console_, 'gantt-bench.html') } },
  });
  const server = await serve(folder);
  const { port } = server.address() as AddressInfo;
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`http://127.0.0.1:${port}/gantt-bench.html`);
    await page.waitForFunction(() => 'ganttBench' in globalThis);
    for (const size of SIZES) await tellMount(results, page, size);
    await tellScroll(results, page);
    await page.close();
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tellMount(results: Results, page: Page, rows: number): Promise<void> {
  const times: number[] = [];
  const works: number[] = [];
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    let time = 0;
    const work = await workOf(page, async () => {
      time = await page.evaluate((count) => (globalThis as unknown as BenchWindow).ganttBench.mount(count), rows);
    });
    // The first one also warms up.
    if (repeat > 0) times.push(time);
    if (repeat > 0) works.push(work);
    if (repeat < REPEATS) await page.evaluate(() => (globalThis as unknown as BenchWindow).ganttBench.unmount());
  }
  results.add({
    suite,
    what: `Gantt of ${rows} rows mounts, p50`,
    value: quantile(times, 0.5),
    unit: 'ms',
    samples: REPEATS,
    ...MOUNT,
  });
  results.add({
    suite,
    what: `work to mount ${rows} rows, p50`,
    value: quantile(works, 0.5),
    unit: 'ms',
    samples: REPEATS,
  });
  if (rows < Math.max(...SIZES)) {
    await page.evaluate(() => (globalThis as unknown as BenchWindow).ganttBench.unmount());
  }
}

/** Of the longest plan, which is still mounted. */
async function tellScroll(results: Results, page: Page): Promise<void> {
  const scroll = () =>
    page.evaluate(([frames, pixels]) => (globalThis as unknown as BenchWindow).ganttBench.scroll(frames, pixels), [
      FRAMES,
      PIXELS_A_FRAME,
    ] as const);
  const work = await workOf(page, scroll);
  const times = await scroll();
  const about = { suite, unit: 'ms', samples: times.length } as const;
  results.add({ ...about, what: 'work for a frame while 20000 rows scroll, mean', value: work / FRAMES });
  results.add({ ...about, what: 'frame while 20000 rows scroll, p50', value: quantile(times, 0.5) });
  results.add({ ...about, what: 'frame while 20000 rows scroll, p95', value: quantile(times, 0.95), ...SCROLL });
  const nodes = await page.evaluate(() => document.querySelectorAll('.gantt *').length);
  results.add({ suite, what: 'elements of the chart at 20000 rows', value: nodes, unit: 'count' });
  results.add({ suite, what: 'heap with 20000 rows', value: await heapOf(page), unit: 'MB' });
}

/** Work of the page's main thread in milliseconds: other than a wall clock, it does not mind what else the machine does. */
async function workOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await worked();
  await act();
  const work = (await worked()) - before;
  await session.detach();
  return work;
}

/** What JavaScript holds after the rubbish was thrown away. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

const KINDS: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The built page and its files; nothing else is asked for. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const kind = KINDS[extname(pathname)];
    if (!kind || pathname.includes('..')) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kind }).end(readFileSync(join(folder, pathname)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
