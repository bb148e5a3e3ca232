import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemOf, reach } from '@bw/client';
import { type Command, Option } from 'commander';
import { endsWith } from '../frame/ends-with.ts';
import { withExamples } from '../frame/examples.ts';
import { EXIT } from '../frame/exit-status.ts';
import { type GlobalOptions, urlOf } from '../frame/installation.ts';
import { outputOf } from '../frame/output.ts';
import type { Surroundings } from '../frame/surroundings.ts';

/** The repository: from here, compiled or not, always four folders up. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Of the examples, in the documents' own test. */
const NOT_RUN = 'it would empty what the other examples read';

interface ResetOptions {
  readonly sample?: string;
  readonly port?: string;
}

interface LoadOptions extends GlobalOptions {
  readonly sample: string;
}

export function addDemo(program: Command, surroundings: Surroundings): void {
  const demo = program.command('demo').description('the sample portfolio: clients, engagements, a year of events');
  addReset(demo, surroundings);
  addLoad(demo, surroundings);
}

function addReset(demo: Command, surroundings: Surroundings): void {
  const reset = demo
    .command('reset')
    .description('empties the data folder, loads the sample portfolio afresh and starts; Ctrl-C stops it')
    .addOption(new Option('--sample <size>', 'how much of it').choices(['full', 'small', 'none']))
    .option('--port <port>', 'where the console shall be; by default 3000')
    .action(async (_: unknown, command: Command) => {
      const { sample, port } = command.opts<ResetOptions>();
      const status = await runScript('tools/demo.mjs', [], surroundings, {
        ...(sample !== undefined && { BW_SAMPLE: sample }),
        ...(port !== undefined && { PORT: port }),
      });
      endsWith(command, status);
    });
  withExamples(
    reset,
    ['npx bw demo reset', 'a fresh portfolio, as at the very first start', NOT_RUN],
    ['npx bw demo reset --sample none', 'an empty installation', NOT_RUN],
  );
}

function addLoad(demo: Command, surroundings: Surroundings): void {
  const load = demo
    .command('load')
    .description('plays the sample into the running installation; it must be empty, and on the replay clock')
    .addOption(new Option('--sample <size>', 'how much of it').choices(['full', 'small']).default('full'))
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<LoadOptions>();
      const url = urlOf(options, surroundings);
      await refuseUnlessEmpty(url);
      const status = await runScript('tools/demo/into.ts', [url, options.sample], surroundings);
      endsWith(command, status);
      if (status === EXIT.done) outputOf(surroundings, command).next('npx bw portfolio --as director');
    });
  withExamples(load, [
    'npx bw demo load --sample small --url http://127.0.0.1:3100',
    'into one that was started with BW_CLOCK=replay BW_SAMPLE=none PORT=3100 npm start',
    'the installation here is on the wall clock',
  ]);
}

/** What happened long ago can only be recorded where time still stands there, and nothing was recorded later. */
async function refuseUnlessEmpty(url: string): Promise<void> {
  const [clock, positions] = await Promise.all([
    operation<{ readonly mode: string }>(url, '/ops/engagement/clock'),
    operation<{ readonly log: number }>(url, '/ops/engagement/positions'),
  ]);
  if (clock.mode !== 'replay') {
    throw new Error(
      `The clock of ${url} follows the wall: a year of the past cannot be recorded there. ` +
        'Start an empty one with BW_CLOCK=replay BW_SAMPLE=none, or begin anew: npx bw demo reset',
    );
  }
  if (positions.log > 0) throw new Error(`${url} is not empty. Begin anew: npx bw demo reset`);
}

async function operation<T>(url: string, path: string): Promise<T> {
  const answer = await reach(`${url}${path}`);
  if (!answer.ok) throw await problemOf(`GET ${path}`, answer);
  return (await answer.json()) as T;
}

/** Runs until it ends, and ends with this process however that is stopped: in a terminal, by a signal, by a time limit. */
async function runScript(
  name: string,
  args: readonly string[],
  { env, signal, waitFor }: Surroundings,
  settings: Readonly<Record<string, string>> = {},
): Promise<number> {
  const script = join(ROOT, name);
  if (!existsSync(script)) throw new Error(`${script} is missing: bw demo works in the repository of Bridgework.`);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { ...env, ...settings },
    stdio: 'inherit',
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  waitFor(ended);
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  const [status] = await ended;
  return status ?? EXIT.stopped;
}
