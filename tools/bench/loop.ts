import { readFileSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import { ApiProblem } from '../../libs/client/src/index.ts';
import { launch, type LaunchOptions, makeDataFolder, type Product } from '../product/launch.ts';
import { Office } from '../product/office.ts';
import { type Field, newCommand, prepareField, reportOf } from './field.ts';
import { quantile, type Results } from './result.ts';

export interface LoopOptions {
  readonly bus: LaunchOptions['bus'];
  readonly brokers?: string;
  readonly samples: number;
  readonly events: number;
}

const WARM_UP = 20;
const BATCH = 500;
const suite = 'loop';

/** Command to visible, throughput, start-up and memory of the product as its users start it, on one bus. */
export async function measureLoop(results: Results, options: LoopOptions): Promise<void> {
  const { bus } = options;
  const folder = makeDataFolder();
  const start = { bus, folder, ...(options.brokers && { brokers: options.brokers }) };
  const cold = await launch(start);
  results.add({ suite, what: 'start with an empty data folder', bus, value: cold.startedInMs / 1000, unit: 's' });
  await cold.stop();
  if (bus === 'embedded') await tellSampleStart(results);
  const product = await launch(start);
  try {
    results.add({ suite, what: 'start again', bus, value: product.startedInMs / 1000, unit: 's' });
    tellMemory(results, product, { bus, when: 'after the start' });
    const office = new Office(product.url);
    const field = await prepareField(office);
    const next = await tellLatency(results, { ...options, field, product });
    await tellThroughput(results, { ...options, field, office, from: next });
    tellMemory(results, product, { bus, when: 'after the load' });
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a stranger meets it: the first `npm start`, with the sample portfolio played in. */
async function tellSampleStart(results: Results): Promise<void> {
  const product = await launch({ bus: 'embedded', settings: { BW_SAMPLE: 'full' } });
  await product.stop();
  const value = product.startedInMs / 1000;
  results.add({ suite, what: 'first start, sample data included', bus: 'embedded', value, unit: 's' });
}

interface OnField extends LoopOptions {
  readonly field: Field;
}

/** Posts a report of progress, then reads earned value as of that report; returns the next free report number. */
async function tellLatency(results: Results, { field, bus, samples, product }: OnField & { product: Product }) {
  const peer = { name: 'a committed INSERT of one row', value: await bareInsert(product, samples) };
  const [written, visible]: [number[], number[]] = [[], []];
  for (let number = 0; number < WARM_UP + samples; number++) {
    const { activityId, ...report } = reportOf(field, number);
    const begun = performance.now();
    const { position } = await field.manager.post(`/api/v1/activities/${activityId}/progress?policy=historic`, report);
    const answered = performance.now();
    await readAt(field, position);
    if (number < WARM_UP) continue;
    written.push(answered - begun);
    visible.push(performance.now() - begun);
  }
  const about = { suite, bus, unit: 'ms', samples } as const;
  results.add({ ...about, what: 'command answered, p50', value: quantile(written, 0.5), peer });
  results.add({ ...about, what: 'command answered, p99', value: quantile(written, 0.99) });
  results.add({ ...about, what: 'command to visible in earned value, p50', value: quantile(visible, 0.5), peer });
  results.add({ ...about, what: 'command to visible in earned value, p99', value: quantile(visible, 0.99) });
  return WARM_UP + samples;
}

/** The read waits for the position by itself; where it gave up waiting it is asked again. */
async function readAt({ manager, planId }: Field, minPosition: string): Promise<void> {
  for (;;) {
    try {
      await manager.get('/api/v1/evm', { plan: planId, minPosition });
      return;
    } catch (error) {
      if (!(error instanceof ApiProblem && error.problem.code === 'NOT_YET')) throw error;
    }
  }
}

/** The peer: the same server, one connection, one row, one commit, and the way there and back. */
async function bareInsert(product: Product, samples: number): Promise<number> {
  const client = new Client({ connectionString: product.running().adminUrl });
  await client.connect();
  try {
    await client.query('create table if not exists bench_peer (id bigserial primary key, body jsonb not null)');
    const body = JSON.stringify({ kind: 'progress', minutes: 480, about: 'x'.repeat(300) });
    const times: number[] = [];
    for (let number = 0; number < samples; number++) {
      const begun = performance.now();
      await client.query('insert into bench_peer (body) values ($1)', [body]);
      times.push(performance.now() - begun);
    }
    await client.query('drop table bench_peer');
    return quantile(times, 0.5);
  } finally {
    await client.end();
  }
}

/** Batches of reports, until reporting has folded the last of them. All events that came of it count. */
async function tellThroughput(
  results: Results,
  { field, bus, events, office, from }: OnField & { office: Office; from: number },
): Promise<void> {
  await office.rest();
  const before = await feedEnd(office);
  const begun = performance.now();
  let last = '';
  for (let number = 0; number < events; number += BATCH) {
    const lines = Array.from({ length: Math.min(BATCH, events - number) }, (_, index) => ({
      command: newCommand(),
      ...reportOf(field, from + number + index),
    }));
    const answers = await field.manager.batch('/api/v1/progress/batch?policy=historic', lines);
    const refused = answers.find(({ status }) => status >= 300);
    if (refused) throw new Error(`Line ${refused.line} was refused: ${JSON.stringify(refused.problem)}`);
    last = answers.at(-1)?.position ?? last;
  }
  const accepted = (performance.now() - begun) / 1000;
  await readAt(field, last);
  const seconds = (performance.now() - begun) / 1000;
  const counted = (await feedEnd(office)) - before;
  const about = { suite, bus, unit: 'events/s' } as const;
  results.add({ ...about, what: 'reports accepted from batches', value: events / accepted, samples: events });
  results.add({ ...about, what: 'reports accepted and folded', value: events / seconds, samples: events });
  results.add({ ...about, what: 'all events through the loop', value: counted / seconds, samples: counted });
}

/** Sequence of the last event in the feed. */
async function feedEnd(office: Office): Promise<number> {
  const integrator = await office.as('integrator');
  let after = 0;
  for (;;) {
    const page = await integrator.events(after, { limit: 1_000 });
    const end = page.at(-1)?.['feedsequence'];
    if (typeof end !== 'number') return after;
    after = end;
  }
}

function tellMemory(results: Results, product: Product, { bus, when }: { bus: string; when: string }): void {
  for (const [name, pid] of Object.entries(product.running().processes)) {
    const [, kilobytes = ''] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    results.add({ suite, bus, what: `memory of ${name} ${when}`, value: Number(kilobytes) / 1024, unit: 'MB' });
  }
}
