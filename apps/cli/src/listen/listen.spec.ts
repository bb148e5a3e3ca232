import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bw, StandIn } from '../testing/stand-in.ts';
import { isSecret, newSecret, signedHeaders } from './signature.ts';

const FEED = [1, 2, 3].map((feedsequence) => ({
  feedsequence,
  id: `event-${feedsequence}`,
  type: 'risk.IssueRaised',
  time: '2026-11-24T11:00:00.000Z',
  subject: `iss-${feedsequence}`,
}));

describe('forwarding events', () => {
  let installation: StandIn;
  let receiver: StandIn;
  let folder: string;
  let statuses: number[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bw-listen-'));
    statuses = [];
    installation = (await new StandIn().start()).on('GET /api/v1/events', (_, query) => ({
      lines: true,
      body: FEED.filter(({ feedsequence }) => feedsequence > Number(query.get('after'))),
    }));
    receiver = (await new StandIn().start()).on('POST /hook', () => ({ status: statuses.shift() ?? 204, body: '' }));
  });
  afterEach(async () => {
    await Promise.all([installation.stop(), receiver.stop()]);
    rmSync(folder, { recursive: true });
  });

  const listen = (...more: readonly string[]) =>
    bw(['events', 'listen', '--forward-to', `${receiver.url}/hook`, '--no-follow', ...more], { url: installation.url });
  const posts = () => receiver.seen.filter(({ path }) => path === '/hook');
  const ids = () => posts().map(({ headers }) => headers['webhook-id']);

  it('posts each once, in order, and tells the secret that it made', async () => {
    const { status, data, talk } = await listen();
    expect([status, ids(), data.length]).toEqual([0, ['event-1', 'event-2', 'event-3'], 3]);
    expect(talk).toMatch(/^Signed with whsec_\S+\n/);
    expect(JSON.parse(posts()[0]?.body ?? '')).toEqual(FEED[0]);
  });

  it('signs what it posts with the secret that it was given', async () => {
    const secret = newSecret();
    expect((await listen('--secret', secret, '--after', '2')).talk).not.toContain(secret);
    const [post] = posts();
    const message = { id: 'event-3', at: new Date('2026-11-24T12:00:00Z'), body: post?.body ?? '' };
    expect(post?.headers).toMatchObject(signedHeaders(message, secret));
  });

  it('tries an event again until it is taken, and leaves none out', async () => {
    statuses = [204, 500, 204, 204];
    expect((await listen()).status).toBe(0);
    expect(ids()).toEqual(['event-1', 'event-2', 'event-2', 'event-3']);
  });

  it('gives up after so many attempts, and says how to go on', async () => {
    statuses = [204, 500];
    const { status, talk } = await listen('--attempts', '1');
    expect(status).toBe(1);
    expect(talk).toContain('did not take event event-2: answered 500');
    expect(talk).toContain('--after 1');
    expect(ids()).toEqual(['event-1', 'event-2']);
  });

  it('remembers how far it is', async () => {
    const cursor = join(folder, 'cursor');
    await listen('--cursor', cursor);
    expect(readFileSync(cursor, 'utf8')).toBe('3\n');
    await listen('--cursor', cursor);
    expect(ids()).toHaveLength(3);
  });

  it('refuses a cursor that is none, an address that is none, a secret that is none', async () => {
    const file = join(folder, 'cursor');
    writeFileSync(file, 'soup');
    const statusesOf = await Promise.all([
      listen('--cursor', file),
      listen('--secret', 'whsec_short'),
      bw(['events', 'listen', '--forward-to', 'ftp://x'], { url: installation.url }),
    ]);
    expect(statusesOf.map(({ status }) => status)).toEqual([2, 2, 2]);
    expect(posts()).toEqual([]);
  });

  it('ends when it is told to, and says where it stood', async () => {
    const stop = new AbortController();
    receiver.on('POST /hook', () => {
      stop.abort();
      return { status: 204, body: '' };
    });
    const call = { url: installation.url, signal: stop.signal };
    const { talk } = await bw(['events', 'listen', '--forward-to', `${receiver.url}/hook`], call);
    expect(talk).toMatch(/--after [01], to go on$/);
  });
});

describe('a signature', () => {
  it('is that of Standard Webhooks', () => {
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1_614_265_330_000), body: '{"test": 2432232314}' },
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('wants a secret of enough bytes', () => {
    expect([newSecret(), 'whsec_', 'secret', `whsec_${'A'.repeat(200)}`].map(isSecret)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
