import { problemOf } from './problem.ts';
import { reach, reachAgain } from './reach.ts';

/** What a command answers with. */
export interface CommandReply {
  readonly streamId: string;
  readonly version: number;
  /** Give it as `minPosition` to a read that shall see the command's effect. */
  readonly position: string;
}

export interface CommandOptions {
  /** The stream's version that the edit is based on. */
  readonly ifMatch?: number;
  /** The same key again is the same command; without one each call is a command of its own. */
  readonly key?: string;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface BatchLine {
  readonly line: number;
  readonly status: number;
  readonly position?: string;
  readonly problem?: { readonly code: string; readonly detail?: string };
  readonly [more: string]: unknown;
}

/** A page of a list; `next` is there as long as more follows. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

interface Sent extends CommandOptions {
  readonly body?: string | FormData;
  readonly type?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Speaks to a running Bridgework over its public API. Every answer that is no success is thrown as `ApiProblem`. */
export class ApiClient {
  readonly url: string;
  readonly token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
  }

  async get<T>(path: string, query: Query = {}): Promise<T> {
    return (await (await this.#send('GET', withQuery(path, query))).json()) as T;
  }

  /** The version of what is read there, from its ETag: what an edit of it names as `ifMatch`. */
  async versionOf(path: string, query: Query = {}): Promise<number> {
    const answer = await this.#send('GET', withQuery(path, query));
    await answer.body?.cancel();
    const [, version] = /^"(\d+)"$/.exec(answer.headers.get('etag') ?? '') ?? [];
    if (version === undefined) throw new Error(`GET ${path} answers without a version.`);
    return Number(version);
  }

  async put(path: string, body: unknown, options: CommandOptions = {}): Promise<CommandReply> {
    return (await (
      await this.#send('PUT', path, { body: JSON.stringify(body), type: 'application/json', ...options })
    ).json()) as CommandReply;
  }

  async post<T = CommandReply>(path: string, body: unknown = {}, options: CommandOptions = {}): Promise<T> {
    const answer = await this.#send('POST', path, { body: JSON.stringify(body), type: 'application/json', ...options });
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Any request, with the answer as it is: a list where it comes by lines, text where it is no JSON. */
  async send(method: string, path: string, body?: unknown, options: CommandOptions = {}): Promise<unknown> {
    const json = body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' };
    const answer = await this.#send(method, path, { ...json, ...options });
    const text = await answer.text();
    if (text === '') return undefined;
    const type = answer.headers.get('content-type') ?? '';
    if (type.startsWith('application/x-ndjson')) return ndjson(text);
    return /\bjson\b/.test(type) ? (JSON.parse(text) as unknown) : text;
  }

  /** One command a line, one result a line, in the same order. */
  async batch(path: string, lines: readonly unknown[], options: CommandOptions = {}): Promise<readonly BatchLine[]> {
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const answer = await this.#send('POST', path, { body, type: 'application/x-ndjson', ...options });
    return ndjson(await answer.text()) as BatchLine[];
  }

  /** A file with its fields, as a browser's form sends it. */
  async upload<T>(
    path: string,
    file: File,
    fields: Readonly<Record<string, string>>,
    options: CommandOptions = {},
  ): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    return (await (await this.#send('POST', path, { body: form, ...options })).json()) as T;
  }

  /** A list's items, page after page to its end. */
  async *items<T>(path: string, query: Query = {}): AsyncGenerator<T> {
    let cursor: string | undefined;
    do {
      const page: PageOf<T> = await this.get(path, { ...query, cursor });
      yield* page.items;
      cursor = page.next;
    } while (cursor !== undefined);
  }

  /** All of a list at once: for lists that are known to be short. */
  async all<T>(path: string, query: Query = {}): Promise<readonly T[]> {
    const found: T[] = [];
    for await (const item of this.items<T>(path, query)) found.push(item);
    return found;
  }

  /** A page of the event feed after that sequence number. */
  async events(after: number, query: Query = {}, signal?: AbortSignal): Promise<readonly Record<string, unknown>[]> {
    const answer = await this.#send('GET', withQuery('/api/v1/events', { after, ...query }), { signal });
    return ndjson(await answer.text()) as Record<string, unknown>[];
  }

  async #send(method: string, path: string, { body, type, ifMatch, key, signal }: Sent = {}): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (type) headers['content-type'] = type;
    if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
    if (method === 'POST') headers['idempotency-key'] = key ?? crypto.randomUUID();
    // A PUT names its thing and a POST its key: sent twice, each is one command.
    const answer = await reachAgain(this.url + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
    if (!answer.ok) throw await problemOf(`${method} ${path}`, answer);
    return answer;
  }
}

/** A token of one of the sample personas; development installations only. */
export async function devToken(url: string, persona: string): Promise<string> {
  const answer = await reach(`${url}/oidc/dev-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!answer.ok) throw await problemOf('POST /oidc/dev-token', answer);
  return ((await answer.json()) as { access_token: string }).access_token;
}

export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  if (given.length === 0) return path;
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return `${path}${path.includes('?') ? '&' : '?'}${search}`;
}

const ndjson = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
