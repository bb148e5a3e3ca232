import { readActivity, type ReadActivity } from './activity-row.ts';
import { type PlanField, planFields } from './import-mapping.ts';
import type { RowReport } from './import-report.ts';
import { type Codes, judgeLinks } from './judge-links.ts';
import { nothingKnown } from './known-plan.ts';
import { codeProblems, cycleProblems, earliestStart, startNotes, type WholePlan, withDates } from './judge-whole.ts';
import { localTimes } from './local-time.ts';
import type { DraftActivity, DraftResource, ImportContext, JudgedPlan } from './plan-draft.ts';
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
  const { known = nothingKnown } = context;
  const listed = new Set(rows.map(({ code }) => code));
  const others = [...known.activities.values()].filter(({ code }) => !listed.has(code));
  // Where the file has no work breakdown, that of the plan holds.
  const hasPlaces = table.columns.wbs !== undefined;
  const places = rows.map(({ code, wbs }) => (hasPlaces ? wbs : (known.activities.get(code)?.wbs ?? wbs)));
  const summaries = summariesOf([...places, ...others.map(({ wbs }) => wbs)]);
  const times = localTimes(context.zone);
  const read = rows.map(({ cells, code }, index) => {
    const wbs = places[index] ?? code;
    return { cells, activity: readActivity(cells, { code, wbs, isSummary: summaries.has(wbs) }, context, times) };
  });
  const codes: Codes = new Map(rows.map(({ written, code }) => [written, code]));
  const asked = judgeLinks(
    read.map(({ cells, activity }) => ({ cells, activity: draftOf(activity) })),
    { units: context.units, codes, known },
  );
  compareTotals(read);

  const good = read.filter(({ cells }) => !cells.notes.isQuarantined);
  // What the plan has already can be linked, even where the file's own row of it cannot be taken.
  const kept = new Set([...good.map(({ activity }) => activity.code), ...known.activities.keys()]);
  const taken = new Set(good.map(({ activity }) => activity.code));
  const links = asked.filter(({ predecessor, successor }) => kept.has(predecessor) && taken.has(successor));
  const cellsOf = new Map(good.map(({ cells, activity }) => [activity.code, cells]));
  for (const { predecessor, successor } of asked.filter(
    (link) => taken.has(link.successor) && !kept.has(link.predecessor),
  )) {
    const cells = cellsOf.get(successor);
    cells?.notes.warn('LEFT_OUT', `its link to ${predecessor} waits for that row`, cells.column('predecessors'));
  }

  const activities = good.map(({ activity }) => draftOf(activity));
  const projectStart = (context.findsStart ? earliestStart(activities) : undefined) ?? context.projectStart;
  const replaces = table.columns.predecessors !== undefined;
  const whole: WholePlan = {
    others: [...known.activities.values()].filter(({ code }) => !taken.has(code)),
    links: [...known.links.filter(({ successor }) => !(replaces && taken.has(successor))), ...links],
    projectStart,
  };
  const circles = cycleProblems(whole.links, cellsOf);
  const dated = circles.length === 0 ? withDates(activities, whole, context, cellsOf) : { activities, notes: [] };
  const resources = resourcesOf(good.map(({ activity }) => activity));
  const reports: RowReport[] = [
    ...blank,
    ...read.map(({ cells, activity }) => ({ ...cells.notes.report(activity.code), cells: cells.texts() })),
  ];
  const fields = planFields.filter((field) => table.columns[field] !== undefined);
  const draft = { activities: dated.activities, links, resources, fields };
  return {
    draft,
    projectStart,
    rows: reports.toSorted((a, b) => a.row - b.row),
    notes: [...table.notes, ...dated.notes, ...startNotes(context, projectStart)],
    problems: [...circles, ...codeProblems(table, known)],
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

/** Each resource once; there is as much of it as the file says, or as its largest demand needs. */
function resourcesOf(activities: readonly ReadActivity[]): readonly DraftResource[] {
  const most = new Map<string, number>();
  for (const { resource, units, availability = units } of activities.flatMap(({ demands }) => demands)) {
    most.set(resource, Math.max(most.get(resource) ?? 0, availability, units));
  }
  return [...most].map(([code, availability]) => ({ code, availability }));
}
