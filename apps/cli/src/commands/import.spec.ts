import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bw, StandIn } from '../testing/stand-in.ts';

const PLAN = '11111111-1111-4111-8111-111111111111';
const ENGAGEMENT = '22222222-2222-4222-8222-222222222222';
const IMPORT = '33333333-3333-4333-8333-333333333333';

const rows = [
  { row: 2, code: '1', status: 'accepted', notes: [] },
  {
    row: 3,
    code: '2',
    status: 'quarantined',
    notes: [{ code: 'BAD_LINK', detail: 'no such lag', row: 3, column: 'D' }],
  },
];

describe('importing a plan', () => {
  let there: StandIn;
  let folder: string;
  let file: string;
  let status: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bw-import-'));
    file = join(folder, 'plan.csv');
    writeFileSync(file, 'ID,Name\n1,Build\n');
    status = 'ready';
    const preview = () => ({
      body: {
        importId: IMPORT,
        target: PLAN,
        status,
        fileName: 'plan.csv',
        format: 'csv',
        columns: { code: 'ID' },
        counts: { rows: 2 },
        problems: [],
        notes: [],
      },
    });
    there = (await new StandIn().start())
      .on(`GET /api/v1/plans/${PLAN}`, { body: { planId: PLAN, engagementId: ENGAGEMENT, title: 'Plan' } })
      .on('POST /api/v1/imports', preview)
      .on(`GET /api/v1/imports/${IMPORT}`, preview)
      .on(`POST /api/v1/imports/${IMPORT}/accept`, { body: {} })
      .on(`GET /api/v1/imports/${IMPORT}/rows`, (_, query) =>
        query.get('cursor') === null
          ? { body: { items: rows.slice(0, 1), next: '1' } }
          : { body: { items: rows.slice(1) } },
      )
      .on('GET /api/v1/engagements', {
        body: { items: [{ engagementId: ENGAGEMENT, code: 'NORD', zone: 'Europe/Warsaw', currency: 'PLN' }] },
      })
      .on('GET /api/v1/calendars', { body: [] });
  });
  afterEach(async () => {
    await there.stop();
    rmSync(folder, { recursive: true });
  });

  const importing = (...args: readonly string[]) => bw(['import', file, ...args], { url: there.url });
  const sent = (start: string) => there.seen.filter(({ method, path }) => `${method} ${path}`.startsWith(start));
  const accepts = () => sent(`POST /api/v1/imports/${IMPORT}/accept`).map(({ body }) => JSON.parse(body) as unknown);

  it('previews, with every row of every page, and changes nothing', async () => {
    const { status: ended, data, talk } = await importing('--plan', PLAN, '--rows');
    expect([ended, accepts()]).toEqual([0, []]);
    expect(data.join('\n')).toMatch(/3 {2}2 +quarantined {2}BAD_LINK \(D\): no such lag/);
    expect(talk).toContain(`Next: npx bw import ${file} --plan ${PLAN} --accept`);
  });

  it('ends with 1 where something is quarantined, and takes nothing over', async () => {
    status = 'blocked';
    expect((await importing('--plan', PLAN, '--accept')).status).toBe(1);
    expect(accepts()).toEqual([]);
  });

  it('takes over what is ready; and the rest of what is not, where that is wanted', async () => {
    await importing('--plan', PLAN, '--accept');
    status = 'blocked';
    await importing('--plan', PLAN, '--accept', '--leave-out');
    expect(accepts()).toEqual([{ quarantined: 'refuse' }, { quarantined: 'leave-out' }]);
  });

  it('sends file and mapping, single options above the mapping', async () => {
    await importing('--plan', PLAN, '--mapping', '{"zone":"UTC","columns":{"name":"Task"}}', '--zone', 'Europe/Berlin');
    const [post] = sent('POST /api/v1/imports?');
    expect(post?.body).toContain('{"zone":"Europe/Berlin","columns":{"name":"Task"}}');
    expect(post?.body).toContain('1,Build');
  });

  it('makes plan and calendar first, where that is wanted', async () => {
    const made: unknown[] = [];
    // Ids are made here: whatever is put is answered.
    const answerAll = (seen: { readonly method: string; readonly path: string; readonly body: string }) => {
      made.push([
        seen.method,
        seen.path.replace(/[0-9a-f-]{36}/, 'ID'),
        seen.body === '' ? undefined : JSON.parse(seen.body),
      ]);
      return { body: {} };
    };
    there.otherwise(answerAll);
    const { status: ended } = await importing(
      '--engagement',
      'NORD',
      '--new',
      'Plan',
      '--start',
      '2026-03-30',
      '--office-hours',
    );
    expect(ended).toBe(0);
    expect(made).toMatchObject([
      ['PUT', '/api/v1/calendars/ID', { engagementId: ENGAGEMENT, zone: 'Europe/Warsaw' }],
      ['POST', '/api/v1/calendars/ID/publish', {}],
      ['PUT', '/api/v1/plans/ID', { title: 'Plan', currency: 'PLN', projectStart: '2026-03-29T22:00:00.000Z' }],
    ]);
  });

  it.each([
    ['neither plan nor title', []],
    ['both', ['--plan', PLAN, '--new', 'Plan']],
    ['a new plan of nobody', ['--new', 'Plan']],
    ['a start that is no day', ['--new', 'Plan', '--engagement', 'NORD', '--start', 'monday']],
    ['no calendar', ['--new', 'Plan', '--engagement', 'NORD', '--start', '2026-03-30']],
    ['a mapping that is none', ['--plan', PLAN, '--mapping', '{']],
    ['a mapping of a file that is not there', ['--plan', PLAN, '--mapping', 'nowhere.json']],
  ])('is wrong use with %s, and makes nothing', async (_, args) => {
    expect((await importing(...args)).status).toBe(2);
    expect([...sent('PUT'), ...sent('POST /api')]).toEqual([]);
  });

  it('is wrong use without the file', async () => {
    expect((await bw(['import', join(folder, 'none.csv'), '--plan', PLAN], { url: there.url })).status).toBe(2);
  });
});
