import type { WorkUnits } from './duration.ts';
import type { PlanField } from './import-mapping.ts';
import type { KnownPlan } from './known-plan.ts';
import type { DraftActivity, DraftLink } from './plan-draft.ts';
import { readPredecessors, type ReadPredecessor } from './predecessors.ts';
import type { RowCells } from './row-cells.ts';

export interface LinkedRow {
  readonly cells: RowCells<PlanField>;
  readonly activity: DraftActivity;
}

/** The links of all rows. What cannot be linked is a problem of the row that asks for it. */
export function judgeLinks(
  rows: readonly LinkedRow[],
  { units, codes, known }: { readonly units: WorkUnits; readonly codes: Codes; readonly known: KnownPlan },
): readonly DraftLink[] {
  const ends: ReadonlyMap<string, LinkEnd> = new Map([
    ...known.activities,
    ...rows.map(({ activity }): [string, LinkEnd] => [activity.code, activity]),
  ]);
  const all: Codes = new Map([...[...known.activities.keys()].map((code) => [code, code] as const), ...codes]);
  return rows.flatMap((row) => linksOf(row, ends, units, all));
}

/** As much of an activity, of the file or of the plan, as a link wants to know. */
type LinkEnd = Pick<DraftActivity, 'code' | 'type' | 'duration'>;

/** From what a file writes to the code that was made of it. */
export type Codes = ReadonlyMap<string, string>;

function linksOf(
  { cells, activity }: LinkedRow,
  ends: ReadonlyMap<string, LinkEnd>,
  units: WorkUnits,
  codes: Codes,
): readonly DraftLink[] {
  const column = cells.column('predecessors');
  const text = cells.text('predecessors');
  if (text === undefined) return [];
  if (activity.type === 'summary') {
    cells.notes.problem('LINK_ON_SUMMARY', 'a summary cannot be linked; link the first activity below it', column);
    return [];
  }
  const links: DraftLink[] = [];
  for (const read of readPredecessors(text, units, (code) => codes.has(code))) {
    if ('problem' in read) {
      cells.notes.problem('BAD_LINK', read.problem, column);
      continue;
    }
    const code = codes.get(read.value.code);
    const other = code === undefined ? undefined : ends.get(code);
    if (!other) cells.notes.problem('DANGLING_LINK', `there is no activity ${read.value.code}`, column);
    else if (other.code === activity.code) cells.notes.problem('SELF_LINK', 'is linked to itself', column);
    else if (other.type === 'summary') {
      const detail = `${read.value.code} is a summary; link the last activity below it`;
      cells.notes.problem('LINK_ON_SUMMARY', detail, column);
    } else if (links.some((link) => link.predecessor === other.code && link.type === read.value.type)) {
      cells.notes.problem('DUPLICATE_LINK', `${read.value.code} ${read.value.type} is named twice`, column);
    } else {
      links.push(linkOf(read.value, other, activity));
      for (const note of read.value.notes) cells.notes.repair('LAG_ASSUMED', note, column);
    }
  }
  return links;
}

function linkOf({ type, lag }: ReadPredecessor, predecessor: LinkEnd, successor: LinkEnd): DraftLink {
  const ends = { predecessor: predecessor.code, successor: successor.code, type };
  if ('percent' in lag) {
    return { ...ends, lag: Math.round((predecessor.duration * lag.percent) / 100), lagCalendar: 'predecessor' };
  }
  return { ...ends, lag: lag.minutes, lagCalendar: lag.elapsed ? '24h' : 'predecessor' };
}
