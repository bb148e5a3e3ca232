import type { WorkUnits } from './duration.ts';
import type { PlanField } from './import-mapping.ts';
import type { DraftActivity, DraftLink } from './plan-draft.ts';
import { readPredecessors, type ReadPredecessor } from './predecessors.ts';
import type { RowCells } from './row-cells.ts';

export interface LinkedRow {
  readonly cells: RowCells<PlanField>;
  readonly activity: DraftActivity;
}

/** The links of all rows. What cannot be linked is a problem of the row that asks for it. */
export function judgeLinks(rows: readonly LinkedRow[], units: WorkUnits, codes: Codes): readonly DraftLink[] {
  const byCode = new Map(rows.map((row) => [row.activity.code, row]));
  return rows.flatMap((row) => linksOf(row, byCode, units, codes));
}

/** From what a file writes to the code that was made of it. */
export type Codes = ReadonlyMap<string, string>;

function linksOf(
  { cells, activity }: LinkedRow,
  byCode: ReadonlyMap<string, LinkedRow>,
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
    const other = code === undefined ? undefined : byCode.get(code);
    if (!other) cells.notes.problem('DANGLING_LINK', `there is no activity ${read.value.code}`, column);
    else if (other.activity.code === activity.code) cells.notes.problem('SELF_LINK', 'is linked to itself', column);
    else if (other.activity.type === 'summary') {
      const detail = `${read.value.code} is a summary; link the last activity below it`;
      cells.notes.problem('LINK_ON_SUMMARY', detail, column);
    } else if (links.some((link) => link.predecessor === other.activity.code && link.type === read.value.type)) {
      cells.notes.problem('DUPLICATE_LINK', `${read.value.code} ${read.value.type} is named twice`, column);
    } else {
      links.push(linkOf(read.value, other.activity, activity));
      for (const note of read.value.notes) cells.notes.repair('LAG_ASSUMED', note, column);
    }
  }
  return links;
}

function linkOf({ type, lag }: ReadPredecessor, predecessor: DraftActivity, successor: DraftActivity): DraftLink {
  const ends = { predecessor: predecessor.code, successor: successor.code, type };
  if ('percent' in lag) {
    return { ...ends, lag: Math.round((predecessor.duration * lag.percent) / 100), lagCalendar: 'predecessor' };
  }
  return { ...ends, lag: lag.minutes, lagCalendar: lag.elapsed ? '24h' : 'predecessor' };
}
