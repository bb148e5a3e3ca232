import { type ImportLimits, type Note, UnreadableFile } from './import-report.ts';
import { linkText, plainName, scheduleSheet, type ToolRow } from './schedule-sheet.ts';
import type { Sheet } from './sheet.ts';
import { childrenIn, readXml, textIn, type XmlElement } from './xml.ts';

/** By their numbers in the file. */
const LINK_TYPES = ['FF', 'FS', 'SF', 'SS'];
const PERCENT_LAGS = ['19', '20', '51', '52'];
const ELAPSED_LAGS = ['4', '6', '8', '10', '12'];
const DURATION = /^P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;
const ELAPSED_DURATIONS = ['4', '6', '8', '10', '12', '36', '38', '40', '42', '44'];

export interface ReadSchedule {
  readonly sheet: Sheet;
  readonly notes: readonly Note[];
}

/** Reads a schedule that Microsoft Project saved as XML. */
export function readMspdi(text: string, limits: ImportLimits): ReadSchedule {
  const project = readXml(text);
  if (project.name !== 'Project' || childrenIn(project, 'Tasks').length === 0) {
    const detail = `is XML of another kind (<${project.name}>); Microsoft Project's XML is read, and Primavera's XER`;
    throw UnreadableFile.because('UNKNOWN_FORMAT', detail);
  }
  const listed = listIn(project, 'Tasks', 'Task');
  const tasks = listed.filter(isWork);
  const codes = new Map(tasks.map((task) => [textIn(task, 'UID') ?? '', textIn(task, 'ID') ?? '']));
  const costs = assignmentsOf(project);
  const rows = tasks.map((task): ToolRow => {
    const summary = textIn(task, 'Summary') === '1';
    const uid = textIn(task, 'UID') ?? '';
    const assigned = summary ? undefined : costs.get(uid);
    const fixed = Number(textIn(task, 'FixedCost') ?? 0);
    return {
      code: textIn(task, 'ID') ?? uid,
      name: textIn(task, 'Name') ?? '',
      wbs: textIn(task, 'OutlineNumber') ?? textIn(task, 'WBS') ?? '',
      ...(!summary && { type: textIn(task, 'Milestone') === '1' ? 'finish milestone' : 'task' }),
      ...(!summary && { duration: durationOf(task) }),
      start: localTime(textIn(task, 'Start')),
      finish: localTime(textIn(task, 'Finish')),
      predecessors: predecessorsOf(task, codes),
      ...(assigned && { resources: assigned.resources.join(';'), resourceCost: moneyOf(assigned.cost) }),
      ...(fixed !== 0 && !summary && { fixedCost: moneyOf(fixed) }),
    };
  });
  return {
    sheet: scheduleSheet(textIn(project, 'Title') ?? 'Project', rows, limits),
    notes: notesOf(project, listed, tasks),
  };
}

/** Blank lines, the project itself, and what was set inactive are no work. */
function isWork(task: XmlElement): boolean {
  return textIn(task, 'IsNull') !== '1' && textIn(task, 'Active') !== '0' && textIn(task, 'OutlineNumber') !== '0';
}

function durationOf(task: XmlElement): string | undefined {
  const [, days, hours, minutes, seconds] = DURATION.exec(textIn(task, 'Duration') ?? '') ?? [];
  if ([days, hours, minutes, seconds].every((part) => part === undefined)) return textIn(task, 'Duration');
  // What lasts so long by the clock, whoever works, is no working time.
  const unit = ELAPSED_DURATIONS.includes(textIn(task, 'DurationFormat') ?? '') ? 'em' : 'm';
  const whole = Number(days ?? 0) * 1_440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Number(seconds ?? 0) / 60;
  return `${Math.round(whole)}${unit}`;
}

function predecessorsOf(task: XmlElement, codes: ReadonlyMap<string, string>): string | undefined {
  const links = childrenIn(task, 'PredecessorLink').flatMap((link) => {
    const code = codes.get(textIn(link, 'PredecessorUID') ?? '');
    // A link into another project's file names nothing that is here.
    if (code === undefined || textIn(link, 'CrossProject') === '1') return [];
    return [linkText(code, LINK_TYPES[Number(textIn(link, 'Type') ?? 1)] ?? 'FS', lagOf(link))];
  });
  return links.length === 0 ? undefined : links.join(';');
}

/** Tenths of minutes, or a percentage. */
function lagOf(link: XmlElement): string | undefined {
  const lag = Number(textIn(link, 'LinkLag') ?? 0);
  const format = textIn(link, 'LagFormat') ?? '';
  if (lag === 0) return undefined;
  if (PERCENT_LAGS.includes(format)) return `${lag}%`;
  return `${Math.round(lag / 10)}${ELAPSED_LAGS.includes(format) ? 'em' : 'm'}`;
}

interface Assigned {
  readonly resources: string[];
  cost: number;
}

/** Who works on each task, and what that costs; by the task's number. */
function assignmentsOf(project: XmlElement): ReadonlyMap<string, Assigned> {
  const names = new Map(
    listIn(project, 'Resources', 'Resource').map((each) => [textIn(each, 'UID') ?? '', textIn(each, 'Name')]),
  );
  const found = new Map<string, Assigned>();
  for (const each of listIn(project, 'Assignments', 'Assignment')) {
    const task = textIn(each, 'TaskUID') ?? '';
    const assigned = found.get(task) ?? { resources: [], cost: 0 };
    found.set(task, assigned);
    const name = names.get(textIn(each, 'ResourceUID') ?? '');
    const units = Number(textIn(each, 'Units') ?? 1);
    if (name) assigned.resources.push(`${plainName(name)}[${Math.round(units * 100)}%]`);
    assigned.cost += Number(textIn(each, 'Cost') ?? 0);
  }
  return found;
}

const listIn = (project: XmlElement, list: string, item: string): readonly XmlElement[] =>
  childrenIn(project, list).flatMap((each) => childrenIn(each, item));

/** `2026-03-02T08:00:00`, to the minute. */
const localTime = (text: string | undefined): string | undefined => text?.slice(0, 16);

/** The file counts money in hundredths. */
const moneyOf = (hundredths: number): string | undefined =>
  hundredths === 0 ? undefined : (hundredths / 100).toFixed(2);

function notesOf(project: XmlElement, listed: readonly XmlElement[], tasks: readonly XmlElement[]): readonly Note[] {
  const calendars = listIn(project, 'Calendars', 'Calendar').length;
  const inactive = listed.filter((task) => textIn(task, 'Active') === '0').length;
  const deadlines = tasks.filter((task) => Number(textIn(task, 'ConstraintType') ?? 0) > 1).length;
  const said: readonly (readonly [number, string])[] = [
    [calendars, `its ${calendars} calendars are not read; the plan's working calendar counts`],
    [inactive, `${inactive} inactive tasks are not read`],
    [deadlines, `the constraints of ${deadlines} tasks are not read; their dates are`],
  ];
  return said.flatMap(([count, detail]): Note[] => (count > 0 ? [{ code: 'COLUMN_NOT_READ', detail }] : []));
}
