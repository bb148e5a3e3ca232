import { personas } from '../../apps/platform/src/identity/personas.ts';
import type { Office } from '../product/office.ts';
import type { Country } from './holidays.ts';
import { sampleId } from './ids.ts';

/** What an engagement is about, and who of the client decides. */
export interface Undertaking {
  readonly id: string;
  readonly clientId: string;
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  /** Whose holidays are free. */
  readonly country: Country;
  readonly currency: string;
  /** The persona who signs and approves for the client. */
  readonly sponsor: string;
  readonly goal: Goal;
  readonly deliverable: { readonly title: string; readonly criteria: readonly string[] };
  readonly scopeOut: string;
}

export interface Goal {
  readonly title: string;
  readonly measure: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly date: string;
}

export interface Promises {
  readonly kpis: Readonly<Record<string, { readonly threshold: string; readonly severity: number }>>;
  readonly levels: readonly ServiceLevel[];
  readonly ladder: readonly { readonly role: string; readonly afterMinutes: number }[];
}

export interface ServiceLevel {
  readonly severity: number;
  readonly acknowledgeMinutes: number;
  readonly resolveMinutes: number;
  readonly calendarId?: string;
}

const HOURS_OF_DAY = 8;
const urlOf = ({ id }: Undertaking): string => `/api/v1/engagements/${id}`;
const userOf = (persona: string): string | undefined => personas.find((each) => each.persona === persona)?.user;

export async function openEnquiry(office: Office, about: Undertaking): Promise<void> {
  const { clientId, code, title, zone, currency } = about;
  const manager = await office.as('project-manager');
  await manager.put(urlOf(about), { clientId, code, title, zone, currency });
}

/** A measurable goal, a deliverable that serves it, and what is left out. */
export async function takeIntake(office: Office, about: Undertaking): Promise<void> {
  const manager = await office.as('project-manager');
  const url = urlOf(about);
  await manager.post(`${url}/intake`, {}, { ifMatch: await manager.versionOf(url) });
  const origin = 'Workshop with the client';
  const goal = sampleId(about.id, 'goal');
  const { title, ...measured } = about.goal;
  const statements = {
    goal: { kind: 'goal', title, origin, priority: 'must', goal: measured, owner: userOf(about.sponsor) },
    deliverable: {
      kind: 'deliverable',
      origin,
      priority: 'must',
      owner: userOf('project-manager'),
      goals: [goal],
      ...about.deliverable,
    },
    'scope-out': { kind: 'scope-out', title: about.scopeOut, origin, priority: 'should' },
  };
  for (const [item, statement] of Object.entries(statements)) {
    await manager.put(`${url}/intake-items/${sampleId(about.id, item)}`, statement);
  }
}

/** Targets of key figures, service levels and the ladder of escalation, agreed as they stand. */
export async function agreeGovernance(office: Office, about: Undertaking, promises: Promises): Promise<void> {
  const manager = await office.as('project-manager');
  const url = `/api/v1/governance/${about.id}`;
  let ifMatch = 0;
  const set = async (path: string, body: object) => {
    ({ version: ifMatch } = await manager.put(`${url}/${path}`, body, { ifMatch }));
  };
  for (const [kpi, { threshold, severity }] of Object.entries(promises.kpis)) {
    const target = { formulaVersion: 1, target: '0.95', threshold, direction: 'up', severity };
    await set(`kpi-targets/${kpi}`, target);
  }
  for (const { severity, ...level } of promises.levels) {
    await set(`service-levels/${severity}`, { ...level, warnAtBp: [5_000, 8_000], reopen: 'continue' });
  }
  const levels = promises.ladder.map((step, index) => ({ level: index + 1, ...step }));
  await set('escalation-policy', { levels, severities: [1, 2, 3, 4] });
  await manager.post(`${url}/agree`, {}, { ifMatch });
}

/** @param rates a day of each role, in whole units of money */
export async function draftTerms(
  office: Office,
  about: Undertaking,
  { from, rates }: { readonly from: string; readonly rates: Readonly<Record<string, number>> },
): Promise<void> {
  const { id: engagementId, currency } = about;
  const controller = await office.as('director');
  const url = `/api/v1/terms/${sampleId(about.id, 'terms')}`;
  const title = `Terms of ${about.title.toLowerCase()}`;
  let { version } = await controller.put(url, { engagementId, title, currency, from });
  for (const [title, daily] of Object.entries(rates)) {
    const role = title.toLowerCase().replaceAll(' ', '-');
    const rate = Math.round((daily * 100) / HOURS_OF_DAY);
    const line = { component: 'delivery', role, rate, currency, unit: 'hour', from };
    const path = `${url}/lines/${sampleId(about.id, 'rate', role)}`;
    ({ version } = await controller.put(path, line, { ifMatch: version }));
  }
}

export async function propose(office: Office, about: Undertaking): Promise<void> {
  const manager = await office.as('project-manager');
  await manager.post(`${urlOf(about)}/proposal`, {}, { ifMatch: await manager.versionOf(urlOf(about)) });
}

/** Both parties sign the same content. */
export async function sign(office: Office, about: Undertaking): Promise<void> {
  const [director, sponsor] = [await office.as('director'), await office.as(about.sponsor)];
  const url = urlOf(about);
  const { contentHash } = await director.get<{ readonly contentHash: string }>(`${url}/alignment`);
  await director.post(`${url}/signatures`, { party: 'provider', contentHash });
  await sponsor.post(`${url}/signatures`, { party: 'client', contentHash });
}

/** What people tick off in a transition; the approved baseline ticks itself. */
export async function completeTransition(office: Office, about: Undertaking): Promise<void> {
  const manager = await office.as('project-manager');
  for (const item of ['access', 'kick-off']) {
    await manager.post(`${urlOf(about)}/transition-items/${item}/complete`, { evidence: 'Minutes of the kick-off' });
  }
}

export async function suspend(office: Office, about: Undertaking, reason: string): Promise<void> {
  const director = await office.as('director');
  const body = { reason, billableWork: false };
  await director.post(`${urlOf(about)}/suspend`, body, { ifMatch: await director.versionOf(urlOf(about)) });
}

/** Hands back what was taken over, item by item, and closes. */
export async function close(office: Office, about: Undertaking): Promise<void> {
  const manager = await office.as('project-manager');
  const url = urlOf(about);
  await manager.post(`${url}/start-exit`, {}, { ifMatch: await manager.versionOf(url) });
  for (const item of ['documents', 'access', 'open-points'])
    await manager.post(`${url}/exit-items/${item}/complete`, { evidence: 'Protocol of the hand-over' });
  await manager.post(`${url}/close`, {}, { ifMatch: await manager.versionOf(url) });
}
