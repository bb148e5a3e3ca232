import { findCycle } from '@bw/schedule-engine';
import { readActivity, type ReadActivity } from './activity-row.ts';
import type { PlanField } from './import-mapping.ts';
import type { Note, RowReport } from './import-report.ts';
import { judgeDates } from './judge-dates.ts';
import { type Codes, judgeLinks } from './judge-links.ts';
import { localTimes } from './local-time.ts';
import type { DraftActivity, DraftLink, DraftResource, ImportContext, JudgedPlan, PlanDraft } from './plan-draft.ts';
import { RowCells } from './row-cells.ts';
import { isBlank } from './sheet.ts';
import type { Table } from './table.ts';
import { liesBelow, summariesOf } from './work-breakdown.ts';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
const LONGEST_CODE = 60;

interface Row {
  readonly cells: RowCells<PlanField>;
  readonly code: string;
  /** As the file writes it: what its links name. */
  readonly written: string;
  readonly wbs: string;
}

/** Judges every row of a schedule and puts the good ones together as a draft. Pure: the same table, the same verdict. */
export function judgePlan(table: Table, context: ImportContext): JudgedPlan {
  const blank = table.rows
    .filter(isBlank)
    .map(({ number }): RowReport => ({ row: number, status: 'blank', notes: [] }));
  const rows = identify(table);
  const summaries = summariesOf(rows.map(({ wbs }) => wbs));
  const times = localTimes(context.zone);
  const read = rows.map(({ cells, code, wbs }) => ({
    cells,
    activity: readActivity(cells, { code, wbs, isSummary: summaries.has(wbs) }, context, times),
  }));
  const codes: Codes = new Map(rows.map(({ written, code }) => [written, code]));
  const asked = judgeLinks(
    read.map(({ cells, activity }) => ({ cells, activity: draftOf(activity) })),
    context.units,
    codes,
  );
  compareTotals(read);

  const good = read.filter(({ cells }) => !cells.notes.isQuarantined);
  const kept = new Set(good.map(({ activity }) => activity.code));
  const links = asked.filter(({ predecessor, successor }) => kept.has(predecessor) && kept.has(successor));
  const cellsOf = new Map(good.map(({ cells, activity }) => [activity.code, cells]));
  for (const { predecessor, successor } of asked.filter(
    (link) => kept.has(link.successor) && !kept.has(link.predecessor),
  )) {
    const cells = cellsOf.get(successor);
    cells?.notes.warn('LEFT_OUT', `its link to ${predecessor} waits for that row`, cells.column('predecessors'));
  }

  const activities = good.map(({ activity }) => draftOf(activity));
  const circles = cycleProblems(links, cellsOf);
  const dated = circles.length === 0 ? withDates(activities, links, context, cellsOf) : { activities, notes: [] };
  const resources = resourcesOf(good.map(({ activity }) => activity));
  const reports = [...blank, ...read.map(({ cells, activity }) => cells.notes.report(activity.code))];
  const draft = { activities: dated.activities, links, resources };
  return {
    draft,
    rows: reports.toSorted((a, b) => a.row - b.row),
    notes: [...table.notes, ...dated.notes],
    problems: [...circles, ...sizeProblems(draft, context)],
  };
}

/** Code and place of each row. Without a column for codes the rows are counted, as schedule tools do. */
function identify(table: Table): readonly Row[] {
  const taken = new Map<string, number>();
  return table.rows
    .filter((row) => !isBlank(row))
    .map((row, index): Row => {
      const cells = new RowCells(row, table.columns);
      const { notes } = cells;
      const written = cells.text('code') ?? String(index + 1);
      const code = codeOf(written);
      const column = cells.column('code');
      if (code === '') notes.problem('BAD_CODE', `"${written}" holds nothing that a code may hold`, column);
      else if (code !== written) notes.repair('CODE_REPAIRED', `"${written}" became ${code}`, column);
      else if (column && !cells.text('code'))
        notes.repair('CODE_REPAIRED', `has no code and was counted as ${code}`, column);
      const before = taken.get(code);
      if (before !== undefined) notes.problem('DUPLICATE_CODE', `${code} is the code of row ${before} too`, column);
      else taken.set(code, row.number);
      const place = cells.text('wbs') ?? code;
      const wbs = codeOf(place);
      if (wbs !== place) notes.repair('WBS_REPAIRED', `"${place}" became ${wbs || code}`, cells.column('wbs'));
      return { cells, code, written, wbs: wbs || code };
    });
}

function codeOf(written: string): string {
  const code = written
    .replace(/\.0+$/, '')
    .replace(/[^A-Za-z0-9._/-]+/g, '-')
    .replace(/^[._/-]+/, '')
    .slice(0, LONGEST_CODE);
  return CODE.test(written) && written.length <= LONGEST_CODE ? written : code;
}

function draftOf({ total: _, demands, ...activity }: ReadActivity): DraftActivity {
  return { ...activity, demands: demands.map(({ resource, units }) => ({ resource, units })) };
}

/** A summary's own total is only checked: its budget is the sum of what lies below. */
function compareTotals(
  rows: readonly { readonly cells: RowCells<PlanField>; readonly activity: ReadActivity }[],
): void {
  for (const { cells, activity } of rows) {
    if (activity.total === undefined) continue;
    const below = rows.filter((row) => row.activity.budget && liesBelow(row.activity.wbs, activity.wbs));
    const sum = below.reduce(
      (all, row) => all + (row.activity.budget?.fixed ?? 0) + (row.activity.budget?.variable ?? 0),
      0,
    );
    if (sum === activity.total) continue;
    const detail = `says ${activity.total}, but ${sum} lies below it (minor units); what lies below counts`;
    cells.notes.warn('COST_DISAGREES', detail, cells.column('totalCost'));
  }
}

function cycleProblems(
  links: readonly DraftLink[],
  cellsOf: ReadonlyMap<string, RowCells<PlanField>>,
): readonly Note[] {
  const cycle = findCycle(links.map((link, index) => ({ id: String(index), ...link })));
  if (!cycle) return [];
  const path = cycle.map(({ activity, type }) => `${activity} ${type}`).join(' > ');
  const first = cycle[0]?.activity ?? '';
  const cells = cellsOf.get(first);
  const place = { row: cells?.number ?? 0, column: cells?.column('predecessors') };
  return [{ code: 'CYCLE', detail: `has links that run in a circle: ${path} > ${first}`, ...place }];
}

/** The log takes so many facts of one command; more would have to be two imports. */
function sizeProblems({ activities, links, resources }: PlanDraft, { limits }: ImportContext): readonly Note[] {
  const facts = activities.reduce((sum, activity) => sum + factsOf(activity), 1 + links.length + resources.length);
  if (facts <= limits.facts) return [];
  const detail = `holds ${facts} facts; ${limits.facts} are the most that one import takes`;
  return [{ code: 'TOO_MANY_FACTS', detail }];
}

function factsOf({ budget, earningRule, noEarlierThan, demands }: DraftActivity): number {
  return 1 + [budget, earningRule, noEarlierThan].filter((each) => each !== undefined).length + demands.length;
}

/** Dates later than the logic (a resource-levelled plan has such) are kept by a start-no-earlier-than constraint. */
function withDates(
  activities: readonly DraftActivity[],
  links: readonly DraftLink[],
  { calendar, projectStart }: ImportContext,
  cellsOf: ReadonlyMap<string, RowCells<PlanField>>,
): { readonly activities: readonly DraftActivity[]; readonly notes: readonly Note[] } {
  const judged = judgeDates(activities, links, calendar, projectStart);
  if ('problem' in judged) {
    return { activities, notes: [{ code: 'NOT_SCHEDULED', detail: `the logic was not checked: ${judged.problem}` }] };
  }
  const later = new Map<string, string>();
  for (const { code, kind, by, start } of judged.differences) {
    const cells = cellsOf.get(code);
    if (kind === 'earlier') {
      cells?.notes.warn(
        'EARLIER_THAN_LOGIC',
        `starts ${by} working minutes before its logic allows`,
        cells.column('start'),
      );
      continue;
    }
    later.set(code, start);
    const detail = `starts ${by} working minutes after its logic; kept by a start-no-earlier-than constraint`;
    cells?.notes.warn('LATER_THAN_LOGIC', detail, cells.column('start'));
  }
  const constrained = activities.map((activity) => {
    const noEarlierThan = later.get(activity.code);
    return noEarlierThan ? { ...activity, noEarlierThan } : activity;
  });
  return { activities: constrained, notes: [] };
}

/** Each resource once; there is as much of it as the file says, or as its largest demand needs. */
function resourcesOf(activities: readonly ReadActivity[]): readonly DraftResource[] {
  const most = new Map<string, number>();
  for (const { resource, units, availability = units } of activities.flatMap(({ demands }) => demands)) {
    most.set(resource, Math.max(most.get(resource) ?? 0, availability, units));
  }
  return [...most].map(([code, availability]) => ({ code, availability }));
}
