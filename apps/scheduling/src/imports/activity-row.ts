import { type ActivityType, type EarningRule, earningRules } from '@bw/contracts-scheduling';
import { minuteOf } from '@bw/working-time';
import { readTimes } from './activity-times.ts';
import { readBudget } from './activity-budget.ts';
import type { ReadDemand } from './resources.ts';
import { readDemands } from './resources.ts';
import type { PlanField } from './import-mapping.ts';
import type { DraftActivity, ImportContext } from './plan-draft.ts';
import type { RowCells } from './row-cells.ts';
import type { localTimes } from './local-time.ts';

const LONGEST_NAME = 300;
const TYPES: Readonly<Record<string, ActivityType>> = {
  task: 'task',
  activity: 'task',
  fixedunits: 'task',
  fixedduration: 'task',
  fixedwork: 'task',
  milestone: 'finish-milestone',
  finishmilestone: 'finish-milestone',
  startmilestone: 'start-milestone',
  levelofeffort: 'level-of-effort',
  loe: 'level-of-effort',
  hammock: 'level-of-effort',
  summary: 'summary',
  wbssummary: 'summary',
};
const RULES: Readonly<Record<string, EarningRule>> = {
  ...Object.fromEntries(earningRules.map((rule) => [plain(rule), rule])),
  '5050': 'FIFTY_50',
  '2080': 'TWENTY_80',
  '0100': 'ZERO_100',
  physical: 'PHYSICAL_PERCENT',
  levelofeffort: 'LOE',
};

export interface RowIdentity {
  readonly code: string;
  readonly wbs: string;
  /** Other rows lie below it in the work breakdown. */
  readonly isSummary: boolean;
}

export interface ReadActivity extends Omit<DraftActivity, 'demands'> {
  readonly demands: readonly ReadDemand[];
  /** Of a summary's own cost cells: only compared with what lies below it. */
  readonly total?: number;
}

type Cells = RowCells<PlanField>;
type Times = ReturnType<typeof localTimes>;

/** One row as an activity. What is wrong, mended or odd is in the notes of the cells. */
export function readActivity(cells: Cells, identity: RowIdentity, context: ImportContext, times: Times): ReadActivity {
  const { code, wbs, isSummary } = identity;
  const name = readName(cells, code);
  const dates = readTimes(cells, context, times, isSummary);
  const type = isSummary ? 'summary' : readType(cells, dates.duration);
  const earningRule = readRule(cells) ?? context.mapping.earningRule;
  const demands = readRowDemands(cells);
  const budget = readBudget(cells, context, dates.duration);
  const { start, finish } = dates;
  if (start && finish && minuteOf(finish) < minuteOf(start)) {
    cells.notes.problem('FINISH_BEFORE_START', `finishes ${finish}, before it starts ${start}`, cells.column('finish'));
  }
  const activity = { row: cells.number, code, wbs, name, type, ...dates };
  if (type === 'summary') return { ...activity, demands: [], ...(budget && { total: budget.fixed + budget.variable }) };
  return { ...activity, ...(budget && { budget }), ...(earningRule && { earningRule }), demands };
}

function readName(cells: Cells, code: string): string {
  const name = cells
    .text('name')
    ?.replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const column = cells.column('name');
  if (!name) {
    cells.notes.repair('NAME_REPAIRED', `has no name and was called ${code}`, column);
    return code;
  }
  if (name.length > LONGEST_NAME)
    cells.notes.problem('TEXT_TOO_LONG', `has more than ${LONGEST_NAME} characters`, column);
  if (/^[=+\-@]/.test(name))
    cells.notes.warn('LOOKS_LIKE_A_FORMULA', 'begins like a formula and was kept as plain text', column);
  return name;
}

function readType(cells: Cells, duration: number): ActivityType {
  const text = cells.text('type');
  if (text !== undefined) {
    const type = TYPES[plain(text)];
    if (!type) cells.notes.problem('BAD_TYPE', `"${text}" is no type of activity`, cells.column('type'));
    return type ?? 'task';
  }
  if (/^(yes|true|1|x)$/i.test(cells.text('milestone') ?? '')) return 'finish-milestone';
  // Where the duration cannot be read nobody knows whether it is one.
  if (duration > 0 || cells.column('milestone') || cells.notes.isQuarantined) return 'task';
  cells.notes.repair('TYPE_ASSUMED', 'has no duration and was taken as a milestone', cells.column('duration'));
  return 'finish-milestone';
}

function readRule(cells: Cells): EarningRule | undefined {
  return cells.read('earningRule', 'BAD_RULE', (cell) => {
    const text = cell.kind === 'text' ? cell.text : '';
    const rule = RULES[plain(text)];
    return rule ? { value: rule } : { problem: `"${text}" is none of ${earningRules.join(', ')}` };
  });
}

function readRowDemands(cells: Cells): readonly ReadDemand[] {
  const column = cells.column('resources');
  return readDemands(cells.text('resources') ?? '').flatMap((read) => {
    if ('value' in read) return [read.value];
    cells.notes.problem('BAD_RESOURCE', read.problem, column);
    return [];
  });
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
