import { processSurroundings } from './frame/surroundings.ts';
import { EXIT } from './frame/exit-status.ts';
import { run } from './program.ts';

const PATIENCE_MS = 1_000;
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
// `npx bw events tail | head` closes the pipe: that is an end, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processSurroundings(stopping.signal));

/** Whoever waits for something ends by itself and says where to go on; whatever does not is ended. */
function stop(): void {
  stopping.abort();
  setTimeout(() => process.exit(EXIT.stopped), PATIENCE_MS).unref();
}
