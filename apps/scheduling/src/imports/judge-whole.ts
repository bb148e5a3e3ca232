import type { Instant } from '@bw/kernel';
import { findCycle } from '@bw/schedule-engine';
import type { PlanField } from './import-mapping.ts';
import type { Note } from './import-report.ts';
import { type DatedActivity, judgeDates } from './judge-dates.ts';
import type { KnownPlan } from './known-plan.ts';
import type { DraftActivity, DraftLink, ImportContext } from './plan-draft.ts';
import type { RowCells } from './row-cells.ts';
import type { Table } from './table.ts';

/** Links that run in a circle, step by step. */
export function cycleProblems(
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

/** The plan as it would be: what the file leaves alone, and all links. */
export interface WholePlan {
  readonly others: readonly DatedActivity[];
  readonly links: readonly DraftLink[];
  readonly projectStart: Instant;
}

export function earliestStart(activities: readonly DraftActivity[]): Instant | undefined {
  return activities
    .flatMap(({ start }) => start ?? [])
    .reduce<Instant | undefined>((first, start) => (first !== undefined && first <= start ? first : start), undefined);
}

export function startNotes({ findsStart }: ImportContext, projectStart: Instant): readonly Note[] {
  if (!findsStart) return [];
  return [{ code: 'START_ASSUMED', detail: `says nothing of the project's start; ${projectStart} was taken` }];
}

/** Rows that are only counted cannot be told from what the plan holds. */
export function codeProblems(table: Table, known: KnownPlan): readonly Note[] {
  if (known.activities.size === 0 || table.columns.code !== undefined) return [];
  const detail = 'needs a column of codes: the plan has activities already, and only codes tell which row is which';
  return [{ code: 'NEEDS_CODES', detail, row: table.headerRow }];
}

/** Dates later than the logic (a resource-levelled plan has such) are kept by a start-no-earlier-than constraint. */
export function withDates(
  activities: readonly DraftActivity[],
  { others, links, projectStart }: WholePlan,
  { calendar }: ImportContext,
  cellsOf: ReadonlyMap<string, RowCells<PlanField>>,
): { readonly activities: readonly DraftActivity[]; readonly notes: readonly Note[] } {
  const judged = judgeDates([...activities, ...others], links, calendar, projectStart);
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
