import { execFileSync } from 'node:child_process';
import { completionFor } from '../completion/scripts.ts';
import { nodeVersion } from '../doctor/checks.ts';
import { bridgework } from '../program.ts';
import { SERVICES } from '../projections/services.ts';
import { bw, StandIn } from '../testing/stand-in.ts';

const NOW = '2026-11-24T12:00:00.000Z';

describe('operating an installation', () => {
  let there: StandIn;
  beforeEach(async () => {
    there = await new StandIn().start();
    for (const service of SERVICES) {
      there
        .on(`GET /ops/${service}/health/ready`, {
          body: { service, status: 'ready', checks: [{ name: 'database', ok: true, detail: 'PostgreSQL 18.4' }] },
        })
        .on(`GET /ops/${service}/parked-events`, { body: [] })
        .on(`GET /ops/${service}/positions`, { body: { log: 10, consumed: { engagement: 10, risk: 7 }, pending: 0 } });
    }
    there.on('GET /ops/engagement/clock', { body: { mode: 'wall', now: NOW } }).on('GET /ops/reporting/projections', {
      body: {
        projections: [{ name: 'earned-value', version: 3, live: true }],
        sources: [
          { source: 'engagement', position: 10, lagSeconds: 900 },
          { source: 'risk', position: 7, lagSeconds: 12 },
        ],
      },
    });
  });
  afterEach(() => there.stop());
  const doctor = () => bw(['doctor'], { url: there.url, now: NOW });

  it('doctor finds everything in order', async () => {
    const { status, data } = await doctor();
    expect([status, data.filter((line) => !line.startsWith('ok   '))]).toEqual([0, []]);
    expect(data).toHaveLength(9);
    expect(data).toContain('ok   risk: ready; PostgreSQL 18.4');
  });

  it('doctor ends with 1 and a remedy where nothing runs', async () => {
    const { status, data } = await bw(['doctor']);
    expect(status).toBe(1);
    expect(data.join('\n')).toContain('FAIL installation: none runs from this folder\n     npm start');
  });

  it.each([
    [
      'a service that is not ready',
      (at: StandIn) =>
        at.on('GET /ops/risk/health/ready', {
          status: 503,
          body: { status: 'not-ready', checks: [{ name: 'events', ok: false, problem: 'behind' }] },
        }),
      'FAIL risk: not-ready; events FAILS: behind',
    ],
    [
      'parked events',
      (at: StandIn) => at.on('GET /ops/risk/parked-events', { body: [{}, {}] }),
      'FAIL parked events: 2 in risk',
    ],
    [
      'a clock that is off',
      (at: StandIn) => at.on('GET /ops/engagement/clock', { body: { mode: 'wall', now: '2026-11-24T12:01:00.000Z' } }),
      'FAIL clock: wall, 60000 ms ahead of this machine',
    ],
  ])('doctor finds %s', async (_, breakIt, said) => {
    breakIt(there);
    const { status, data } = await doctor();
    expect(status).toBe(1);
    expect(data.join('\n')).toContain(said);
  });

  it('doctor knows a Node that is too old', () => {
    expect(['24.15.0', '26.1.0', '24.14.9', '20.19.0'].map((each) => nodeVersion(each).ok)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('projections status counts events and seconds behind, none for a log that is taken in whole', async () => {
    const { data } = await bw(['projections', 'status', '--json'], { url: there.url });
    const { projections, standings } = JSON.parse(data.join('')) as {
      projections: unknown;
      standings: readonly { readonly service: string }[];
    };
    expect(projections).toEqual([{ name: 'earned-value', version: 3, live: true }]);
    expect(standings.filter(({ service }) => service === 'reporting')).toEqual([
      { service: 'reporting', source: 'engagement', position: 10, head: 10, lagEvents: 0, lagSeconds: 0 },
      { service: 'reporting', source: 'risk', position: 7, head: 10, lagEvents: 3, lagSeconds: 12 },
    ]);
  });

  it('projections status ends with 1 where a reader is further behind than allowed', async () => {
    const within = (lag: string) => bw(['projections', 'status', '--max-lag', lag], { url: there.url });
    expect([(await within('3')).status, (await within('2')).status]).toEqual([0, 1]);
  });

  it('time-travel asks as administrator, and says what the server refuses', async () => {
    there.on('POST /ops/platform/clock', ({ body }) => ({ body: JSON.parse(body) as unknown }));
    expect((await bw(['time-travel', '2026-03-29T07:00Z'], { url: there.url })).data).toEqual([
      'It is 2026-03-29T07:00:00.000Z now.',
    ]);
    expect(there.seen.at(-1)?.headers.authorization).toBe('Bearer token of tenant-admin');
    there.on('POST /ops/platform/clock', { status: 409, body: { code: 'STATE_CONFLICT', status: 409, title: 'No' } });
    expect((await bw(['time-travel', '2026-03-29'], { url: there.url })).status).toBe(3);
    expect((await bw(['time-travel', 'soon'], { url: there.url })).status).toBe(2);
  });

  it('demo load refuses a clock that follows the wall, and an installation that is not empty', async () => {
    const load = () => bw(['demo', 'load'], { url: there.url });
    expect(await load()).toMatchObject({ status: 1, talk: expect.stringContaining('follows the wall') });
    there.on('GET /ops/engagement/clock', { body: { mode: 'replay', now: NOW } });
    expect(await load()).toMatchObject({ status: 1, talk: expect.stringContaining('is not empty') });
  });

  it('token prints the token and nothing else', async () => {
    const { data } = await bw(['token', 'sponsor'], { url: there.url });
    expect(data).toEqual(['token of sponsor']);
  });
});

describe('completion', () => {
  const surroundings = {
    data: () => {},
    talk: () => {},
    env: {},
    folder: '/',
    colour: false,
    signal: new AbortController().signal,
    waitFor: () => {},
    now: () => new Date(),
  };
  const script = completionFor('bash', bridgework(surroundings));
  const complete = (...words: readonly string[]) => {
    const list = words.map((word) => `'${word}'`).join(' ');
    const ask = `${script}\nCOMP_WORDS=(bw ${list}); COMP_CWORD=${words.length}; _bw; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', ask], { encoding: 'utf8' }).trim().split('\n');
  };

  it('knows commands, commands below them, and their options', () => {
    expect(complete('ev')).toEqual(['evm', 'events']);
    expect(complete('events', '')).toEqual(expect.arrayContaining(['tail', 'listen', 'show']));
    expect(complete('events', 'tail', '--a')).toContain('--after');
    expect(complete('evm', 'NORD-WMS', '--known')).toEqual(['--known-at']);
  });
});
