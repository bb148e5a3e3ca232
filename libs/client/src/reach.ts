/** Nobody answered at an address: nothing listens there, or it cannot be found. */
export class NotReachable extends Error {
  readonly url: string;
  readonly reason: string;

  constructor(url: string, cause: unknown) {
    const reason = reasonOf(cause);
    super(`${new URL(url).origin} does not answer (${reason})`, { cause });
    this.url = url;
    this.reason = reason;
  }
}

const CLOSED: readonly string[] = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'];

/**
 * As `reach`, and once more where the connection was closed before there was an answer: a server may close one that it
 * believes idle at the moment when we use it. Only for what does no harm when it is sent twice.
 */
export async function reachAgain(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await reach(url, init);
  } catch (error) {
    if (error instanceof NotReachable && CLOSED.includes(error.reason)) return reach(url, init);
    throw error;
  }
}

/** `fetch` whose failure says which address did not answer, and why. An aborted call stays an `AbortError`. */
export async function reach(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new NotReachable(url, error);
  }
}

/** fetch says only "fetch failed"; why stands in its cause. Read by shape: the error may come from another realm. */
function reasonOf(error: unknown): string {
  const { code, message, cause } = (typeof error === 'object' && error !== null ? error : {}) as Readonly<
    Record<string, unknown>
  >;
  if (cause !== undefined) return reasonOf(cause);
  return [code, message].find((text): text is string => typeof text === 'string' && text !== '') ?? String(error);
}
