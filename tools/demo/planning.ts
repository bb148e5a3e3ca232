import { type Office, until } from '../product/office.ts';
import type { Undertaking } from './agreement.ts';
import { sampleId } from './ids.ts';
import { lay, type Outline, type Piece, type Span, type Tie } from './outline.ts';
import { DAY_MINUTES, localText, officeShifts, type WorkTime } from './work-time.ts';

/** A plan of the sample, as far as it can be known before it is played. */
export interface Project {
  readonly about: Undertaking;
  readonly planId: string;
  readonly calendarId: string;
  readonly baselineId: string;
  readonly outline: Outline;
  readonly time: WorkTime;
  readonly freeDays: readonly string[];
  readonly planned: ReadonlyMap<string, Span>;
}

export function projectOf(about: Undertaking, outline: Outline, time: WorkTime, freeDays: readonly string[]): Project {
  const [planId, calendarId, baselineId] = [
    sampleId(about.id, 'plan'),
    sampleId(about.id, 'calendar'),
    sampleId(about.id, 'baseline'),
  ];
  return { about, planId, calendarId, baselineId, outline, time, freeDays, planned: lay(outline) };
}

/** The calendar and an empty plan that follows it. */
export async function createPlan(office: Office, project: Project): Promise<void> {
  const { about, planId, calendarId, outline, time, freeDays } = project;
  const manager = await office.as('project-manager');
  const { id: engagementId, zone, currency } = about;
  const name = `Office hours of ${about.code}`;
  const hours = { name, zone, shifts: officeShifts, exceptions: [], days: freeDays, engagementId };
  await manager.put(`/api/v1/calendars/${calendarId}`, hours);
  await manager.post(`/api/v1/calendars/${calendarId}/publish`, {});
  const projectStart = time.startAt(0);
  const plan = { engagementId, title: outline.title, zone, currency, calendarId, projectStart };
  await manager.put(`/api/v1/plans/${planId}`, plan);
}

/** Writes the plan activity by activity, as somebody does who types it in. */
export async function enterPlan(office: Office, project: Project): Promise<void> {
  const { about, planId, outline } = project;
  const manager = await office.as('project-manager');
  for (const piece of outline.pieces) {
    const { code, wbs, name, type, days, variable, fixed } = piece;
    const activity = { planId, code, wbs, name, type, duration: days * DAY_MINUTES };
    const dates = datesOf(project, piece);
    const budget = variable + fixed > 0 ? { budget: { fixed, variable } } : {};
    await manager.put(`/api/v1/activities/${sampleId(about.id, 'activity', code)}`, {
      ...activity,
      ...dates,
      ...budget,
    });
  }
  for (const { code, after } of outline.pieces) {
    for (const tie of after) {
      const id = sampleId(about.id, 'link', tie.code, code);
      const [predecessor, successor] = [sampleId(about.id, 'activity', tie.code), sampleId(about.id, 'activity', code)];
      const link = { planId, predecessor, successor, type: tie.type, lag: tie.lagDays * DAY_MINUTES };
      await manager.put(`/api/v1/links/${id}`, link);
    }
  }
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

function datesOf(
  { planned, time }: Project,
  { code, days }: Piece,
): { readonly start?: string; readonly finish?: string } {
  const span = planned.get(code);
  if (!span) return {};
  const finish = time.finishAt(span.finish);
  return { start: days === 0 ? finish : time.startAt(span.start), finish };
}

/** Comma-separated, with the predecessors as schedule tools write them. */
export function spreadsheetOf(project: Project): string {
  const header = 'ID,Name,WBS,Predecessors,Start,Finish,Duration,Resources,Fixed Cost,Variable Cost';
  const { zone } = project.about;
  const lines = project.outline.pieces.map((piece) => {
    const { start, finish } = datesOf(project, piece);
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

export async function activityIds(office: Office, { planId }: Project): Promise<ReadonlyMap<string, string>> {
  const manager = await office.as('project-manager');
  const { items } = await manager.get<{ items: readonly { readonly activityId: string; readonly code: string }[] }>(
    `/api/v1/plans/${planId}/activities`,
    { limit: 200 },
  );
  return new Map(items.map(({ code, activityId }) => [code, activityId]));
}

export async function submitBaseline(office: Office, { planId, baselineId }: Project): Promise<void> {
  const manager = await office.as('project-manager');
  await manager.put(`/api/v1/baselines/${baselineId}`, { planId });
  await manager.post(`/api/v1/baselines/${baselineId}/submit`, {});
}

interface Approval {
  readonly approvalId: string;
  readonly contentHash: string;
  readonly subject: string;
}

/** The sponsor decides, out of the inbox. */
export async function approveBaseline(office: Office, { about, baselineId }: Project): Promise<void> {
  const [manager, sponsor] = [await office.as('project-manager'), await office.as(about.sponsor)];
  const inbox = await until(
    'the baseline in the decision inbox',
    () => sponsor.get<{ items: readonly Approval[] }>('/api/v1/approvals', { status: 'open', limit: 200 }),
    ({ items }) => items.some(({ subject }) => subject === baselineId),
  );
  const approval = inbox.items.find(({ subject }) => subject === baselineId);
  await sponsor.post(`/api/v1/approvals/${approval?.approvalId}/grant`, { contentHash: approval?.contentHash });
  await until(
    'the approved baseline',
    () => manager.get<{ readonly status: string }>(`/api/v1/baselines/${baselineId}`),
    ({ status }) => status === 'approved',
  );
}
