import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../start/ports.ts';
import { untilGone } from '../start/processes.ts';
import type { RunningNow } from '../start/running.ts';
import { root } from '../workspace.ts';

const PATIENCE_MS = 120_000;

export interface LaunchOptions {
  readonly bus: 'embedded' | 'kafka';
  readonly clock?: 'wall' | 'replay';
  /** Kept from one launch to the next; without it a folder of its own that goes at the end. */
  readonly folder?: string;
  readonly brokers?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** The running product, started as its users start it: by the start script, in a data folder of its own. */
export interface Product {
  readonly url: string;
  readonly folder: string;
  readonly startedInMs: number;
  /** What `npm start` noted about it. */
  running(): RunningNow;
  stop(): Promise<void>;
  /** `kill -9` of one of its processes; the start script then stops the others and ends. */
  kill(name: string): Promise<void>;
}

export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bw-product-'));
  chmodSync(folder, 0o711); // PostgreSQL runs as a user of its own where we are root
  return folder;
}

export async function launch(options: LaunchOptions): Promise<Product> {
  const folder = options.folder ?? makeDataFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const output: string[] = [];
  const child = spawn(process.execPath, [join(root, 'tools/start/main.ts')], {
    cwd: root,
    env: { ...process.env, ...settingsOf(options, folder, port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()));

  try {
    await untilAnnounced(child, output);
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
  const running = () => JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as RunningNow;
  return {
    url,
    folder,
    startedInMs: performance.now() - begun,
    running,
    async stop() {
      await stopChild(child);
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
    async kill(name) {
      const { processes } = running();
      const pid = processes[name];
      if (!pid) throw new Error(`No process ${name} runs; there are ${Object.keys(processes).join(', ')}.`);
      const ended = once(child, 'exit');
      process.kill(pid, 'SIGKILL');
      await ended;
      await untilGone(pid, PATIENCE_MS);
    },
  };
}

function settingsOf({ bus, clock = 'wall', brokers, settings }: LaunchOptions, folder: string, port: number) {
  return {
    PORT: String(port),
    BW_DATA: folder,
    BW_CLOCK: clock,
    BW_SAMPLE: 'none',
    EVENT_BUS: bus,
    ...(brokers && { KAFKA_BROKERS: brokers }),
    ...settings,
  };
}

async function untilAnnounced(child: ChildProcess, output: readonly string[]): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!output.join('').includes('Bridgework is ready')) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      throw new Error(`The product did not start. It said:\n${output.join('')}`);
    }
    await pause(50);
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** A real broker, without Docker, with a folder of its own that goes at the end. */
export async function startBroker(): Promise<{ readonly brokers: string; readonly stop: () => Promise<void> }> {
  const script = join(root, 'tools/kafka/kafka');
  const folder = mkdtempSync(join(tmpdir(), 'bw-kafka-'));
  const port = await freePort(undefined, 1); // the one behind it is the controller's
  const brokers = await say(script, 'start', String(port), folder);
  return {
    brokers,
    async stop() {
      await once(spawn(script, ['stop', folder], { stdio: 'ignore' }), 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function say(script: string, ...args: string[]): Promise<string> {
  const child = spawn(script, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let answer = '';
  child.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} failed: no Kafka broker.`);
  return answer.trim().split('\n').at(-1) ?? '';
}
