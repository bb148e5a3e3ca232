const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/** Resolves after that time, or at once when `signal` ends the wait. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

/** Waits longer from try to try; a little by chance, so that those who were in each other's way part. */
export async function backOff(attempt: number, signal: AbortSignal): Promise<void> {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 10));
  await sleep(wait * (0.75 + Math.random() / 2), signal);
}

/** Whether the promise settled within that time; its error, if it came in time, comes out. */
export async function within(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
