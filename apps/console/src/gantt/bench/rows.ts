import { DAY_MS } from '../time-scale.ts';
import type { GanttColumn, GanttLink, GanttRow, LinkKind } from '../gantt-row.ts';

const BEGIN = Date.parse('2026-01-05T08:00:00Z');
const GROUP = 12;
const KINDS: readonly LinkKind[] = ['FS', 'FS', 'FS', 'SS', 'FF'];

/** The same numbers every time, so that runs can be compared. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** A plan of so many rows: groups of a dozen, each row linked with one before it, some milestones, some critical. */
export function generatedPlan(count: number): {
  readonly rows: readonly GanttRow[];
  readonly links: readonly GanttLink[];
} {
  const next = numbersFrom(count);
  const rows: GanttRow[] = [];
  const links: GanttLink[] = [];
  for (let index = 0; index < count; index++) {
    const [group, place] = [Math.floor(index / GROUP), index % GROUP];
    const start = BEGIN + (group * 0.4 + place * 2 + Math.floor(next() * 4)) * DAY_MS;
    const days = 1 + Math.floor(next() * 9);
    const kind = place === 0 ? 'summary' : place === GROUP - 1 ? 'milestone' : 'task';
    const critical = next() < 0.25;
    rows.push({
      id: `row-${index}`,
      wbs: place === 0 ? `${group + 1}` : `${group + 1}.${place}`,
      name: `Generated activity ${index}`,
      kind,
      start,
      finish: start + days * DAY_MS,
      baselineStart: start - Math.floor(next() * 3) * DAY_MS,
      baselineFinish: start + (days - Math.floor(next() * 3)) * DAY_MS,
      done: next(),
      critical,
      ...(!critical && { floatUntil: start + (days + Math.floor(next() * 5)) * DAY_MS }),
      label: `Team ${group % 7}`,
    });
    if (place > 1) {
      const from = `row-${index - 1 - Math.floor(next() * Math.min(place - 1, 3))}`;
      links.push({ from, to: `row-${index}`, kind: KINDS[Math.floor(next() * KINDS.length)] ?? 'FS' });
    }
  }
  return { rows, links };
}

export const benchColumns: readonly GanttColumn[] = [
  { key: 'name', header: 'Activity', width: 250, isName: true, text: ({ name }) => name },
  {
    key: 'start',
    header: 'Start',
    width: 84,
    isNumber: true,
    text: ({ start = 0 }) => new Date(start).toISOString().slice(5, 10),
  },
  {
    key: 'float',
    header: 'Float',
    width: 62,
    isNumber: true,
    text: ({ critical }) => (critical ? '0' : '3'),
    tone: ({ critical }) => (critical ? 'red' : undefined),
  },
  { key: 'done', header: 'Done', width: 58, isNumber: true, text: ({ done }) => `${Math.floor(done * 100)}%` },
];
