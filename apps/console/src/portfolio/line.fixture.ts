import type { EngagementLine, PlanLine } from '../api/views.ts';

/** An engagement about which nothing is to be said; each test says what matters. */
export function lineOf(code: string, part: Partial<EngagementLine> = {}): EngagementLine {
  return {
    engagementId: code,
    clientId: 'client',
    clientName: 'Client',
    code,
    title: `Title of ${code}`,
    currency: 'EUR',
    zone: 'UTC',
    state: 'active',
    health: { colour: 'green', reasons: [] },
    plans: [],
    issues: { severity1: 0, severity2: 0, severity3: 0, severity4: 0, breachedClocks: 0 },
    risks: { open: 0, aboveAppetite: 0 },
    decisions: { open: 0, overdue: 0 },
    ...part,
  };
}

export const planOf = (part: Partial<PlanLine> = {}): PlanLine => ({
  planId: 'plan',
  title: 'Plan',
  currency: 'EUR',
  ...part,
});
