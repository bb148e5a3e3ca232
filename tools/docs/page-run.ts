import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Block } from './blocks.ts';
import { isPrinted } from './printed.ts';
import { printedBy, scriptOf, type ScriptOptions } from './script.ts';

export interface Place extends ScriptOptions {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

export type Outcome =
  | { readonly block: Block; readonly is: 'passed' }
  | { readonly block: Block; readonly is: 'skipped' | 'failed'; readonly why: string };

const PATIENCE_MS = 600_000;
const TAIL = 1_500;

/** Runs the blocks of a page as a reader would: one after the other, in one shell, until one fails. */
export async function runPage(blocks: readonly Block[], place: Place): Promise<readonly Outcome[]> {
  const { status, out, err } = await bash(scriptOf(blocks, place), place);
  const [printed, said] = [printedBy(blocks, out), printedBy(blocks, err)];
  const failedAt = status === 0 ? -1 : printed.findLastIndex((text) => text !== undefined);
  return blocks.map((block, index): Outcome => {
    if (block.notRun !== undefined) return { block, is: 'skipped', why: block.notRun };
    const text = printed[index];
    if (text === undefined) return { block, is: 'failed', why: 'not reached: a block before it failed' };
    if (index === failedAt) {
      const tail = `${text}${said[index] ?? ''}`.slice(-TAIL);
      return { block, is: 'failed', why: `ended with status ${status ?? 'of a signal'}:\n${tail}` };
    }
    if (block.prints !== undefined && !isPrinted(block.prints, text)) {
      return { block, is: 'failed', why: `printed\n${text}\nand the page says\n${block.prints}` };
    }
    return { block, is: 'passed' };
  });
}

async function bash(script: string, { folder, env }: Place) {
  // A group of its own: what a block leaves running in the background ends with it.
  const shell = spawn('bash', ['-c', script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let [out, err] = ['', ''];
  shell.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  shell.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const timer = setTimeout(() => end(shell.pid), PATIENCE_MS);
  const closed = once(shell, 'close');
  const [status] = (await once(shell, 'exit')) as [number | null];
  clearTimeout(timer);
  end(shell.pid);
  await closed; // only now all that was printed has come
  return { status, out, err };
}

function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // all have ended already
  }
}
