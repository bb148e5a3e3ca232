import { processSurroundings } from './frame/surroundings.ts';
import { EXIT } from './frame/exit-status.ts';
import { run } from './program.ts';

const PATIENCE_MS = 1_000;
const stopping = new AbortController();
const endings: Promise<unknown>[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
// `npx bw events tail | head` closes the pipe: that is an end, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(
  process.argv.slice(2),
  processSurroundings(stopping.signal, (ending) => endings.push(ending)),
);

/** Whoever waits for something ends by itself and says where to go on; whatever does not is ended. */
function stop(): void {
  stopping.abort();
  setTimeout(() => void end(), PATIENCE_MS).unref();
}

async function end(): Promise<void> {
  await Promise.allSettled(endings);
  process.exit(EXIT.stopped);
}
