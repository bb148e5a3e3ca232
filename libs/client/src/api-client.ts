import { problemOf } from './problem.ts';

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

  async put(path: string, body: unknown, options: CommandOptions = {}): Promise<CommandReply> {
    return (await (
      await this.#send('PUT', path, JSON.stringify(body), 'application/json', options)
    ).json()) as CommandReply;
  }

  async post<T = CommandReply>(path: string, body: unknown = {}, options: CommandOptions = {}): Promise<T> {
    const answer = await this.#send('POST', path, JSON.stringify(body), 'application/json', options);
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** One command a line, one result a line, in the same order. */
  async batch(path: string, lines: readonly unknown[], options: CommandOptions = {}): Promise<readonly BatchLine[]> {
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const answer = await this.#send('POST', path, body, 'application/x-ndjson', options);
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
    return (await (await this.#send('POST', path, form, undefined, options)).json()) as T;
  }

  /** A page of the event feed after that sequence number. */
  async events(after: number, query: Query = {}): Promise<readonly Record<string, unknown>[]> {
    const answer = await this.#send('GET', withQuery('/api/v1/events', { after, ...query }));
    return ndjson(await answer.text()) as Record<string, unknown>[];
  }

  async #send(
    method: string,
    path: string,
    body?: string | FormData,
    type?: string,
    options: CommandOptions = {},
  ): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (type) headers['content-type'] = type;
    if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
    if (method === 'POST') headers['idempotency-key'] = options.key ?? crypto.randomUUID();
    const answer = await fetch(this.url + path, { method, headers, ...(body !== undefined && { body }) });
    if (!answer.ok) throw await problemOf(`${method} ${path}`, answer);
    return answer;
  }
}

/** A token of one of the sample personas; development installations only. */
export async function devToken(url: string, persona: string): Promise<string> {
  const answer = await fetch(`${url}/oidc/dev-token`, {
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
