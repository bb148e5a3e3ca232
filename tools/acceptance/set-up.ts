import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileOf, type PublishedProject, workWeekOf } from './dslib.ts';
import { CURRENCY, instantOf, ZONE } from './published-zone.ts';
import { type Office, until } from '../product/office.ts';
import { grant, staffProvider } from '../product/people.ts';

/** A published project in the running product: its plan imported, its baseline approved by the sponsor. */
export interface ProjectInProduct {
  readonly client: string;
  readonly engagement: string;
  readonly plan: string;
  readonly baseline: string;
  /** Ids of activities by the code that the published tables use. */
  readonly activities: ReadonlyMap<string, string>;
  readonly importReport: ImportReport;
}

export interface ImportReport {
  readonly importId: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

interface ActivityLine {
  readonly activityId: string;
  readonly code: string;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

const staffed = new WeakSet<Office>();

/** Takes a published project in as its users would: as director, project manager and sponsor, over the public API. */
export async function takeIn(office: Office, project: PublishedProject): Promise<ProjectInProduct> {
  const [client, engagement, calendar, plan, baseline] = Array.from({ length: 5 }, () => randomUUID());
  if (!client || !engagement || !calendar || !plan || !baseline) throw new Error('randomUUID gave no id.');
  const code = `P${client.slice(0, 6).toUpperCase()}`;
  if (!staffed.has(office)) await staffProvider(office);
  staffed.add(office);
  const [director, manager] = [await office.as('director'), await office.as('project-manager')];
  await director.put(`/api/v1/clients/${client}`, {
    code,
    name: `Client of ${project.name}`,
    zone: ZONE,
    currency: CURRENCY,
  });
  await grant(office, 'sponsor', 'client', { clientId: client });
  await manager.put(`/api/v1/engagements/${engagement}`, {
    clientId: client,
    code,
    title: project.name,
    zone: ZONE,
    currency: CURRENCY,
  });

  // Other services hear of people and places by events: whoever comes in at once would not be known there yet.
  await office.rest();

  const { shifts, holidays } = workWeekOf(project);
  await manager.put(`/api/v1/calendars/${calendar}`, {
    name: `Agenda of ${project.name}`,
    zone: ZONE,
    shifts,
    exceptions: [],
    days: holidays,
    engagementId: engagement,
  });
  await manager.post(`/api/v1/calendars/${calendar}/publish`, {});
  const starts = project.baseline.map((row) => row['baseline_start'] ?? '').filter(Boolean);
  await manager.put(`/api/v1/plans/${plan}`, {
    engagementId: engagement,
    title: project.name,
    zone: ZONE,
    currency: CURRENCY,
    calendarId: calendar,
    projectStart: instantOf(starts.toSorted()[0] ?? ''),
  });
  const importReport = await importBaseline(office, project, plan);
  const activities = await activitiesOf(office, plan);
  await approveBaseline(office, { plan, baseline });
  return { client, engagement, plan, baseline, activities, importReport };
}

async function importBaseline(office: Office, project: PublishedProject, plan: string): Promise<ImportReport> {
  const manager = await office.as('project-manager');
  const content = readFileSync(fileOf(project.folder, project.name, 'baseline'));
  const file = new File([content], 'baseline.csv', { type: 'text/csv' });
  const mapping = JSON.stringify({ zone: ZONE, currency: CURRENCY });
  const preview = await manager.upload<ImportReport>(`/api/v1/imports?plan=${plan}`, file, { mapping });
  await manager.post(`/api/v1/imports/${preview.importId}/accept`, {});
  return manager.get<ImportReport>(`/api/v1/imports/${preview.importId}`);
}

async function activitiesOf(office: Office, plan: string): Promise<ReadonlyMap<string, string>> {
  const manager = await office.as('project-manager');
  const found = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page: Page<ActivityLine> = await manager.get(`/api/v1/plans/${plan}/activities`, { limit: 200, cursor });
    for (const { code, activityId } of page.items) found.set(code, activityId);
    cursor = page.next;
  } while (cursor);
  return found;
}

interface Approval {
  readonly approvalId: string;
  readonly contentHash: string;
  readonly subject: string;
}

/** Captured and submitted by the project manager, granted by the sponsor out of the decision inbox. */
export async function approveBaseline(
  office: Office,
  { plan, baseline }: { readonly plan: string; readonly baseline: string },
): Promise<void> {
  const [manager, sponsor] = [await office.as('project-manager'), await office.as('sponsor')];
  await manager.put(`/api/v1/baselines/${baseline}`, { planId: plan });
  await manager.post(`/api/v1/baselines/${baseline}/submit`, {});
  const inbox = await until(
    'the baseline in the decision inbox',
    () => sponsor.get<Page<Approval>>('/api/v1/approvals', { status: 'open', limit: 200 }),
    ({ items }) => items.some(({ subject }) => subject === baseline),
  );
  const approval = inbox.items.find(({ subject }) => subject === baseline);
  if (!approval) throw new Error('The approval vanished from the inbox.');
  await sponsor.post(`/api/v1/approvals/${approval.approvalId}/grant`, { contentHash: approval.contentHash });
  await until(
    'the approved baseline',
    () => manager.get<{ readonly status: string }>(`/api/v1/baselines/${baseline}`),
    ({ status }) => status === 'approved',
  );
  await office.rest();
}
