/** Nobody answered at an address: nothing listens there, or it cannot be found. */
export class NotReachable extends Error {
  readonly url: string;

  constructor(url: string, cause: unknown) {
    super(`${new URL(url).origin} does not answer (${reasonOf(cause)})`, { cause });
    this.url = url;
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
