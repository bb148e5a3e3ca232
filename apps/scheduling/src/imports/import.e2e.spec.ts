import type { ServiceUnderTest } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import type { PlanView } from '../plans/plan.bodies.ts';
import { engagementId, openHouse, upload } from '../testing/house.ts';
import type { ImportView, LayoutView, RowView } from './import.bodies.ts';

const calendarId = idOf('calendar');
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
const HEADER = 'ID,Name,Duration,Predecessors,Start,Total Cost';

interface ProblemBody {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

describe('files that somebody sends', () => {
  let house: ServiceUnderTest;
  let plans = 0;
  const manager = () => house.as('project-manager');
  const csv = (...lines: readonly string[]) => ({ name: 'plan.csv', bytes: [HEADER, ...lines].join('\n') });

  beforeAll(async () => {
    house = await openHouse();
    await manager().put(`/api/v1/calendars/${calendarId}`, { name: 'Days', zone: 'Europe/Warsaw', shifts: weekdays });
    await manager().post(`/api/v1/calendars/${calendarId}/publish`);
  }, 60_000);
  afterAll(() => house.stop());

  async function newPlan(): Promise<string> {
    plans += 1;
    const planId = idOf('plan', plans);
    const plan = { engagementId, title: `Plan ${plans}`, zone: 'Europe/Warsaw', currency: 'PLN', calendarId };
    await manager().put(`/api/v1/plans/${planId}`, { ...plan, projectStart: '2026-01-05T08:00:00.000Z' });
    return planId;
  }

  async function totals(planId: string) {
    return (await manager().get<PlanView>(`/api/v1/plans/${planId}`)).body.totals;
  }

  async function xlsx(fill: (sheet: ExcelJS.Worksheet) => void) {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('Plan'));
    return { name: 'plan.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
  }

  it.each<[string, string, number, string, () => Promise<{ name: string; bytes: Uint8Array | string }>]>([
    [
      'merged data cells',
      'MERGED_DATA_CELLS',
      400,
      '/rows/2/C',
      () =>
        xlsx((sheet) => {
          sheet.addRows([
            ['ID', 'Name', 'Duration'],
            [1, 'Dig', '2d'],
            [2, 'Fill', '2d'],
          ]);
          sheet.mergeCells('C2:C3');
        }),
    ],
    [
      '50,000 rows',
      'TOO_MANY_ROWS',
      413,
      '/file',
      async () => csv(...Array.from({ length: 50_000 }, (_, row) => `${row},Dig,1d`)),
    ],
    [
      'a zip bomb',
      'ZIP_BOMB',
      413,
      '/file',
      async () => ({ name: 'bomb.xlsx', bytes: zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70_000_000) }) }),
    ],
    [
      'a wrong encoding',
      'WRONG_ENCODING',
      400,
      '/rows/2',
      async () => ({
        name: 'plan.csv',
        bytes: Buffer.concat([Buffer.from(`${HEADER}\n1,`), Buffer.from([0xfc, 0x81]), Buffer.from(',1d')]),
      }),
    ],
    ['no header', 'NO_HEADER', 400, '/file', async () => ({ name: 'plan.csv', bytes: 'a,b\n1,2' })],
    ['an empty file', 'FILE_EMPTY', 400, '/file', async () => ({ name: 'plan.csv', bytes: '' })],
  ])('are refused for %s, by name and place', async (_, code, status, pointer, file) => {
    const planId = await newPlan();
    const answer = await upload<ProblemBody>(house, manager(), `/api/v1/imports?plan=${planId}`, await file());
    expect([answer.status, answer.body.errors[0]]).toMatchObject([status, { code, pointer }]);
    expect((await totals(planId)).activities).toBe(0);
  });

  it('are refused when they are larger than the limit', async () => {
    const planId = await newPlan();
    const bytes = `${HEADER}\n${'x'.repeat(11 * 1024 * 1024)}`;
    const answer = await upload<ProblemBody>(house, manager(), `/api/v1/imports?plan=${planId}`, {
      name: 'big.csv',
      bytes,
    });
    expect([answer.status, answer.body.code]).toEqual([413, 'TOO_LARGE']);
  });

  it.each<[string, string, string]>([
    ['1,Dig,2d,9,,', 'DANGLING_LINK', '/rows/2/D'],
    ['1,Dig,2d,,2026-02-30,', 'BAD_DATE', '/rows/2/E'],
    ['1,Dig,2d,1,,', 'SELF_LINK', '/rows/2/D'],
    ['1,Dig,2d,,,=1+1', 'BAD_MONEY', '/rows/2/F'],
  ])(
    'hold a row that cannot be taken (%s): nothing of the file is, unless the row may stay out',
    async (bad, code, pointer) => {
      const planId = await newPlan();
      const preview = await upload<ImportView>(
        house,
        manager(),
        `/api/v1/imports?plan=${planId}`,
        csv(bad, '2,Fill,1d,,,'),
      );
      expect(preview.body).toMatchObject({ status: 'blocked', counts: { quarantined: 1, accepted: 1 } });
      const url = `/api/v1/imports/${preview.body.importId}/accept`;
      const refused = await manager().post(url, {});
      expect(refused).toMatchObject({ status: 422, body: { code: 'IMPORT_QUARANTINED', errors: [{ code, pointer }] } });
      expect((await totals(planId)).activities).toBe(0);

      expect((await manager().post(url, { quarantined: 'leave-out' })).status).toBe(200);
      expect((await totals(planId)).activities).toBe(1);
      expect((await manager().get(`/api/v1/imports/${preview.body.importId}`)).body).toMatchObject({
        status: 'accepted',
      });
    },
  );

  it('hold links in a circle: nothing is taken, whatever stays out', async () => {
    const planId = await newPlan();
    const file = csv('1,A,1d,3,,', '2,B,1d,1,,', '3,C,1d,2,,');
    const preview = await upload<ImportView>(house, manager(), `/api/v1/imports?plan=${planId}`, file);
    expect(preview.body.problems).toMatchObject([{ code: 'CYCLE', column: 'D' }]);
    const answer = await manager().post(`/api/v1/imports/${preview.body.importId}/accept`, {
      quarantined: 'leave-out',
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'CYCLE' } });
    expect((await totals(planId)).activities).toBe(0);
  });

  it('hold formulas: they stay text, or their stored result is taken, and the report says so', async () => {
    const planId = await newPlan();
    const file = await xlsx((sheet) => {
      sheet.addRow(['ID', 'Name', 'Duration', 'Total Cost']);
      sheet.addRow([1, '=HYPERLINK("http://example.org","x")', '2d', { formula: 'A2*100', result: 100 }]);
    });
    const preview = await upload<ImportView>(house, manager(), `/api/v1/imports?plan=${planId}`, file);
    const { body } = await manager().get<{ items: { status: string; notes: { code: string }[] }[] }>(
      `/api/v1/imports/${preview.body.importId}/rows`,
    );
    expect(body.items[0]?.notes.map(({ code }) => code).toSorted()).toEqual([
      'FORMULA_NOT_EVALUATED',
      'LOOKS_LIKE_A_FORMULA',
    ]);
  });

  const preview = async (planId: string, name: string, ...lines: readonly string[]) => {
    const url = `/api/v1/imports?plan=${planId}`;
    return (await upload<ImportView>(house, manager(), url, { ...csv(...lines), name })).body;
  };
  const accept = ({ importId }: ImportView, body: object = {}) =>
    manager().post<ProblemBody>(`/api/v1/imports/${importId}/accept`, body);
  const rowsOf = async ({ importId }: ImportView, query = '') =>
    (await manager().get<{ items: RowView[] }>(`/api/v1/imports/${importId}/rows${query}`)).body.items;

  it('update a plan by the codes of their rows, and say beforehand what changes', async () => {
    const planId = await newPlan();
    await accept(await preview(planId, 'a.csv', '1,Dig,2d,,,', '2,Fill,1d,1,,', '3,Plant,1d,2,,'));
    const second = await preview(planId, 'b.csv', '2,Fill,3d,1,,', '3,Plant,1d,2,,', '4,Water,1d,1;3,,');
    expect(second).toMatchObject({
      status: 'ready',
      missing: ['1'],
      counts: { added: 1, changed: 1, unchanged: 1, missing: 1 },
    });
    expect((await rowsOf(second)).map(({ code, change }) => [code, change])).toEqual([
      ['2', 'changed'],
      ['3', 'unchanged'],
      ['4', 'added'],
    ]);
    expect((await rowsOf(second, '?change=changed')).map(({ code }) => code)).toEqual(['2']);
    expect((await accept(second)).status).toBe(200);
    expect((await accept(second)).status).toBe(200);
    expect(await totals(planId)).toMatchObject({ activities: 4, links: 4 });
    const again = await preview(planId, 'c.csv', '2,Fill,3d,1,,', '3,Plant,1d,2,,', '4,Water,1d,1;3,,');
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  it('are not taken when the plan has moved on since somebody looked', async () => {
    const planId = await newPlan();
    const [first, second] = [
      await preview(planId, 'a.csv', '1,Dig,2d,,,'),
      await preview(planId, 'b.csv', '2,Fill,2d,,,'),
    ];
    await accept(first);
    expect(await accept(second)).toMatchObject({ status: 409, body: { code: 'VERSION_CONFLICT' } });
    expect((await totals(planId)).activities).toBe(1);
  });

  it('need codes where the plan has activities already', async () => {
    const planId = await newPlan();
    await accept(await preview(planId, 'a.csv', '1,Dig,2d,,,'));
    const file = { name: 'b.csv', bytes: 'Name,Duration\nFill,2d' };
    const { body } = await upload<ImportView>(house, manager(), `/api/v1/imports?plan=${planId}`, file);
    expect(body).toMatchObject({ status: 'blocked', problems: [{ code: 'NEEDS_CODES', row: 1 }] });
  });

  it('give back the rows that could not be taken, to be mended and imported again', async () => {
    const planId = await newPlan();
    const first = await preview(planId, 'a.csv', '1,"Dig, deep",2x,,,', '2,=Fill,1d,1,,', '3,Plant,1d,,,');
    expect((await rowsOf(first, '?status=quarantined'))[0]).toMatchObject({
      row: 2,
      cells: { code: '1', name: 'Dig, deep', duration: '2x' },
    });
    await accept(first, { quarantined: 'leave-out' });
    const answer = await house.app.inject({
      url: `/api/v1/imports/${first.importId}/quarantine`,
      headers: await manager().authorization(),
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toBe('\uFEFFID,Name,Predecessors,Start,Duration,Total Cost,Row in the file,Why it was not taken');
    expect(lines[1]).toMatch(/^1,"Dig, deep",,,2x,,2,"?C: "+2x"+ has the unknown unit .*\(BAD_DURATION\)/);
    // The link that waited for the bad row comes with it; and no cell of it runs as a formula.
    expect(lines[2]).toMatch(/^2,'=Fill,1,,1d,,3,/);

    const mended = { name: 'mended.csv', bytes: answer.body.replace(',2x,', ',2d,') };
    const second = await upload<ImportView>(house, manager(), `/api/v1/imports?plan=${planId}`, mended);
    expect(second.body).toMatchObject({ status: 'ready', counts: { added: 1, changed: 1, missing: 1 } });
    await accept(second.body);
    expect(await totals(planId)).toMatchObject({ activities: 3, links: 1 });
  });

  it('make their plan, whose start the file knows', async () => {
    const planId = idOf('plan', 'new');
    const url = `/api/v1/imports?plan=${planId}&engagement=${engagementId}`;
    const plan = JSON.stringify({ title: 'From a file', zone: 'Europe/Warsaw', currency: 'PLN', calendarId });
    const file = csv('1,Dig,2d,,2026-03-02 09:00,', '2,Fill,1d,1,2026-03-04 09:00,');
    const first = await upload<ImportView>(house, manager(), url, file, { plan });
    const projectStart = '2026-03-02T08:00:00.000Z';
    expect(first.body).toMatchObject({ status: 'ready', makesPlan: true, projectStart, counts: { added: 2 } });
    expect((await manager().get(`/api/v1/plans/${planId}`)).status).toBe(404);
    expect((await house.as('sponsor').get(`/api/v1/imports/${first.body.importId}`)).status).toBe(200);

    expect((await accept(first.body)).status).toBe(200);
    expect((await accept(first.body)).status).toBe(200);
    expect((await manager().get<PlanView>(`/api/v1/plans/${planId}`)).body).toMatchObject({
      title: 'From a file',
      projectStart,
      totals: { activities: 2 },
    });
    const wrong = await upload<ProblemBody>(house, manager(), url.replace(planId, idOf('plan', 'other')), file, {
      plan: '{"title":""}',
    });
    expect(wrong.body.errors.map(({ pointer }) => pointer)).toContain('/plan/title');
  });

  it('show how they are laid out before anybody says what is what', async () => {
    const file = { name: 'plan.csv', bytes: 'Key;What;Days;WBS\nA;Dig;2d;1\n;;;\nB;Fill;1d;2\n' };
    const { body } = await upload<LayoutView>(house, manager(), '/api/v1/imports/layout', file);
    expect(body).toMatchObject({ format: 'csv', headerRow: 1, columns: { wbs: 'D' }, notes: [{ code: 'NO_HEADER' }] });
    expect(body.sheets).toMatchObject([{ name: 'csv', rows: 4, columns: 4 }]);
    expect(body.sheets[0]?.first[1]).toEqual({ row: 2, cells: { A: 'A', B: 'Dig', C: '2d', D: '1' } });

    const planId = await newPlan();
    const mapping = JSON.stringify({
      headerRow: 1,
      columns: { code: 'column A', name: 'column B', duration: 'column C', start: '-' },
    });
    const said = await upload<ImportView>(house, manager(), `/api/v1/imports?plan=${planId}`, file, { mapping });
    expect(said.body).toMatchObject({ status: 'ready', columns: { code: 'Key', name: 'What', duration: 'Days' } });

    const known = await upload<LayoutView>(house, manager(), '/api/v1/imports/layout', {
      ...csv('1,Dig,2d,,,'),
      name: 'known.csv',
    });
    expect(known.body).toMatchObject({ headerRow: 1, columns: { code: 'A', name: 'B', duration: 'C', start: 'E' } });
    const refused = await upload<ProblemBody>(house, manager(), '/api/v1/imports/layout', { name: 'x', bytes: '' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 'FILE_EMPTY' }] } });
    const limits = await manager().get('/api/v1/imports/limits');
    expect(limits.body).toMatchObject({ rows: 20_000, fileBytes: 10 * 1024 * 1024 });
  });

  it('follow a mapping, and a wrong one is named', async () => {
    const planId = await newPlan();
    const file = { name: 'plan.csv', bytes: 'Key;What;Days;From\nA;Dig;2d;03/04/2026\n' };
    const columns = { code: 'Key', name: 'What', duration: 'Days', start: 'From' };
    const url = `/api/v1/imports?plan=${planId}`;
    const good = await upload<ImportView>(house, manager(), url, file, {
      mapping: JSON.stringify({ columns, dateOrder: 'dmy' }),
    });
    expect(good.body).toMatchObject({
      status: 'ready',
      columns: { code: 'Key', start: 'From' },
      counts: { repaired: 1 },
    });
    const wrong = await upload<ProblemBody>(house, manager(), url, file, { mapping: '{"zone":"Mars/Base"}' });
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '/mapping/zone' });
    const money = await upload<ProblemBody>(house, manager(), url, file, { mapping: '{"currency":"EUR"}' });
    expect(money.body.errors[0]).toMatchObject({ pointer: '/mapping/currency' });
  });

  it('need a form with a file', async () => {
    const planId = await newPlan();
    expect(await manager().post(`/api/v1/imports?plan=${planId}`, {})).toMatchObject({ status: 415 });
  });

  it('are for those who plan; others do not know of them', async () => {
    const planId = await newPlan();
    const preview = await upload<ImportView>(house, manager(), `/api/v1/imports?plan=${planId}`, csv('1,Dig,2d,,,'));
    const url = `/api/v1/imports/${preview.body.importId}`;
    expect((await house.as('sponsor').get(url)).status).toBe(200);
    expect((await house.as('sponsor').post(`${url}/accept`, {})).status).toBe(403);
    await house.knows({ client: idOf('other client'), engagement: idOf('other engagement') });
    await house.grant('stranger', { roles: ['sponsor'], party: 'client', client: idOf('other client') });
    for (const path of [url, `${url}/rows`, `/api/v1/plans/${planId}`, `/api/v1/plans/${planId}/activities`]) {
      const answer = await house.as('stranger').get(path);
      expect([answer.status, JSON.stringify(answer.body).includes(engagementId)]).toEqual([404, false]);
    }
  });
});
