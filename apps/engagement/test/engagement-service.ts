import { schedulingContracts } from '@bw/contracts-scheduling';
import type { BaselineFact, BaselineSubmitted } from '@bw/contracts-scheduling';
import { type Client, type ServiceUnderTest, userOf, withService } from '@bw/service-shell/testing';
import { idOf } from '@bw/testing';
import { createService } from '../src/service.ts';
import { statements } from './promise.ts';

export const startEngagementService = (clock?: 'wall' | 'replay'): Promise<ServiceUnderTest> =>
  withService({ service: 'engagement', createService, consumes: ['scheduling'], ...(clock && { clock }) });

export interface Place {
  readonly client: string;
  readonly engagement: string;
}

export function placeOf(name: string): Place {
  return { client: idOf(name, 'client'), engagement: idOf(name, 'engagement') };
}

const at = (name: string) => ({ name: `Client ${name}`, zone: 'Europe/Berlin', currency: 'EUR' });
/** The provider's people are members of everything; whom the client sends is the client's alone. */
const PROVIDERS = ['director', 'project-manager'] as const;

/** Registers a client and lets its sponsor and the provider's people in. */
export async function registerClient(service: ServiceUnderTest, name: string): Promise<Place> {
  const place = placeOf(name);
  const admin = service.as('tenant-admin');
  expectStatus(await admin.put(`/api/v1/clients/${place.client}`, { ...at(name), code: name }), 201);
  for (const role of PROVIDERS) {
    const membership = { user: userOf(role), party: 'provider', roles: [role], from: '1970-01-01' };
    await admin.put(`/api/v1/memberships/${idOf('membership', role)}`, membership);
  }
  const sponsor = { user: userOf(sponsorOf(name)), party: 'client', roles: ['sponsor'], from: '1970-01-01' };
  const granted = { ...sponsor, clientId: place.client };
  expectStatus(await admin.put(`/api/v1/memberships/${idOf('membership', name)}`, granted), 201);
  return place;
}

export function sponsorOf(name: string): string {
  return `sponsor of ${name}`;
}

/** From the enquiry to a proposal that has all the gate asks for. */
export async function propose(service: ServiceUnderTest, name: string, { client, engagement }: Place): Promise<void> {
  const manager = service.as('project-manager');
  const url = `/api/v1/engagements/${engagement}`;
  const enquiry = { clientId: client, code: `${name}-1`, title: 'Portal', zone: 'Europe/Berlin', currency: 'EUR' };
  expectStatus(await manager.put(url, enquiry), 201);
  expectStatus(await manager.post(`${url}/intake`, undefined, { version: 1 }), 200);
  const goal = idOf(name, 'goal');
  const items = {
    goal: statements.goal,
    deliverable: { ...statements.deliverable, goals: [goal] },
    scopeOut: statements.scopeOut,
  };
  for (const [item, statement] of Object.entries(items)) {
    expectStatus(await manager.put(`${url}/intake-items/${idOf(name, item)}`, statement), 200);
  }
  await agreeGovernance(manager, engagement);
  await draftTerms(manager, name, engagement);
  expectStatus(await manager.post(`${url}/proposal`, undefined, { version: 5 }), 200);
}

async function agreeGovernance(manager: Client, engagement: string): Promise<void> {
  const url = `/api/v1/governance/${engagement}`;
  const target = { formulaVersion: 1, target: '1', threshold: '0.9', direction: 'up', severity: 2 };
  let version = 0;
  for (const kpi of ['K01', 'K02', 'K03']) {
    expectStatus(await manager.put(`${url}/kpi-targets/${kpi}`, target, { version }), version === 0 ? 201 : 200);
    version += 1;
  }
  const level = { acknowledgeMinutes: 15, resolveMinutes: 240, warnAtBp: [5_000], reopen: 'continue' };
  expectStatus(await manager.put(`${url}/service-levels/1`, level, { version: 3 }), 200);
  const policy = { levels: [{ level: 1, role: 'director', afterMinutes: 0 }], severities: [1, 2, 3, 4] };
  expectStatus(await manager.put(`${url}/escalation-policy`, policy, { version: 4 }), 200);
  expectStatus(await manager.post(`${url}/agree`, undefined, { version: 5 }), 200);
}

async function draftTerms(manager: Client, name: string, engagementId: string): Promise<void> {
  const url = `/api/v1/terms/${idOf(name, 'terms')}`;
  const terms = { engagementId, title: 'Terms 2026', currency: 'EUR', from: '2026-01-01', to: '2026-12-31' };
  expectStatus(await manager.put(url, terms), 201);
  expectStatus(await manager.put(`${url}/lines/${idOf(name, 'line')}`, rateLine, { version: 1 }), 200);
}

export const rateLine = {
  component: 'delivery',
  role: 'project-manager',
  rate: 115_00,
  currency: 'EUR',
  unit: 'hour',
  from: '2026-01-01',
  to: '2026-12-31',
};

/** Both parties sign what the gate shows. */
export async function signBoth(service: ServiceUnderTest, name: string, { engagement }: Place): Promise<string> {
  const url = `/api/v1/engagements/${engagement}`;
  const { body } = await service.as('director').get<{ contentHash: string }>(`${url}/alignment`);
  const { contentHash } = body;
  expectStatus(await service.as('director').post(`${url}/signatures`, { party: 'provider', contentHash }), 200);
  expectStatus(await service.as(sponsorOf(name)).post(`${url}/signatures`, { party: 'client', contentHash }), 200);
  return contentHash;
}

/** What scheduling says when a baseline of that engagement is submitted. */
export function submittedBaseline(name: string, { engagement }: Place): BaselineSubmitted {
  const sample = schedulingContracts.sampleOf('scheduling.BaselineSubmitted') as BaselineSubmitted; // of that contract
  return {
    ...sample,
    engagementId: engagement,
    baselineId: idOf(name, 'baseline'),
    planId: idOf(name, 'plan'),
    submittedBy: userOf('project-manager'),
  };
}

/** Scheduling says something; resolves when the service has taken it in. */
export function scheduling(
  service: ServiceUnderTest,
  fact: BaselineFact,
  { client, engagement }: Place,
): Promise<void> {
  return service.happens('scheduling', fact, { client, engagement });
}

/** Asks again until it is so: what follows from an event takes a moment. */
export async function eventually<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still not so after 10 s: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function expectStatus({ status, body }: { readonly status: number; readonly body: unknown }, expected: number): void {
  if (status !== expected) throw new Error(`Expected ${expected}, got ${status}: ${JSON.stringify(body)}`);
}
