import { beginSignIn, currentSession } from '../session/sign-in.ts';

/** What went wrong, in the server's words; `code` is stable. */
export class RequestProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly hint?: string,
    readonly errors: readonly { readonly pointer: string; readonly detail: string }[] = [],
  ) {
    super(detail);
  }
}

export interface Reply {
  readonly streamId: string;
  readonly version: number;
  readonly position: string;
}

/** A read. The same path and query always mean the same, so it can be cached. */
export async function read<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const search = new URLSearchParams(query).toString();
  return (await send('GET', search ? `${path}?${search}` : path)) as T;
}

export interface CommandOptions {
  readonly ifMatch?: number;
  /** The same key again is the same command: a retry after a lost answer does no harm. */
  readonly key?: string;
}

export async function command(
  method: 'PUT' | 'POST',
  path: string,
  body: unknown,
  options: CommandOptions = {},
): Promise<Reply> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  if (method === 'POST') headers['idempotency-key'] = options.key ?? crypto.randomUUID();
  return (await send(method, path, { headers, body: JSON.stringify(body) })) as Reply;
}

/** Something for operators: answers what it did. */
export async function operate<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return (await send('POST', path, { headers, body: JSON.stringify(body) })) as T;
}

/** A service that is not ready says so with status 503, and still says what is wrong: that is an answer, too. */
export async function readHealth<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  const value = parse(await answer.text());
  if (!answer.ok && (value as { checks?: unknown } | undefined)?.checks === undefined) {
    throw problemFrom(answer.status, value);
  }
  return value as T;
}

async function send(method: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const session = currentSession();
  const headers = { ...init.headers, ...(session && { authorization: `Bearer ${session.token}` }) };
  const answer = await fetch(path, { ...init, method, headers });
  if (answer.status === 401) await beginSignIn(location.pathname + location.search);
  const text = await answer.text();
  const value: unknown = text === '' ? undefined : parse(text);
  if (answer.ok) return value;
  throw problemFrom(answer.status, value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's page, for example: the status says enough
  }
}

function problemFrom(status: number, value: unknown): RequestProblem {
  const { code, title, detail, hint, errors } = (value ?? {}) as Partial<Record<string, unknown>>;
  const text = (part: unknown) => (typeof part === 'string' ? part : undefined);
  return new RequestProblem(
    status,
    text(code) ?? 'UNKNOWN',
    text(detail) ?? text(title) ?? `The server answered with status ${status}.`,
    text(hint),
    Array.isArray(errors) ? (errors as RequestProblem['errors']) : [],
  );
}
