import type { Colour, EngagementLine } from '../api/views.ts';
import { exceptionsFirst } from './health.ts';

const line = (code: string, colour: Colour, reasons = 1): EngagementLine => ({
  engagementId: code,
  clientId: 'client',
  code,
  title: code,
  currency: 'EUR',
  zone: 'UTC',
  state: 'active',
  health: {
    colour,
    reasons: Array.from({ length: reasons }, () => ({ family: 'cost', colour, code: 'X', text: 'x' })),
  },
  plans: [],
  issues: { severity1: 0, severity2: 0, severity3: 0, severity4: 0, breachedClocks: 0 },
  risks: { open: 0, aboveAppetite: 0 },
  decisions: { open: 0, overdue: 0 },
});

describe('the portfolio', () => {
  it('shows exceptions first, the gravest before all', () => {
    const lines = [line('G', 'green'), line('U', 'unknown'), line('B', 'red'), line('A', 'red', 2), line('C', 'amber')];
    expect(exceptionsFirst(lines).map(({ code }) => code)).toEqual(['A', 'B', 'C', 'U', 'G']);
  });
});
