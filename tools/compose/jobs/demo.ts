// Fills an empty installation with the sample portfolio before its services start: all four run in this container under a
// replay clock, on the embedded bus. Afterwards the services carry what is in their logs to Kafka themselves.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadSample } from '../../demo/load.ts';
import { sampleProgress } from '../../start/sample-progress.ts';
import { root } from '../../workspace.ts';
import { OpeningState } from './opening-state.ts';

const READY_PATIENCE_MS = 300_000;
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

const state = new OpeningState(process.env['BW_OPENING'] ?? '/run/bridgework/opening');
if (state.claim('sample') === 'open') {
  console.error(
    'This installation is open already, so nothing can be recorded in its past any more. ' +
      'Sample data goes into an empty one: docker compose down --volumes',
  );
  process.exit(1);
}
if (state.outcome() === 'done') {
  console.log('The sample data is there.');
  process.exit(0);
}
try {
  await fill(`http://127.0.0.1:${process.env['PORT'] ?? '3000'}`);
  state.note('done');
} catch (error) {
  state.note('failed');
  console.error('The sample data could not be loaded to the end:', error instanceof Error ? error.message : error);
  process.exit(1);
}

async function fill(url: string): Promise<void> {
  const host = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/platform/dist/main.js')], {
    env: { ...process.env, BW_CLOCK: 'replay', EVENT_BUS: 'embedded' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(host, 'exit').then(([code]) =>
    Promise.reject(new Error(`The services ended with ${String(code)}.`)),
  );
  try {
    await Promise.race([untilReady(url), ended]);
    const size = process.env['BW_SAMPLE'] === 'small' ? 'small' : 'full';
    const progress = sampleProgress();
    await Promise.race([
      loadSample(url, (_percent, _what, moment) => progress.say(moment), stopping.signal, size),
      ended,
    ]);
    progress.end();
  } finally {
    ended.catch(() => undefined); // from here on it is to end
    if (host.exitCode === null && host.kill('SIGTERM')) await once(host, 'exit');
  }
}

/** The migrations run beside us; the services wait for them. */
async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  for (const service of ['engagement', 'scheduling', 'risk', 'reporting']) {
    while (!(await isReady(`${url}/ops/${service}/health/ready`))) {
      stopping.signal.throwIfAborted();
      if (Date.now() > deadline) throw new Error(`The service ${service} is not ready.`);
      await pause(200);
    }
  }
}

/** Not yet listening counts as not yet ready. */
function isReady(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
