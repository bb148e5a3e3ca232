import type { Office } from '../product/office.ts';
import type { Undertaking } from './agreement.ts';
import { type Country, holidaySet, yearsFrom } from './holidays.ts';
import { sampleId } from './ids.ts';
import { lay, type Outline, type Piece, type Span, type Tie } from './outline.ts';
import { DAY_MINUTES, localText, officeShifts, type WorkTime } from './work-time.ts';

/** A plan of the sample, as far as it can be known before it is played. */
export interface Project {
  readonly about: Undertaking;
  readonly planId: string;
  readonly calendarId: string;
  readonly outline: Outline;
  readonly time: WorkTime;
  readonly holidaySets: readonly string[];
  readonly planned: ReadonlyMap<string, Span>;
}

/** @param holidaySets whose days the calendar leaves free; `time` knows them already */
export function projectOf(
  about: Undertaking,
  outline: Outline,
  time: WorkTime,
  holidaySets: readonly string[] = [],
): Project {
  const [planId, calendarId] = [sampleId(about.id, 'plan'), sampleId(about.id, 'calendar')];
  return { about, planId, calendarId, outline, time, holidaySets, planned: lay(outline) };
}

export async function publishHolidays(office: Office, countries: readonly Country[], since: string): Promise<void> {
  const manager = await office.as('project-manager');
  for (const country of countries) {
    for (const year of yearsFrom(since)) {
      const { id, ...set } = holidaySet(country, year);
      await manager.put(`/api/v1/holiday-sets/${id}`, set);
    }
  }
}

/** The calendar and an empty plan that follows it. */
export async function createPlan(office: Office, project: Project): Promise<void> {
  const { about, planId, calendarId, outline, time, holidaySets } = project;
  const manager = await office.as('project-manager');
  const { id: engagementId, zone, currency } = about;
  const name = `Office hours of ${about.code}`;
  const hours = { name, zone, shifts: officeShifts, exceptions: [], holidaySets, engagementId };
  await manager.put(`/api/v1/calendars/${calendarId}`, hours);
  await manager.post(`/api/v1/calendars/${calendarId}/publish`, {});
  const projectStart = time.startAt(0);
  const plan = { engagementId, title: outline.title, zone, currency, calendarId, projectStart };
  await manager.put(`/api/v1/plans/${planId}`, plan);
}

/** Takes the plan from a spreadsheet, as its users bring it along. */
export async function importPlan(office: Office, project: Project): Promise<void> {
  const manager = await office.as('project-manager');
  const { planId, about } = project;
  const file = new File([spreadsheetOf(project)], `${about.code}.csv`, { type: 'text/csv' });
  const mapping = JSON.stringify({ zone: about.zone, currency: about.currency });
  const url = `/api/v1/imports?plan=${planId}`;
  const { importId, status } = await manager.upload<{ readonly importId: string; readonly status: string }>(url, file, {
    mapping,
  });
  if (status !== 'ready') throw new Error(`The plan of ${about.code} cannot be imported: it is ${status}.`);
  await manager.post(`/api/v1/imports/${importId}/accept`, {});
}

/** When a piece is planned to begin and end, as instants. */
export function datesOf(
  { time }: Project,
  { days }: Piece,
  span: Span | undefined,
): { readonly start?: string; readonly finish?: string } {
  if (!span) return {};
  const finish = time.finishAt(span.finish);
  return { start: days === 0 ? finish : time.startAt(span.start), finish };
}

/** Comma-separated, with the predecessors as schedule tools write them. */
export function spreadsheetOf(project: Project): string {
  const header = 'ID,Name,WBS,Predecessors,Start,Finish,Duration,Resources,Fixed Cost,Variable Cost';
  const { zone } = project.about;
  const lines = project.outline.pieces.map((piece) => {
    const { start, finish } = datesOf(project, piece, project.planned.get(piece.code));
    const dates = [start, finish].map((date) => (date ? localText(zone, date) : ''));
    const days = piece.type === 'summary' ? '' : `${piece.days}d`;
    const money =
      piece.type === 'task' ? [piece.fixed, piece.variable].map((amount) => String(amount / 100)) : ['', ''];
    const cells = [piece.code, quoted(piece.name), piece.wbs, quoted(piece.after.map(tieText).join(';'))];
    return [...cells, ...dates, days, piece.role, ...money].join(',');
  });
  return [header, ...lines].join('\n');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const tieText = ({ code, type, lagDays }: Tie): string => `${code}${type}${lagDays > 0 ? `+${lagDays}d` : ''}`;

interface PlannedActivity {
  readonly activityId: string;
  readonly code: string;
}

/** The import chose the ids; a plan's activities by their codes. */
export async function activityIds(office: Office, { planId }: Project): Promise<ReadonlyMap<string, string>> {
  const manager = await office.as('project-manager');
  const items = await manager.all<PlannedActivity>(`/api/v1/plans/${planId}/activities`, { limit: 200 });
  return new Map(items.map(({ code, activityId }) => [code, activityId]));
}

export const baselineId = ({ about }: Project, name: string): string => sampleId(about.id, 'baseline', name);

export async function submitBaseline(office: Office, project: Project, name = 'first'): Promise<void> {
  const manager = await office.as('project-manager');
  const url = `/api/v1/baselines/${baselineId(project, name)}`;
  await manager.put(url, { planId: project.planId });
  await manager.post(`${url}/submit`, {});
}

interface Approval {
  readonly approvalId: string;
  readonly contentHash: string;
  readonly subject: string;
}

/** The sponsor decides, out of the inbox. */
export async function approveBaseline(office: Office, project: Project, name = 'first'): Promise<void> {
  const sponsor = await office.as(project.about.sponsor);
  const open = await sponsor.all<Approval>('/api/v1/approvals', { status: 'open', limit: 200 });
  const approval = open.find(({ subject }) => subject === baselineId(project, name));
  if (!approval) throw new Error(`No baseline of ${project.about.code} waits in the decision inbox.`);
  const { approvalId, contentHash } = approval;
  await sponsor.post(`/api/v1/approvals/${approvalId}/grant`, { contentHash });
}

/** Gives what is not begun the dates that can still be kept, and the money that it will take. */
export async function replan(
  office: Office,
  project: Project,
  spans: ReadonlyMap<string, Span>,
  budgetOf: (piece: Piece) => number,
): Promise<void> {
  const manager = await office.as('project-manager');
  const { planId, outline } = project;
  const ids = await activityIds(office, project);
  let ifMatch = await manager.versionOf(`/api/v1/plans/${planId}`);
  for (const piece of outline.pieces.filter(({ code }) => spans.has(code))) {
    const { code, wbs, name, type, days, fixed } = piece;
    const dates = datesOf(project, piece, spans.get(code));
    const money = piece.type === 'task' ? { budget: { fixed, variable: budgetOf(piece) } } : {};
    const activity = { planId, code, wbs, name, type, duration: days * DAY_MINUTES, ...dates, ...money };
    ({ version: ifMatch } = await manager.put(`/api/v1/activities/${ids.get(code)}`, activity, { ifMatch }));
  }
}
