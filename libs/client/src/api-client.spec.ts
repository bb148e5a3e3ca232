import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient, ApiProblem, NotReachable, withQuery } from './index.ts';

describe('the API client', () => {
  let server: Server;
  let client: ApiClient;
  let seen: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }[] = [];
  let answer: { status: number; body: string; etag?: string } = { status: 200, body: '{}' };
  let answerWith: (() => typeof answer) | undefined;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        const { status, body: said, etag } = answerWith?.() ?? answer;
        response.writeHead(status, etag === undefined ? {} : { etag }).end(said);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    client = new ApiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'secret');
  });
  beforeEach(() => {
    seen = [];
    answer = { status: 200, body: '{}' };
    answerWith = undefined;
  });
  afterAll(() => server.close());

  it('learns from the ETag which version an edit is based on', async () => {
    answer = { status: 200, body: '{}', etag: '"17"' };
    expect(await client.versionOf('/api/v1/plans/7', { plan: 'a' })).toBe(17);
    expect(seen[0]?.url).toBe('/api/v1/plans/7?plan=a');
    answer = { status: 200, body: '{}' };
    await expect(client.versionOf('/api/v1/plans')).rejects.toThrow('GET /api/v1/plans answers without a version.');
  });

  it('sends token, idempotency key and If-Match', async () => {
    await client.post('/api/v1/issues/7/resolve', { note: 'x' }, { ifMatch: 3, key: 'once' });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v1/issues/7/resolve', body: '{"note":"x"}' });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'idempotency-key': 'once',
      'if-match': '"3"',
    });
  });

  it('gives every post a key of its own', async () => {
    await client.post('/x');
    await client.post('/x');
    expect(seen[0]?.headers['idempotency-key']).not.toBe(seen[1]?.headers['idempotency-key']);
  });

  it('sends and reads a batch by lines', async () => {
    answer = { status: 200, body: '{"line":1,"status":200}\n{"line":2,"status":409}\n' };
    expect(await client.batch('/b', [{ a: 1 }, { a: 2 }])).toEqual([
      { line: 1, status: 200 },
      { line: 2, status: 409 },
    ]);
    expect(seen[0]?.body).toBe('{"a":1}\n{"a":2}');
  });

  it('throws the problem with its fields', async () => {
    const errors = [{ pointer: '/title', detail: 'must not be empty' }];
    answer = { status: 400, body: JSON.stringify({ code: 'VALIDATION', title: 'Bad', status: 400, errors }) };
    const thrown: unknown = await client.put('/p', {}).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ApiProblem);
    expect(thrown).toMatchObject({ message: 'PUT /p: 400 VALIDATION. /title: must not be empty' });
  });

  it('makes a problem of an answer that has none', async () => {
    answer = { status: 502, body: '<html>' };
    await expect(client.get('/x')).rejects.toMatchObject({
      problem: { code: 'UNKNOWN', status: 502, detail: '<html>' },
    });
  });

  it('reads a list to its end, and no further', async () => {
    const pages = [{ items: [1, 2], next: 'c1' }, { items: [], next: 'c 2' }, { items: [3] }];
    answerWith = () => ({ status: 200, body: JSON.stringify(pages[seen.length - 1]) });
    expect(await client.all('/things', { limit: 2 })).toEqual([1, 2, 3]);
    expect(seen.map(({ url }) => url)).toEqual([
      '/things?limit=2',
      '/things?limit=2&cursor=c1',
      '/things?limit=2&cursor=c+2',
    ]);
  });

  it('says which address does not answer, and why', async () => {
    const gone = createServer();
    await new Promise<void>((ready) => gone.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    await new Promise((closed) => gone.close(closed));
    const nobody = new ApiClient(url, '');
    const thrown: unknown = await nobody.get('/x').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(NotReachable);
    expect(thrown).toMatchObject({ message: `${url} does not answer (ECONNREFUSED)` });
  });

  it('sends a command again, with the same key, where the connection was closed under it', async () => {
    const keys: unknown[] = [];
    const hasty = createServer((request, response) => {
      keys.push(request.headers['idempotency-key']);
      if (keys.length === 1) request.socket.destroy();
      else response.end('{}');
    });
    await new Promise<void>((ready) => hasty.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(hasty.address() as AddressInfo).port}`;
    await new ApiClient(url, '').post('/api/v1/things', {});
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
    hasty.closeAllConnections();
    await new Promise((closed) => hasty.close(closed));
  });

  it('leaves out query parameters that are not given', () => {
    expect(withQuery('/evm', { plan: 'p 1', asOf: undefined })).toBe('/evm?plan=p+1');
    expect(withQuery('/evm', {})).toBe('/evm');
  });
});
