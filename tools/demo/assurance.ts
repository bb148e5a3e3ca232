import { personas } from '../../apps/platform/src/identity/personas.ts';
import type { Office } from '../product/office.ts';
import { versionOf } from './agreement.ts';
import { sampleId } from './ids.ts';

export interface SampleRisk {
  readonly name: string;
  readonly title: string;
  readonly category: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly response?: { readonly strategy: string; readonly plan: string; readonly due: string };
}

const owner = personas.find(({ persona }) => persona === 'project-manager')?.user;

export async function identifyRisk(office: Office, engagementId: string, risk: SampleRisk): Promise<void> {
  const manager = await office.as('project-manager');
  const { name, response, ...statement } = risk;
  const url = `/api/v1/risks/${sampleId(engagementId, 'risk', name)}`;
  await manager.put(url, { engagementId, kind: 'threat', owner, ...statement });
  if (response)
    await manager.post(`${url}/responses`, { ...response, owner }, { ifMatch: await versionOf(manager, url) });
}

export async function raiseIssue(
  office: Office,
  issue: {
    readonly engagementId: string;
    readonly severity: number;
    readonly title: string;
    readonly description: string;
  },
): Promise<void> {
  const manager = await office.as('project-manager');
  await manager.put(`/api/v1/issues/${sampleId(issue.engagementId, 'issue', issue.title)}`, issue);
}

export interface OpenIssue {
  readonly issueId: string;
  readonly status: string;
  readonly version: number;
}

/** The project manager takes note of everything that nobody has taken note of yet. */
export async function acknowledgeIssues(office: Office, engagement: string): Promise<void> {
  const manager = await office.as('project-manager');
  const { items } = await manager.get<{ items: readonly OpenIssue[] }>('/api/v1/issues', { engagement, limit: 200 });
  for (const { issueId, version } of items.filter(({ status }) => status === 'open')) {
    await manager.post(`/api/v1/issues/${issueId}/acknowledge`, {}, { ifMatch: version });
  }
}

/** An answer of the client is needed: the clock that measures the provider stands still. */
export async function waitForClient(office: Office, engagementId: string, title: string): Promise<void> {
  const manager = await office.as('project-manager');
  const url = `/api/v1/issues/${sampleId(engagementId, 'issue', title)}`;
  const body = { reason: 'waiting-client', clientNotified: true };
  await manager.post(`${url}/waits`, body, { ifMatch: await versionOf(manager, url) });
}

export async function resolveIssue(
  office: Office,
  engagementId: string,
  title: string,
  resolution: string,
): Promise<void> {
  const manager = await office.as('project-manager');
  const url = `/api/v1/issues/${sampleId(engagementId, 'issue', title)}`;
  await manager.post(`${url}/resolve`, { resolution }, { ifMatch: await versionOf(manager, url) });
}

interface ProgressView {
  readonly reports: readonly {
    readonly eventId: string;
    readonly statusDate: string;
    readonly actualStart?: string;
    readonly actualDuration: number;
    readonly remainingDuration: number;
    readonly replacedBy?: string;
  }[];
}

/** Long after a status date it turns out that less had been done of an activity than was reported. */
export async function correctLate(
  office: Office,
  { planId, statusDate, activities }: { planId: string; statusDate: string; activities: Iterable<string> },
): Promise<void> {
  const manager = await office.as('project-manager');
  for (const activity of activities) {
    const url = `/api/v1/activities/${activity}`;
    const { reports } = await manager.get<ProgressView>(`${url}/progress`, { plan: planId });
    const report = reports.find((each) => each.statusDate === statusDate && !each.replacedBy);
    if (!report?.actualStart || report.actualDuration < 960 || report.remainingDuration === 0) continue;
    await manager.post(`${url}/progress-corrections`, {
      planId,
      statusDate,
      actualStart: report.actualStart,
      actualDuration: report.actualDuration,
      remainingDuration: report.remainingDuration + 960,
      corrects: report.eventId,
      reason: 'Two days of work had been left out of what remained.',
    });
    return;
  }
  throw new Error(`No report of ${statusDate} could be corrected.`);
}
