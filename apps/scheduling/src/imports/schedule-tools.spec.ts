import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { compileCalendar } from '@bw/working-time';
import { importLimits, UnreadableFile } from './import-report.ts';
import { judgePlan } from './judge-plan.ts';
import type { JudgedPlan } from './plan-draft.ts';
import { readFile } from './read-file.ts';
import { textOf } from './sheet.ts';
import { findTable } from './table.ts';
import { readXml } from './xml.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }));
const calendar = compileCalendar({ zone: 'Europe/Berlin', shifts, exceptions: [], holidays: [] });

async function judge(bytes: Uint8Array): Promise<JudgedPlan> {
  const { sheets } = await readFile(bytes, {}, importLimits);
  return judgePlan(findTable(sheets, {}), {
    zone: 'Europe/Berlin',
    currency: 'EUR',
    calendar,
    units: { day: 480, week: 2_400 },
    projectStart: '2026-03-02T07:00:00.000Z',
    findsStart: true,
    mapping: {},
    limits: importLimits,
  });
}

async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { sheets } = await readFile(bytes, {}, importLimits);
  return (sheets[0]?.rows ?? []).map(({ cells }) => cells.map(textOf).join(' | '));
}

const task = (id: number, place: string, more: string) =>
  `<Task><UID>${id + 10}</UID><ID>${id}</ID><OutlineNumber>${place}</OutlineNumber>${more}</Task>`;
const link = (uid: number, type: number, lag: number, format: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
const mspdi = (tasks: string, rest = '') =>
  utf8(`<?xml version="1.0"?>\n<Project xmlns="http://schemas.microsoft.com/project"><Title>Move</Title>
    <Calendars><Calendar/></Calendars><Tasks>${tasks}</Tasks>${rest}</Project>`);

describe('XML of Microsoft Project', () => {
  const file = mspdi(
    [
      task(0, '0', '<Name>Move</Name>'),
      task(1, '1', '<Name>Phase &amp; more</Name><Summary>1</Summary><Cost>1</Cost>'),
      task(
        2,
        '1.1',
        '<Name>Dig</Name><Duration>PT16H0M0S</Duration><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T16:00:00</Finish><FixedCost>10050</FixedCost>',
      ),
      task(3, '1.2', `<Name>Fill</Name><Duration>PT8H0M0S</Duration>${link(12, 1, 4800, 7)}${link(12, 3, 50, 19)}`),
      task(4, '2', `<Name>Done</Name><Milestone>1</Milestone><Duration>PT0H0M0S</Duration>${link(13, 0, -600, 6)}`),
      task(5, '3', '<Name>Gone</Name><Active>0</Active>'),
      '<Task><UID>99</UID><IsNull>1</IsNull></Task>',
    ].join(''),
    `<Resources><Resource><UID>1</UID><Name>Crew; night</Name></Resource></Resources>
     <Assignments><Assignment><TaskUID>12</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units><Cost>80000</Cost></Assignment></Assignments>`,
  );

  it('is read like a sheet of its tasks', async () => {
    expect(await linesOf(file)).toEqual([
      'ID | Name | WBS | Type | Duration | Start | Finish | Predecessors | Resources | Resource Cost | Fixed Cost',
      '1 | Phase & more | 1 |  |  |  |  |  |  |  | ',
      '2 | Dig | 1.1 | task | 960m | 2026-03-02T08:00 | 2026-03-03T16:00 |  | Crew  night[50%] | 800.00 | 100.50',
      '3 | Fill | 1.2 | task | 480m |  |  | 2FS+480m;2SS+50% |  |  | ',
      '4 | Done | 2 | finish milestone | 0m |  |  | 3FF-60em |  |  | ',
    ]);
    const { notes } = await readFile(file, {}, importLimits);
    expect(notes.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('1 calendars'),
      expect.stringContaining('1 inactive'),
    ]);
  });

  it('is judged like any other file', async () => {
    const { draft, rows, problems, projectStart } = await judge(file);
    expect(problems).toEqual([]);
    expect(rows.filter(({ status }) => status === 'quarantined')).toEqual([]);
    expect(projectStart).toBe('2026-03-02T07:00:00.000Z');
    expect(draft.activities.map(({ code, type, duration }) => [code, type, duration])).toEqual([
      ['1', 'summary', 0],
      ['2', 'task', 960],
      ['3', 'task', 480],
      ['4', 'finish-milestone', 0],
    ]);
    expect(draft.activities[1]?.budget).toEqual({ fixed: 10_050, variable: 80_000 });
    expect(draft.links).toEqual([
      { predecessor: '2', successor: '3', type: 'FS', lag: 480, lagCalendar: 'predecessor' },
      { predecessor: '2', successor: '3', type: 'SS', lag: 480, lagCalendar: 'predecessor' },
      { predecessor: '3', successor: '4', type: 'FF', lag: -60, lagCalendar: '24h' },
    ]);
  });

  it.each([
    ['UNKNOWN_FORMAT', '<?xml version="1.0"?><APIBusinessObjects/>'],
    ['BROKEN_FILE', '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "b">]><Project>&a;</Project>'],
    ['BROKEN_FILE', '<Project><Tasks></Project>'],
    ['BROKEN_FILE', '<Project><Tasks>'],
    ['BROKEN_FILE', `<Project>${'<a>'.repeat(200)}`],
    ['FILE_EMPTY', '<Project><Tasks></Tasks></Project>'],
  ])('is refused as %s: %s', async (code, text) => {
    const reading = readFile(utf8(text), {}, importLimits);
    await expect(reading).rejects.toMatchObject({ notes: [{ code }] });
    await expect(reading).rejects.toBeInstanceOf(UnreadableFile);
  });

  it('is text and elements, whatever else stands between', () => {
    expect(readXml('<?x y?><a b="1"><!-- <c> --><d><![CDATA[<e>]]> &#x41;&lt;&nothing;</d><f/></a>')).toEqual({
      name: 'a',
      text: '',
      children: [
        { name: 'd', text: '<e> A<&nothing;', children: [] },
        { name: 'f', text: '', children: [] },
      ],
    });
  });
});

const xer = (...tables: readonly (readonly string[])[]) =>
  utf8(['ERMHDR\t19.12\t2026-01-01', ...tables.flat(), '%E'].join('\r\n'));
const TABLES: readonly (readonly string[])[] = [
  ['%T\tPROJECT', '%F\tproj_id\tproj_short_name', '%R\t1\tMOVE'],
  ['%T\tCALENDAR', '%F\tclndr_id', '%R\t1'],
  [
    '%T\tPROJWBS',
    '%F\twbs_id\tproj_id\tseq_num\tproj_node_flag\twbs_name\tparent_wbs_id',
    '%R\t10\t1\t1\tY\tMove\t',
    '%R\t12\t1\t20\tN\tBuild\t10',
    '%R\t11\t1\t10\tN\tDesign\t10',
    '%R\t13\t1\t30\tN\tEmpty\t10',
  ],
  ['%T\tRSRC', '%F\trsrc_id\trsrc_name', '%R\t7\tCrew'],
  [
    '%T\tTASK',
    '%F\ttask_id\tproj_id\twbs_id\ttask_type\ttask_code\ttask_name\ttarget_drtn_hr_cnt\ttarget_start_date\ttarget_end_date',
    '%R\t100\t1\t11\tTT_Task\tA-10\tDraw\t16\t2026-03-02 08:00\t2026-03-03 16:00',
    '%R\t101\t1\t12\tTT_Rsrc\tOFFSET\tDig\t8\t\t',
    '%R\t102\t1\t12\tTT_FinMile\tEND\tReady\t0\t\t',
    '%R\t900\t2\t99\tTT_Task\tX\tElsewhere\t8\t\t',
  ],
  [
    '%T\tTASKPRED',
    '%F\ttask_id\tpred_task_id\tproj_id\tpred_type\tlag_hr_cnt',
    '%R\t101\t100\t1\tPR_SS\t8',
    '%R\t102\t101\t1\tPR_FS\t-4',
    '%R\t102\t900\t1\tPR_FS\t0',
  ],
  [
    '%T\tTASKRSRC',
    '%F\ttask_id\tproj_id\trsrc_id\ttarget_qty_per_hr\ttarget_cost',
    '%R\t100\t1\t7\t2\t1440.5',
    '%R\t100\t1\t7\t2\t10',
  ],
];

describe('an export of Primavera P6', () => {
  it('is read like a sheet, with its work breakdown above', async () => {
    expect(await linesOf(xer(...TABLES))).toEqual([
      'ID | Name | WBS | Type | Duration | Start | Finish | Predecessors | Resources | Resource Cost',
      'WBS-1 | Design | 1 |  |  |  |  |  |  | ',
      'WBS-2 | Build | 2 |  |  |  |  |  |  | ',
      'A-10 | Draw | 1.1 | task | 16h | 2026-03-02T08:00 | 2026-03-03T16:00 |  | Crew[2] | 1450.50',
      'OFFSET | Dig | 2.1 | task | 8h |  |  | A-10SS+8h |  | ',
      'END | Ready | 2.2 | finish milestone | 0h |  |  | OFFSETFS-4h |  | ',
    ]);
    const { notes, format } = await readFile(xer(...TABLES), {}, importLimits);
    expect([format, ...notes.map(({ detail }) => detail)]).toEqual([
      'xer',
      expect.stringContaining('1 calendars'),
      expect.stringContaining('1 other projects'),
      expect.stringContaining('1 links'),
    ]);
  });

  it('is judged like any other file', async () => {
    const { draft, rows, problems } = await judge(xer(...TABLES));
    expect([problems, rows.filter(({ status }) => status === 'quarantined')]).toEqual([[], []]);
    expect(draft.activities.map(({ code, type, wbs }) => [code, type, wbs])).toEqual([
      ['WBS-1', 'summary', '1'],
      ['WBS-2', 'summary', '2'],
      ['A-10', 'task', '1.1'],
      ['OFFSET', 'task', '2.1'],
      ['END', 'finish-milestone', '2.2'],
    ]);
    expect(draft.links.map(({ predecessor, type, lag }) => [predecessor, type, lag])).toEqual([
      ['A-10', 'SS', 480],
      ['OFFSET', 'FS', -240],
    ]);
  });

  it('without activities is refused by name', async () => {
    await expect(readFile(xer(), {}, importLimits)).rejects.toMatchObject({ notes: [{ code: 'FILE_EMPTY' }] });
  });
});

const shared = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const there = existsSync(`${shared}p6-building-51.xer`);

/** Real files of schedule tools, where the research data is at hand. */
(there ? describe : describe.skip)('real files of schedule tools', () => {
  const read = (name: string) => {
    const bytes = readFileSync(shared + name);
    return judge(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  };

  it.each([
    ['p6-building-51.xer', 51, 59],
    ['p6-hotel-4217.xer.gz', 4_217, 7_586],
  ])('are read from P6 to the last activity and link: %s', async (name, activities, links) => {
    const { draft, rows } = await read(name);
    expect(rows.filter(({ status }) => status === 'quarantined').map(({ row, notes }) => [row, notes])).toEqual([]);
    expect(draft.activities.filter(({ code }) => !code.startsWith('WBS-'))).toHaveLength(activities);
    expect(draft.links).toHaveLength(links);
  });

  it.each(['mpxj/task-links-project2019-mspdi.xml', 'mpxj/sample.xml', 'mpxj/mspdiduration.xml'])(
    'are read from Microsoft Project: %s',
    async (name) => {
      const { draft, rows } = await read(name);
      expect(draft.activities.length).toBeGreaterThan(3);
      const bad = rows.filter(({ status }) => status === 'quarantined');
      expect(bad.length / rows.length).toBeLessThanOrEqual(0.5);
      for (const { notes } of bad) expect(notes.length).toBeGreaterThan(0);
    },
  );
});
