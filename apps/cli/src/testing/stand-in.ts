import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { run } from '../program.ts';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly body: unknown;
  /** Lines in place of one document. */
  readonly lines?: boolean;
}

type Respond = (seen: Seen, query: URLSearchParams) => Answer;

/** Answers as an installation does, with what a test wants it to say; by method and path without its query. */
export class StandIn {
  readonly seen: Seen[] = [];
  readonly #answers = new Map<string, Respond>();
  #otherwise: Respond = () => ({ status: 404, body: problem(404, 'NOT_FOUND') });
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in');
        const seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
        this.seen.push(seen);
        const respond = this.#answers.get(`${seen.method} ${pathname}`) ?? this.#otherwise;
        const answer = respond(seen, searchParams);
        const type = answer.lines ? 'application/x-ndjson' : 'application/json';
        response.writeHead(answer.status ?? 200, { 'content-type': type }).end(textOf(answer));
      });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    this.on('POST /oidc/dev-token', ({ body }) => ({ body: { access_token: `token of ${personaIn(body)}` } }));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  on(route: string, respond: Respond | Answer): this {
    this.#answers.set(route, typeof respond === 'function' ? respond : () => respond);
    return this;
  }

  /** What it says to requests that no test has named. */
  otherwise(respond: Respond): void {
    this.#otherwise = respond;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

export const problem = (status: number, code: string, more: object = {}) => ({ status, code, title: code, ...more });

function textOf({ body, lines }: Answer): string {
  return lines && Array.isArray(body) ? body.map((line) => `${JSON.stringify(line)}\n`).join('') : JSON.stringify(body);
}

const personaIn = (body: string): string => (JSON.parse(body) as { persona: string }).persona;

export interface Ended {
  readonly status: number;
  readonly data: readonly string[];
  readonly talk: string;
}

export interface Called {
  readonly url?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly now?: string;
}

/** Calls `bw` as a shell does, without a process. */
export async function bw(args: readonly string[], { url, env = {}, signal, now }: Called = {}): Promise<Ended> {
  const data: string[] = [];
  const talk: string[] = [];
  const status = await run(url === undefined ? args : [...args, '--url', url], {
    data: (line) => data.push(line),
    talk: (line) => talk.push(line),
    env,
    folder: '/',
    colour: false,
    signal: signal ?? new AbortController().signal,
    waitFor: () => {},
    now: () => new Date(now ?? '2026-11-24T12:00:00.000Z'),
  });
  return { status, data, talk: talk.join('\n') };
}
