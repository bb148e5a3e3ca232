import type { SeenDecision } from '@bw/projections';
import { stepsOf } from './ladder-steps.ts';

const happened = (outcome: string, detail: object, hour: number): SeenDecision => ({
  subject: 'issue/ladder',
  kind: 'escalation',
  outcome,
  by: 'system:risk',
  detail: { ...detail },
  effective: `2027-03-01T0${hour}:00:00.000Z`,
  source: 'risk',
  position: hour,
  n: 0,
  recorded: `2027-03-01T0${hour}:00:00.000Z`,
  event: `event ${hour}`,
});
const at = (level: number, role: string) => ({ level, role });

describe('a ladder', () => {
  it('shows the levels it reached, and where nobody could be told', () => {
    const steps = stepsOf([
      happened('raised', at(1, 'project-manager'), 1),
      happened('advanced', at(2, 'director'), 2),
      happened('unreachable', at(2, 'director'), 2),
      happened('advanced', at(3, 'sponsor'), 3),
      happened('acknowledged', { level: 3, by: 'somebody' }, 4),
    ]);
    expect(steps.map(({ level, role, reached }) => [level, role, reached])).toEqual([
      [1, 'project-manager', true],
      [2, 'director', false],
      [3, 'sponsor', true],
    ]);
    expect(steps[2]?.at).toBe('2027-03-01T03:00:00.000Z');
  });

  it('begins anew where an earlier one has ended', () => {
    const steps = stepsOf([
      happened('raised', at(1, 'project-manager'), 1),
      happened('advanced', at(2, 'director'), 2),
      happened('resolved', { outcome: 'resolved' }, 3),
      happened('raised', at(1, 'project-manager'), 4),
    ]);
    expect(steps.map(({ level, at: when }) => [level, when])).toEqual([[1, '2027-03-01T04:00:00.000Z']]);
  });
});
