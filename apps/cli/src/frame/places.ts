import { type ApiClient, ApiProblem } from '@bw/client';
import { WrongUse } from './exit-status.ts';

export interface EngagementLine {
  readonly engagementId: string;
  readonly clientId: string;
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly zone: string;
  readonly currency: string;
}

export interface PlanLine {
  readonly planId: string;
  readonly engagementId: string;
  readonly title: string;
  readonly dataDate?: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The engagement of that id or code; a code may be written in any case. */
export async function engagementOf(client: ApiClient, text: string): Promise<EngagementLine> {
  if (ID.test(text)) return client.get<EngagementLine>(`/api/v1/engagements/${text}`);
  const codes: string[] = [];
  for await (const line of client.items<EngagementLine>('/api/v1/engagements', { limit: 200 })) {
    if (line.code.toLowerCase() === text.toLowerCase()) return line;
    codes.push(line.code);
  }
  const there = codes.length === 0 ? 'You see none' : `You see ${codes.toSorted().slice(0, 12).join(', ')}`;
  throw new WrongUse(`There is no engagement "${text}". ${there}. It may also be the id of a plan.`);
}

/** The plans that a word names: a plan's id, or an engagement's id or code. */
export async function plansOf(client: ApiClient, text: string): Promise<readonly PlanLine[]> {
  if (ID.test(text)) {
    const plan = await ifThere(() => client.get<PlanLine>(`/api/v1/plans/${text}`));
    if (plan) return [plan];
  }
  const { engagementId, code } = await engagementOf(client, text);
  const plans = await client.get<readonly PlanLine[]>('/api/v1/plans', { engagement: engagementId });
  if (plans.length === 0)
    throw new WrongUse(`${code} has no plan yet. Import one: npx bw import <file> --engagement ${code} --new <title>`);
  return plans;
}

/** The one plan that a word names. */
export async function planOf(client: ApiClient, text: string): Promise<PlanLine> {
  const [plan, ...more] = await plansOf(client, text);
  if (!plan) throw new WrongUse(`"${text}" names no plan.`);
  if (more.length === 0) return plan;
  const ids = [plan, ...more].map(({ planId, title }) => `  ${planId}  ${title}`);
  throw new WrongUse(`"${text}" has ${ids.length} plans. Name one by its id:\n${ids.join('\n')}`);
}

async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return undefined;
    throw error;
  }
}
