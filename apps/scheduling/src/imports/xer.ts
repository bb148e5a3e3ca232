import { type ImportLimits, type Note, UnreadableFile } from './import-report.ts';
import type { ReadSchedule } from './mspdi.ts';
import { linkText, plainName, scheduleSheet, type ToolRow } from './schedule-sheet.ts';
import { type WbsNode, wbsPlaces } from './xer-wbs.ts';

type Line = Readonly<Record<string, string>>;
type Tables = ReadonlyMap<string, readonly Line[]>;

const TYPES: Readonly<Record<string, string>> = {
  TT_Task: 'task',
  TT_Rsrc: 'task',
  TT_Mile: 'start milestone',
  TT_FinMile: 'finish milestone',
  TT_LOE: 'level of effort',
  TT_WBS: 'level of effort',
};

/** Reads an export of Primavera P6: tables as text, a record a line. */
export function readXer(text: string, limits: ImportLimits): ReadSchedule {
  const tables = tablesOf(text);
  const project = largestProject(tables);
  const inProject = (name: string) => table(tables, name).filter((each) => each['proj_id'] === project.id);
  const tasks = inProject('TASK');
  const codes = new Map(tasks.map((task) => [task['task_id'] ?? '', task['task_code'] ?? '']));
  const places = wbsPlaces(
    inProject('PROJWBS').map(nodeOf),
    tasks.map((task) => task['wbs_id'] ?? ''),
  );
  const links = inProject('TASKPRED');
  const predecessors = Map.groupBy(
    links.filter((link) => codes.has(link['pred_task_id'] ?? '')),
    (link) => link['task_id'] ?? '',
  );
  const resources = resourcesOf(tables, inProject('TASKRSRC'));
  const expenses = sumsOf(inProject('PROJCOST'));
  const rows = [
    ...places.nodes.map(({ place, name }): ToolRow => ({ code: `WBS-${place}`, name, wbs: place })),
    ...tasks.map((task, index): ToolRow => {
      const id = task['task_id'] ?? '';
      const own = resources.get(id);
      const isMilestone = task['task_type']?.endsWith('Mile') === true;
      return {
        code: task['task_code'] ?? '',
        name: task['task_name'] ?? '',
        wbs: places.ofTasks[index] ?? '',
        type: TYPES[task['task_type'] ?? ''] ?? 'task',
        duration: isMilestone ? '0h' : `${task['target_drtn_hr_cnt'] ?? '0'}h`,
        start: localTime(task['target_start_date']),
        finish: localTime(task['target_end_date']),
        predecessors: predecessors
          .get(id)
          ?.map((link) => linkOf(link, codes))
          .join(';'),
        ...(own && { resources: own.names.join(';'), resourceCost: moneyOf(own.cost) }),
        fixedCost: moneyOf(expenses.get(id) ?? 0),
      };
    }),
  ];
  return { sheet: scheduleSheet(project.name, rows, limits), notes: notesOf(tables, project, links, codes) };
}

/** `%T` names a table, `%F` its fields, `%R` is a record. */
function tablesOf(text: string): Tables {
  const tables = new Map<string, Line[]>();
  let rows: Line[] = [];
  let fields: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [mark, ...cells] = line.split('\t');
    if (mark === '%T') tables.set(cells[0] ?? '', (rows = []));
    else if (mark === '%F') fields = cells;
    else if (mark === '%R') rows.push(Object.fromEntries(fields.map((field, index) => [field, cells[index] ?? ''])));
  }
  return tables;
}

const table = (tables: Tables, name: string): readonly Line[] => tables.get(name) ?? [];

/** An export may bring the projects along that it is linked with; the one with most activities is meant. */
function largestProject(tables: Tables): { readonly id: string; readonly name: string; readonly others: number } {
  const counts = Map.groupBy(table(tables, 'TASK'), (task) => task['proj_id'] ?? '');
  const [largest, ...others] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  if (!largest) throw UnreadableFile.because('FILE_EMPTY', 'holds no activities');
  const project = table(tables, 'PROJECT').find((each) => each['proj_id'] === largest[0]);
  return { id: largest[0], name: project?.['proj_short_name'] || 'Project', others: others.length };
}

const nodeOf = (record: Line): WbsNode => ({
  id: record['wbs_id'] ?? '',
  parent: record['parent_wbs_id'] ?? '',
  name: record['wbs_name'] ?? '',
  order: Number(record['seq_num'] ?? 0),
  isProject: record['proj_node_flag'] === 'Y',
});

function linkOf(link: Line, codes: ReadonlyMap<string, string>): string {
  const hours = Number(link['lag_hr_cnt'] ?? 0);
  const type = link['pred_type']?.slice(3, 5) ?? 'FS';
  return linkText(codes.get(link['pred_task_id'] ?? '') ?? '', type, hours === 0 ? undefined : `${hours}h`);
}

interface Assigned {
  readonly names: string[];
  cost: number;
}

function resourcesOf(tables: Tables, assignments: readonly Line[]): ReadonlyMap<string, Assigned> {
  const names = new Map(table(tables, 'RSRC').map((each) => [each['rsrc_id'] ?? '', each['rsrc_name'] ?? '']));
  const found = new Map<string, Assigned>();
  for (const each of assignments) {
    const assigned = found.get(each['task_id'] ?? '') ?? { names: [], cost: 0 };
    found.set(each['task_id'] ?? '', assigned);
    const name = plainName(names.get(each['rsrc_id'] ?? '') ?? '');
    // Who is there twice is needed once: the second line is another budget of the same person.
    if (name && !assigned.names.some((known) => known.startsWith(`${name}[`)))
      assigned.names.push(`${name}[${Number(each['target_qty_per_hr'] ?? 1) || 1}]`);
    assigned.cost += Number(each['target_cost'] ?? 0);
  }
  return found;
}

function sumsOf(costs: readonly Line[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { task_id: task = '', target_cost: cost = '0' } of costs)
    sums.set(task, (sums.get(task) ?? 0) + Number(cost));
  return sums;
}

const localTime = (text: string | undefined): string | undefined => text?.slice(0, 16).replace(' ', 'T') || undefined;
const moneyOf = (amount: number): string | undefined => (amount === 0 ? undefined : amount.toFixed(2));

function notesOf(
  tables: Tables,
  project: { readonly others: number },
  links: readonly Line[],
  codes: ReadonlyMap<string, string>,
): readonly Note[] {
  const foreign = links.filter((link) => !codes.has(link['pred_task_id'] ?? '')).length;
  const calendars = table(tables, 'CALENDAR').length;
  const said: readonly (readonly [number, string])[] = [
    [calendars, `its ${calendars} calendars are not read; the plan's working calendar counts`],
    [project.others, `${project.others} other projects of the file are not read`],
    [foreign, `${foreign} links to activities of other projects are not read`],
  ];
  return said.flatMap(([count, detail]): Note[] => (count > 0 ? [{ code: 'COLUMN_NOT_READ', detail }] : []));
}
