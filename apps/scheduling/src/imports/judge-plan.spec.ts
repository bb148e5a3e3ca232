import { compileCalendar } from '@bw/working-time';
import { readCsv } from './csv.ts';
import type { ImportMapping } from './import-mapping.ts';
import { importLimits } from './import-report.ts';
import { judgePlan } from './judge-plan.ts';
import type { JudgedPlan } from './plan-draft.ts';
import { findTable } from './table.ts';

const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:00', to: '12:00' },
  { weekday, from: '13:00', to: '17:00' },
]);
const calendar = compileCalendar({ zone: 'Europe/Brussels', shifts: weekdays, exceptions: [], holidays: [] });
const HEADER = 'ID;Name;WBS;Predecessors;Start;Finish;Duration;Resources;Fixed Cost;Total Cost';

function judge(lines: readonly string[], mapping: ImportMapping = {}, header = HEADER): JudgedPlan {
  const table = findTable([readCsv([header, ...lines].join('\n'), importLimits)], mapping);
  return judgePlan(table, {
    zone: 'Europe/Brussels',
    currency: 'EUR',
    calendar,
    units: { day: 480, week: 2_400 },
    projectStart: '2026-01-05T07:00:00.000Z',
    mapping,
    limits: importLimits,
  });
}

const notesOf = ({ rows }: JudgedPlan, row: number) =>
  rows.find((each) => each.row === row)?.notes.map(({ code }) => code);
const statuses = ({ rows }: JudgedPlan) => rows.map(({ status }) => status);

describe('a schedule out of a file', () => {
  it('may be as long as the limit says', () => {
    const lines = Array.from({ length: importLimits.rows }, (_, row) => {
      const place = `${Math.floor(row / 20) + 1}`;
      if (row % 20 === 0) return `S${row};Phase;${place};;;;;;;`;
      return `A${row};Do it;${place}.${row % 20};${row % 20 > 1 ? `A${row - 1}` : ''};;;3d;;;100.50`;
    });
    const { draft, rows, problems } = judge(lines);
    expect([problems, rows.filter(({ status }) => status === 'quarantined')]).toEqual([[], []]);
    expect([draft.activities.length, draft.links.length]).toEqual([20_000, 18_000]);
  }, 30_000);

  const small = [
    '0;Project;1;;;;;;;1100.50',
    '1;Dig;1.1;;2026-01-05 08:00;2026-01-06 17:00;2d;Crew[2 #5];100;600.50',
    '2;Fill;1.2;1FS+1d;2026-01-08 08:00;2026-01-08 17:00;1d;Crew;;500',
  ];

  it('gives activities, links, resources and budgets', () => {
    const { draft, problems, ...judged } = judge(small);
    expect(problems).toEqual([]);
    expect(draft.fields).toEqual(expect.arrayContaining(['code', 'name', 'wbs', 'predecessors', 'totalCost']));
    expect(draft).toMatchObject({
      activities: [
        { row: 2, code: '0', wbs: '1', name: 'Project', type: 'summary', duration: 0, demands: [] },
        {
          row: 3,
          code: '1',
          wbs: '1.1',
          name: 'Dig',
          type: 'task',
          duration: 960,
          start: '2026-01-05T07:00:00.000Z',
          finish: '2026-01-06T16:00:00.000Z',
          budget: { fixed: 10_000, variable: 50_050 },
          demands: [{ resource: 'Crew', units: 20_000 }],
        },
        {
          row: 4,
          code: '2',
          wbs: '1.2',
          name: 'Fill',
          type: 'task',
          duration: 480,
          start: '2026-01-08T07:00:00.000Z',
          finish: '2026-01-08T16:00:00.000Z',
          budget: { fixed: 0, variable: 50_000 },
          demands: [{ resource: 'Crew', units: 10_000 }],
        },
      ],
      links: [{ predecessor: '1', successor: '2', type: 'FS', lag: 480, lagCalendar: 'predecessor' }],
      resources: [{ code: 'Crew', availability: 50_000 }],
    });
    expect(statuses({ draft, problems, ...judged })).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('compares a summary with what lies below it', () => {
    expect(notesOf(judge(['0;Project;1;;;;;;;999', ...small.slice(1)]), 2)).toEqual(['COST_DISAGREES']);
  });

  it('keeps a date that is later than the logic, and says so', () => {
    const late = judge([...small.slice(0, 2), '2;Fill;1.2;1FS+1d;2026-01-12 08:00;;1d;;;500']);
    expect(notesOf(late, 4)).toEqual(['DATE_CALCULATED', 'LATER_THAN_LOGIC']);
    expect(late.draft.activities[2]?.noEarlierThan).toBe('2026-01-12T07:00:00.000Z');
    const early = judge([...small.slice(0, 2), '2;Fill;1.2;1FS+1d;2026-01-07 08:00;2026-01-07 17:00;1d;;;500']);
    expect(notesOf(early, 4)).toEqual(['EARLIER_THAN_LOGIC']);
  });

  it('counts rows where no code is given', () => {
    const { draft } = judge(['Dig;2d;', ';;', 'Fill;1d;1'], {}, 'Name;Duration;Predecessors');
    expect(draft.activities.map(({ code, wbs }) => [code, wbs])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    expect(draft.links).toEqual([expect.objectContaining({ predecessor: '1', successor: '2' })]);
  });

  it('reports blank rows', () => {
    expect(statuses(judge([...small, ';;;;;;;;;', '3;Rest;1.3;;;;1h;;;']))).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'blank',
      'accepted',
    ]);
  });

  it.each([
    ['3;Bad;1.3;;2026-02-30;;1d;;;', 'BAD_DATE', 'E'],
    ['3;Bad;1.3;;2026-01-09;2026-01-08;1d;;;', 'FINISH_BEFORE_START', 'F'],
    ['3;Bad;1.3;;;;soon;;;', 'BAD_DURATION', 'G'],
    ['3;Bad;1.3;;;;2ed;;;', 'BAD_DURATION', 'G'],
    ['3;Bad;1.3;;;;;;;', 'NO_DURATION', 'G'],
    ['3;Bad;1.3;;;;1d;;;a lot', 'BAD_MONEY', 'J'],
    ['3;Bad;1.3;;;;1d;;;-5', 'NEGATIVE_BUDGET', 'J'],
    ['3;Bad;1.3;;;;1d;Crew[x];;', 'BAD_RESOURCE', 'H'],
    ['3;Bad;1.3;77FS;;;1d;;;', 'DANGLING_LINK', 'D'],
    ['3;Bad;1.3;3;;;1d;;;', 'SELF_LINK', 'D'],
    ['3;Bad;1.3;1;1;;1d;;;', 'BAD_DATE', 'E'],
    ['3;Bad;1.3;1FS,1FS+1d;;;1d;;;', 'DUPLICATE_LINK', 'D'],
    ['3;Bad;1.3;1FS+soon;;;1d;;;', 'BAD_LINK', 'D'],
    ['3;Bad;1.3;0;;;1d;;;', 'LINK_ON_SUMMARY', 'D'],
    ['2;Bad;1.3;;;;1d;;;', 'DUPLICATE_CODE', 'A'],
    ['!;Bad;1.3;;;;1d;;;', 'BAD_CODE', 'A'],
    [`3;${'x'.repeat(301)};1.3;;;;1d;;;`, 'TEXT_TOO_LONG', 'B'],
  ])('quarantines %s', (line, code, column) => {
    const judged = judge([...small, line]);
    const row = judged.rows.find((each) => each.row === 5);
    expect(row?.status).toBe('quarantined');
    expect(row?.notes[0]).toMatchObject({ code, row: 5, column });
    expect(judged.draft.activities).toHaveLength(3);
  });

  it('takes a row that is well', () => {
    const judged = judge([...small, '3;Good;1.3;1;;;1d;;;']);
    expect(judged.rows.find((each) => each.row === 5)?.status).toBe('accepted');
    expect(judged.draft.activities).toHaveLength(4);
  });

  it('refuses links on a summary, and says what waits for a bad row', () => {
    const judged = judge(['0;Project;1;1;;;;;;', '1;Dig;1.1;;;;bad;;;', '2;Fill;1.2;1;;;1d;;;']);
    expect(notesOf(judged, 2)).toContain('LINK_ON_SUMMARY');
    expect(notesOf(judged, 4)).toEqual(['LEFT_OUT']);
    expect(judged.draft.links).toEqual([]);
  });

  it('names the whole path of a circle', () => {
    const { problems } = judge(['1;A;1;3;;;1d;;;', '2;B;2;1;;;1d;;;', '3;C;3;2SS;;;1d;;;']);
    expect(problems).toEqual([expect.objectContaining({ code: 'CYCLE', column: 'D' })]);
    expect(problems[0]?.detail).toMatch(/^has links that run in a circle: (\d (FS|SS) > ){3}\d$/);
  });

  it('mends what it safely can, and says what it did', () => {
    const judged = judge(['A 1;;x y;;05.01.2026;;3;;;1.005', '=2+2;=HYPERLINK(1);2;A 1SS+50%;;;0;;;']);
    expect(notesOf(judged, 2)).toEqual([
      'CODE_REPAIRED',
      'WBS_REPAIRED',
      'NAME_REPAIRED',
      'DATE_ASSUMED',
      'DURATION_ASSUMED',
      'DATE_CALCULATED',
      'MONEY_ROUNDED',
    ]);
    expect(notesOf(judged, 3)).toEqual(['CODE_REPAIRED', 'TYPE_ASSUMED', 'LOOKS_LIKE_A_FORMULA']);
    expect(judged.draft.activities).toMatchObject([
      { code: 'A-1', wbs: 'x-y', name: 'A-1', start: '2026-01-05T07:00:00.000Z', budget: { variable: 100 } },
      { code: '2-2', name: '=HYPERLINK(1)', type: 'finish-milestone' },
    ]);
    expect(judged.draft.links).toMatchObject([{ type: 'SS', lag: 720 }]);
  });

  it('takes cost per hour where nothing better is given', () => {
    const { draft } = judge(['1;Dig;2h;20;30;'], {}, 'ID;Name;Duration;Cost/Hour;Fixed Cost;Type');
    expect(draft.activities[0]?.budget).toEqual({ fixed: 3_000, variable: 4_000 });
  });

  it('knows types and earning rules by their usual names', () => {
    const { draft, rows } = judge(
      ['1;Go;0;Start Milestone;0/100', '2;Watch;2d;LOE;loe', '3;Odd;1d;dance;50-50', '4;Odd;1d;task;magic'],
      {},
      'ID;Name;Duration;Type;Earning rule',
    );
    expect(draft.activities).toMatchObject([
      { type: 'start-milestone', earningRule: 'ZERO_100' },
      { type: 'level-of-effort', earningRule: 'LOE' },
    ]);
    expect(rows.map(({ notes }) => notes[0]?.code)).toEqual([undefined, undefined, 'BAD_TYPE', 'BAD_RULE']);
  });
});
