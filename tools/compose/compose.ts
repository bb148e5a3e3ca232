import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../workspace.ts';

export interface Answer {
  readonly status: number | null;
  readonly output: string;
}

const running = new Set<ChildProcess>();
const stopping = new AbortController();

/** Aborted once somebody wants no more of it: whoever waits gives up. */
export const interrupted: AbortSignal = stopping.signal;

/** Ends what is being run just now; what follows, taking everything down, still runs. */
export function interrupt(): void {
  stopping.abort(new Error('It was interrupted.'));
  for (const child of running) child.kill('SIGTERM');
}

/** Runs a program to its end and keeps what it said on both ways; it may fail. */
export async function tryToRun(
  [program, ...args]: readonly [string, ...string[]],
  settings: NodeJS.ProcessEnv = {},
): Promise<Answer> {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...settings } });
  running.add(child);
  child.once('close', () => running.delete(child));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const failed = new Promise<never>((_, reject) => child.once('error', reject)); // there is no such program
  const [status] = (await Promise.race([once(child, 'close'), failed])) as [number | null];
  return { status, output: said.join('') };
}

/** As above, but a failure is an error. */
export async function run(command: readonly [string, ...string[]], settings: NodeJS.ProcessEnv = {}): Promise<string> {
  const { status, output } = await tryToRun(command, settings);
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}:\n${output.slice(-4_000)}`);
  return output;
}

export const docker = (...args: string[]): Promise<string> => run(['docker', ...args]);

/** How Compose can be called: as Docker's plugin, or as the program of its own that it was before. */
const composes = {
  plugin: ['docker', 'compose'],
  program: ['docker-compose', '--ansi', 'never'],
} as const;

/** How it is called here, where it answers. */
export async function composeCommand(
  wanted: readonly (keyof typeof composes)[] = ['plugin', 'program'],
): Promise<readonly [string, ...string[]] | undefined> {
  for (const name of wanted) if (await answers([...composes[name], 'version'])) return composes[name];
  return undefined;
}

/** Whether this can be called here at all. */
export async function answers(command: readonly [string, ...string[]]): Promise<boolean> {
  return tryToRun(command).then(
    ({ status }) => status === 0,
    () => false,
  );
}

/** One installation by the compose file in the root folder: a project of its own, with volumes of its own. */
export class Compose {
  readonly url: string;
  readonly project: string;
  readonly #command: readonly [string, ...string[]];
  readonly #settings: NodeJS.ProcessEnv;

  constructor(command: readonly [string, ...string[]], project: string, port: number) {
    this.#command = command;
    this.project = project;
    this.url = `http://127.0.0.1:${port}`;
    this.#settings = { PORT: String(port), BW_SAMPLE: process.env['BW_SAMPLE'] ?? 'small' };
  }

  call(...args: string[]): Promise<string> {
    const [program, ...first] = this.#command;
    return run([program, ...first, '-p', this.project, ...args], this.#settings);
  }

  /** Ids of the containers of a service, those that have ended too. */
  async containers(service?: string): Promise<readonly string[]> {
    const labels = [`com.docker.compose.project=${this.project}`];
    if (service) labels.push(`com.docker.compose.service=${service}`);
    const filters = labels.flatMap((label) => ['--filter', `label=${label}`]);
    return (await docker('ps', '--all', '--quiet', '--no-trunc', ...filters)).split('\n').filter(Boolean);
  }

  async volumes(): Promise<readonly string[]> {
    const found = await docker(
      'volume',
      'ls',
      '--quiet',
      '--filter',
      `label=com.docker.compose.project=${this.project}`,
    );
    return found.split('\n').filter(Boolean);
  }
}
