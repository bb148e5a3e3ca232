import { setTimeout as pause } from 'node:timers/promises';
import { NotReachable, reach } from '@bw/client';
import { type Message, signedHeaders } from './signature.ts';

export interface Receiver {
  readonly url: string;
  readonly secret: string;
  readonly attempts: number;
  /** Before the second attempt; doubles with each. */
  readonly pauseMs: number;
}

export interface Delivered {
  readonly status: number;
  readonly attempts: number;
}

/** A receiver that did not take an event, however often it was tried. */
export class NotTaken extends Error {}

class TooLate extends Error {}

const TIMEOUT_MS = 15_000;

/** Posts until the receiver answers with a success, waiting longer each time. An event is never left out. */
export async function deliver(message: Message, receiver: Receiver, signal: AbortSignal): Promise<Delivered> {
  let said = '';
  for (let attempt = 1; attempt <= receiver.attempts; attempt++) {
    if (attempt > 1) await pause(receiver.pauseMs * 2 ** (attempt - 2), undefined, { signal });
    try {
      const { ok, status } = await post(message, receiver, signal);
      if (ok) return { status, attempts: attempt };
      said = `answered ${status}`;
    } catch (error) {
      if (signal.aborted || !(error instanceof NotReachable || error instanceof TooLate)) throw error;
      said = error instanceof NotReachable ? error.message : `did not answer within ${TIMEOUT_MS / 1_000} s`;
    }
  }
  throw new NotTaken(`${receiver.url} did not take event ${message.id}: ${said}, after ${receiver.attempts} attempts.`);
}

async function post(message: Message, { url, secret }: Receiver, signal: AbortSignal): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new TooLate()), TIMEOUT_MS);
  try {
    const answer = await reach(url, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', ...signedHeaders(message, secret) },
      body: message.body,
      redirect: 'error',
      signal: AbortSignal.any([signal, late.signal]),
    });
    await answer.body?.cancel(); // what it says does not matter, and the connection is wanted back
    return answer;
  } finally {
    clearTimeout(timer);
  }
}
