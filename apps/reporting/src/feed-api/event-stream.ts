import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FeedEvent } from './feed-page.ts';

/** Proxies close connections that stay silent. */
const HEARTBEAT_MS = 15_000;
/** A stream outlives neither its token nor a lost membership for long: the client resumes with `Last-Event-ID`. */
const LONGEST_MS = 15 * 60_000;

/** Writes events as server-sent events until the signal ends it; waits for a slow reader instead of piling up. */
export async function streamEvents(
  response: ServerResponse,
  signal: AbortSignal,
  after: number,
  page: (after: number, waitMs: number) => Promise<readonly FeedEvent[]>,
): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  try {
    await write(response, 'retry: 1000\n\n', signal);
    let last = after;
    while (!signal.aborted && Date.now() < end) {
      const events = await page(last, HEARTBEAT_MS);
      last = events.at(-1)?.feedsequence ?? last;
      await write(response, events.map(frameOf).join('') || ': still here\n\n', signal);
    }
  } finally {
    response.end();
  }
}

function frameOf(event: FeedEvent): string {
  return `id: ${event.feedsequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

async function write(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted || response.write(text)) return;
  await once(response, 'drain', { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error; // the reader is gone: nothing to wait for
  });
}
