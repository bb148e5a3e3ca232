import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileCalendar } from '@bw/working-time';
import { importLimits } from './import-report.ts';
import { judgeCalendar } from './judge-calendar.ts';
import { judgePlan } from './judge-plan.ts';
import type { JudgedPlan } from './plan-draft.ts';
import { readFile } from './read-file.ts';
import { findTable } from './table.ts';
import { workUnitsOf } from './work-units.ts';

const shared = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const there = existsSync(`${shared}dslib-c2011-07.xlsx`);
const read = (name: string) => readFile(readFileSync(shared + name), {}, importLimits);

/** The IT procurement project of 49 activities (DSLIB C2011-07), where the research data is at hand. */
(there ? describe : describe.skip)('the procurement project', () => {
  const judge = async (name: string): Promise<JudgedPlan> => {
    const { draft } = judgeCalendar((await read('dslib-c2011-07-calendar.csv')).sheets);
    const zone = 'Europe/Brussels';
    const calendar = compileCalendar({ zone, shifts: draft.shifts, exceptions: [], holidays: draft.days });
    const table = findTable((await read(name)).sheets, {});
    return judgePlan(table, {
      zone,
      currency: 'EUR',
      calendar,
      units: workUnitsOf(draft),
      projectStart: '2010-01-01T07:00:00.000Z',
      mapping: {},
      limits: importLimits,
    });
  };

  it.each(['dslib-c2011-07-baseline.csv', 'dslib-c2011-07.xlsx'])('is read completely from %s', async (name) => {
    const { draft, rows, problems } = await judge(name);
    expect(problems).toEqual([]);
    expect(rows.filter(({ status }) => status === 'quarantined')).toEqual([]);
    const work = draft.activities.filter(({ type }) => type !== 'summary');
    expect([work.length, draft.activities.length - work.length, draft.links.length, draft.resources.length]).toEqual([
      49, 20, 56, 5,
    ]);
    const bac = work.reduce((sum, { budget }) => sum + (budget?.fixed ?? 0) + (budget?.variable ?? 0), 0);
    expect(bac).toBe(18_075_944);
    expect(work.reduce((sum, { budget }) => sum + (budget?.fixed ?? 0), 0)).toBe(7_612_000);
  });

  it('keeps the dates of the fifteen activities that resource levelling moved, and names them', async () => {
    const { draft, rows } = await judge('dslib-c2011-07-baseline.csv');
    const later = rows.filter(({ notes }) => notes.some(({ code }) => code === 'LATER_THAN_LOGIC'));
    expect(later).toHaveLength(15);
    expect(draft.activities.filter(({ noEarlierThan }) => noEarlierThan)).toHaveLength(15);
    const codes = new Set(rows.flatMap(({ notes }) => notes.map(({ code }) => code)));
    expect([...codes]).toEqual(['LATER_THAN_LOGIC']);
  });

  it('gives the same from the workbook as from the text file', async () => {
    const [text, workbook] = [await judge('dslib-c2011-07-baseline.csv'), await judge('dslib-c2011-07.xlsx')];
    const plain = ({ draft }: JudgedPlan) => draft.activities.map(({ row: _, ...activity }) => activity);
    expect(plain(workbook)).toEqual(plain(text));
    expect(workbook.draft.links).toEqual(text.draft.links);
  });
});
