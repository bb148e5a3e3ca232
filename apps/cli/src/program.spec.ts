import { examplesOf } from './frame/examples.ts';
import { bridgework, withDescendants } from './program.ts';
import { bw, problem, StandIn } from './testing/stand-in.ts';

describe('bw', () => {
  let installation: StandIn;
  beforeAll(async () => {
    installation = await new StandIn().start();
  });
  afterAll(() => installation.stop());

  const nothing = {
    data: () => {},
    talk: () => {},
    env: {},
    folder: '/',
    colour: false,
    waitFor: () => {},
    now: () => new Date(),
  };
  const leaves = [...withDescendants(bridgework({ ...nothing, signal: new AbortController().signal }))].filter(
    (command) => command.commands.length === 0,
  );

  it.each(leaves.map((command) => [command.name(), command] as const))(
    '%s says what it does, with examples',
    (_, command) => {
      expect(command.description()).not.toBe('');
      expect(examplesOf(command).length).toBeGreaterThan(0);
      expect(examplesOf(command).every(([line]) => /\bnpx bw /.test(line))).toBe(true);
    },
  );

  it('shows help as a result, with the meaning of each exit status', async () => {
    const { status, data, talk } = await bw(['--help']);
    expect([status, talk]).toEqual([0, '']);
    expect(data.join('\n')).toMatch(/Exit status:\n {4}0 {2}done/);
  });

  it.each([
    ['an unknown command', ['portfolo'], 'Did you mean portfolio?'],
    ['an unknown option', ['evm', 'X', '--asof', '1'], "unknown option '--asof'"],
    ['a missing argument', ['evm'], "missing required argument 'plan'"],
    ['a value that cannot be read', ['events', 'tail', '--after', 'x'], 'takes a whole number'],
    ['a choice that is none', ['completion', 'tcsh'], 'Allowed choices'],
  ])('ends with 2 on %s, without a result', async (_, args, said) => {
    const { status, data, talk } = await bw(args, { url: installation.url });
    expect([status, data]).toEqual([2, []]);
    expect(talk).toContain(said);
  });

  it('ends with 4 and a way out where nothing runs', async () => {
    const { status, talk } = await bw(['portfolio']);
    expect(status).toBe(4);
    expect(talk).toContain('npm start');
  });

  it('ends with 4 where a service is down behind the door', async () => {
    installation.on('GET /api/v1/portfolio', { status: 503, body: problem(503, 'UNAVAILABLE') });
    expect((await bw(['portfolio'], { url: installation.url })).status).toBe(4);
  });

  it.each([
    [401, 'take a new one: npx bw token'],
    [403, '--as <persona>'],
    [404, 'not for you to see'],
  ])('ends with 3 on %d, and says what may help', async (status, said) => {
    installation.on('GET /api/v1/portfolio', { status, body: problem(status, 'NO') });
    const ended = await bw(['portfolio'], { url: installation.url });
    expect([ended.status, ended.data]).toEqual([3, []]);
    expect(ended.talk).toContain(said);
  });

  it('tells a program its failure as JSON', async () => {
    installation.on('GET /api/v1/portfolio', { status: 409, body: problem(409, 'STATE_CONFLICT', { hint: 'Wait.' }) });
    const { talk } = await bw(['portfolio', '--json'], { url: installation.url });
    expect(JSON.parse(talk)).toMatchObject({ error: { exitStatus: 3, problem: { code: 'STATE_CONFLICT' } } });
  });

  it('takes address and token from the environment', async () => {
    installation.on('GET /api/v1/portfolio', { body: { items: [] } });
    process.env['BW_URL'] = installation.url; // commander reads its own process's
    process.env['BW_TOKEN'] = 'mine';
    try {
      expect((await bw(['portfolio'])).status).toBe(0);
      expect(installation.seen.at(-1)?.headers.authorization).toBe('Bearer mine');
    } finally {
      delete process.env['BW_URL'];
      delete process.env['BW_TOKEN'];
    }
  });
});
