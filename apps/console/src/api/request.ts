import { noteServerDate } from '../live/server-clock.ts';
import { noteAnswer } from '../live/troubles.ts';
import { currentSession, renewSession } from '../session/sign-in.ts';
import { t } from '../texts/t.ts';

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

/** A read whose answer is lines of text: the feed, an export. */
export async function readText(path: string, query: Readonly<Record<string, string>> = {}): Promise<string> {
  const search = new URLSearchParams(query).toString();
  return (await sendForText('GET', search ? `${path}?${search}` : path)).text;
}

/** A read with the version of what it tells: what an edit of it builds on. */
export async function readVersioned<T>(
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<{ readonly value: T; readonly version: number }> {
  const search = new URLSearchParams(query).toString();
  const { value, version } = await sendForText('GET', search ? `${path}?${search}` : path);
  return { value: value() as T, version };
}

export interface CommandOptions {
  readonly ifMatch?: number;
  /** The same key again is the same command: a retry after a lost answer does no harm. */
  readonly key?: string;
}

export async function command(
  method: 'PUT' | 'POST' | 'DELETE',
  path: string,
  body: unknown,
  options: CommandOptions = {},
): Promise<Reply> {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  if (method === 'POST') headers['idempotency-key'] = options.key ?? crypto.randomUUID();
  const about = body === undefined ? { headers } : { headers, body: JSON.stringify(body) };
  return (await send(method, path, about)) as Reply;
}

/** A form with a file. The key is the same for a retry, so that a lost answer does no harm. */
export async function sendForm<T>(path: string, form: FormData, key: string): Promise<T> {
  return (await send('POST', path, { headers: { 'idempotency-key': key }, body: form })) as T;
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
  return (await sendForText(method, path, init)).value();
}

interface TextAnswer {
  readonly text: string;
  readonly value: () => unknown;
  /** As the answer's ETag says it; 0 where it says none. */
  readonly version: number;
}

async function sendForText(method: string, path: string, init: RequestInit = {}): Promise<TextAnswer> {
  const answer = await attempt(method, path, init);
  const text = await answer.text();
  const value = () => (text === '' ? undefined : parse(text));
  if (answer.ok) {
    noteAnswer(path, answer.status);
    return { text, value, version: Number(/"(\d+)"/.exec(answer.headers.get('etag') ?? '')?.[1] ?? 0) };
  }
  const problem = problemFrom(answer.status, value());
  noteAnswer(path, answer.status, problem.code);
  throw problem;
}

/** A session that has ended keeps the request waiting until somebody has signed in again: nothing typed is lost. */
async function attempt(method: string, path: string, init: RequestInit): Promise<Response> {
  for (;;) {
    const session = currentSession();
    const headers = { ...init.headers, ...(session && { authorization: `Bearer ${session.token}` }) };
    const sent = Date.now();
    const answer = await fetch(path, { ...init, method, headers }).catch((error: unknown) => {
      noteAnswer(path, 0);
      throw error instanceof TypeError ? new RequestProblem(0, 'UNREACHABLE', t('live.unreachable')) : error;
    });
    noteServerDate(answer.headers.get('date'), sent, Date.now());
    if (answer.status !== 401) return answer;
    await renewSession();
  }
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
