import { personas } from '../../apps/platform/src/identity/personas.ts';
import type { Office } from '../product/office.ts';
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
  readonly kind?: 'threat' | 'opportunity';
}

const owner = personas.find(({ persona }) => persona === 'project-manager')?.user;
const riskUrl = (engagement: string, name: string): string => `/api/v1/risks/${sampleId(engagement, 'risk', name)}`;
const issueUrl = (engagement: string, name: string): string => `/api/v1/issues/${sampleId(engagement, 'issue', name)}`;

export async function identifyRisk(office: Office, engagementId: string, risk: SampleRisk): Promise<void> {
  const manager = await office.as('project-manager');
  const { name, ...statement } = risk;
  await manager.put(riskUrl(engagementId, name), { engagementId, kind: 'threat', owner, ...statement });
}

/** What is done about a risk: the last part of its address, and the body. */
async function onRisk(office: Office, engagement: string, name: string, deed: Deed): Promise<void> {
  const client = await office.as(deed.by ?? 'project-manager');
  const url = riskUrl(engagement, name);
  await client.post(`${url}/${deed.what}`, deed.body, { ifMatch: await client.versionOf(url) });
}

interface Deed {
  readonly what: string;
  readonly body: object;
  readonly by?: string;
}

export interface Response {
  readonly strategy: string;
  readonly plan: string;
  readonly due: string;
  /** The residual rating it aims at. */
  readonly target?: { readonly likelihood: number; readonly impact: number };
}

export const respond = (office: Office, engagement: string, name: string, response: Response): Promise<void> =>
  onRisk(office, engagement, name, { what: 'responses', body: { ...response, owner } });

export const assess = (
  office: Office,
  engagement: string,
  name: string,
  rating: { readonly likelihood: number; readonly impact: number },
): Promise<void> => onRisk(office, engagement, name, { what: 'assessments', body: rating });

/** Borne for a time, by the director: the project manager may bear small ones only. */
export const bear = (office: Office, engagement: string, name: string, expires: string): Promise<void> =>
  onRisk(office, engagement, name, { what: 'acceptances', body: { mode: 'active', expires }, by: 'director' });

export const closeRisk = (office: Office, engagement: string, name: string, why: string): Promise<void> =>
  onRisk(office, engagement, name, { what: 'close', body: { why } });

/** The risk has struck; what it became is an issue of the same name. */
export const strike = (office: Office, engagement: string, name: string, severity: number): Promise<void> =>
  onRisk(office, engagement, name, {
    what: 'trigger',
    body: { issueId: sampleId(engagement, 'issue', name), severity },
  });

export interface SampleIssue {
  readonly name: string;
  readonly severity: number;
  readonly title: string;
  readonly description: string;
}

export async function raiseIssue(office: Office, engagementId: string, issue: SampleIssue): Promise<void> {
  const manager = await office.as('project-manager');
  const { name, ...body } = issue;
  await manager.put(issueUrl(engagementId, name), { engagementId, ...body });
}

interface OpenIssue {
  readonly issueId: string;
  readonly status: string;
  readonly raisedAt: string;
}

export interface Tending {
  /** Solved when they are that old; without it they stay open. */
  readonly solvedAfterDays?: number;
  readonly resolution?: string;
}

const DAY_MS = 86_400_000;

/** The manager's round: takes on what is new, closes what is solved; somebody else verifies. */
export async function tendIssues(
  office: Office,
  engagement: string,
  now: string,
  { solvedAfterDays = Number.POSITIVE_INFINITY, resolution = 'Corrective action agreed and done.' }: Tending,
): Promise<void> {
  const [manager, director] = [await office.as('project-manager'), await office.as('director')];
  const items = await manager.all<OpenIssue>('/api/v1/issues', { engagement, limit: 200 });
  const live = items.filter(({ status }) => status !== 'verified' && status !== 'cancelled');
  for (const { issueId, status, raisedAt } of live) {
    const url = `/api/v1/issues/${issueId}`;
    const ifMatch = await manager.versionOf(url);
    const age = (Date.parse(now) - Date.parse(raisedAt)) / DAY_MS;
    if (status === 'resolved') await director.post(`${url}/verify`, {}, { ifMatch });
    else if (status === 'open') await manager.post(`${url}/assignments`, { assignee: owner }, { ifMatch });
    else if (['acknowledged', 'inProgress', 'reopened'].includes(status) && age >= solvedAfterDays)
      await manager.post(`${url}/resolve`, { resolution }, { ifMatch });
  }
}

async function onIssue(office: Office, engagement: string, name: string, deed: Deed): Promise<void> {
  const client = await office.as(deed.by ?? 'project-manager');
  const url = issueUrl(engagement, name);
  await client.post(`${url}/${deed.what}`, deed.body, { ifMatch: await client.versionOf(url) });
}

export const acknowledge = (office: Office, engagement: string, name: string): Promise<void> =>
  onIssue(office, engagement, name, { what: 'acknowledge', body: {} });

/** An answer of the client is needed: the clock that measures the provider stands still. */
export const waitForClient = (office: Office, engagement: string, name: string): Promise<void> =>
  onIssue(office, engagement, name, { what: 'waits', body: { reason: 'waiting-client', clientNotified: true } });

export const resolve = (office: Office, engagement: string, name: string, resolution: string): Promise<void> =>
  onIssue(office, engagement, name, { what: 'resolve', body: { resolution } });

export const reopen = (office: Office, engagement: string, name: string, why: string): Promise<void> =>
  onIssue(office, engagement, name, { what: 'reopen', body: { why } });

/** Somebody whom the ladder has reached takes it on. */
export async function takeEscalation(office: Office, engagement: string, name: string, by: string): Promise<void> {
  const client = await office.as(by);
  const { escalationId } = await client.get<{ readonly escalationId: string }>(issueUrl(engagement, name));
  const url = `/api/v1/escalations/${escalationId}`;
  await client.post(`${url}/acknowledge`, {}, { ifMatch: await client.versionOf(url) });
}
