import { randomUUID } from 'node:crypto';
import type { ServiceApp } from '../app/create-service-app.ts';
import type { LineResult } from '../http/batch.ts';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON where it is JSON; the lines of an NDJSON answer; else text. The test says what it expects. */
  readonly body: Body;
}

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as If-Match. */
  readonly version?: number;
  /** Sent as Idempotency-Key; without it a POST gets a new one. */
  readonly key?: string;
}

/** Requests of one caller to the service under test, without a network. */
export interface Client {
  get<Body = Answer['body']>(url: string, sending?: Sending): Promise<Answer<Body>>;
  put<Body = Answer['body']>(url: string, body: unknown, sending?: Sending): Promise<Answer<Body>>;
  post<Body = Answer['body']>(url: string, body?: unknown, sending?: Sending): Promise<Answer<Body>>;
  delete<Body = Answer['body']>(url: string, sending?: Sending): Promise<Answer<Body>>;
  /** The headers that say who asks: for requests over a real socket. */
  authorization(): Promise<Readonly<Record<string, string>>>;
  /** Sends this very text; the caller says what it is. */
  raw<Body = Answer['body']>(
    url: string,
    payload: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>>;
  /** A batch: an object per line. */
  batch(url: string, lines: readonly object[]): Promise<Answer<readonly LineResult[]>>;
}

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

export function clientOf(app: ServiceApp, authorize: () => Promise<Readonly<Record<string, string>>>): Client {
  const send = async <Body>(method: Method, url: string, sending: Sending, payload?: string): Promise<Answer<Body>> => {
    const { headers, version, key } = sending;
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(await authorize()),
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': key ?? randomUUID() }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    const { statusCode, headers: given, body } = response;
    return { status: statusCode, ...read(given, body) } as Answer<Body>; // the test says what it expects
  };
  const text = (body: unknown) => (body === undefined ? undefined : JSON.stringify(body));
  return {
    authorization: authorize,
    get: (url, sending = {}) => send('GET', url, sending),
    put: (url, body, sending = {}) => send('PUT', url, sending, text(body)),
    post: (url, body, sending = {}) => send('POST', url, sending, text(body)),
    delete: (url, sending = {}) => send('DELETE', url, sending),
    raw: (url, payload, headers) => send('POST', url, { headers }, payload),
    batch: (url, lines) => {
      const payload = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      return send('POST', url, { headers: { 'content-type': 'application/x-ndjson' } }, payload);
    },
  };
}

function read(given: Readonly<Record<string, unknown>>, body: string): Omit<Answer<unknown>, 'status'> {
  const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const type = headers['content-type'] ?? '';
  if (type.includes('ndjson')) return { headers, body: linesOf(body) };
  return { headers, body: type.includes('json') && body !== '' ? (JSON.parse(body) as unknown) : body };
}

function linesOf(body: string): readonly unknown[] {
  return body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}
