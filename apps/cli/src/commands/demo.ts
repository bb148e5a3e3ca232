import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import { endsWith } from '../frame/ends-with.ts';
import { withExamples } from '../frame/examples.ts';
import { EXIT } from '../frame/exit-status.ts';
import type { Surroundings } from '../frame/surroundings.ts';

/** The repository: from here, compiled or not, always three folders up and one for `apps`. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

const NOT_RUN = 'it would empty what the other examples read';

interface ResetOptions {
  readonly sample?: string;
  readonly port?: string;
}

export function addDemo(program: Command, surroundings: Surroundings): void {
  const demo = program.command('demo').description('the sample portfolio: clients, engagements, months of events');
  const reset = demo
    .command('reset')
    .description('empties the data folder, loads the sample portfolio afresh and starts; Ctrl-C stops it')
    .addOption(new Option('--sample <size>', 'how much of it').choices(['full', 'small', 'none']))
    .option('--port <port>', 'where the console shall be; by default 3000')
    .action(async (_: unknown, command: Command) => {
      const { sample, port } = command.opts<ResetOptions>();
      const script = join(ROOT, 'tools/demo.mjs');
      if (!existsSync(script))
        throw new Error(`${script} is missing: npx bw demo works in the repository of Bridgework.`);
      const status = await runScript(script, {
        ...surroundings.env,
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

/** Runs until it ends; a signal to this process reaches it as well, since both belong to the same terminal. */
async function runScript(script: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [script], { cwd: ROOT, env, stdio: 'inherit' });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status ?? EXIT.stopped;
}
