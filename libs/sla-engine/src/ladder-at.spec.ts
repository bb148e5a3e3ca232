import { compileCalendar } from '@bw/working-time';
import { type Ladder, ladderAt } from './index.ts';

const hours = (from: string, to: string) =>
  compileCalendar({
    zone: 'UTC',
    shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to })),
    exceptions: [],
    holidays: [],
  });
const receivers = new Map([
  ['project-manager', hours('09:00', '17:00')],
  ['director', hours('12:00', '20:00')],
]);
const levels = [
  { level: 2, afterMinutes: 120, receivers: ['director'] },
  { level: 1, afterMinutes: 30, receivers: ['project-manager'] },
];
const raised = '2026-03-02T16:00:00.000Z';
const ladder: Ladder = { raisedAt: raised, severity: 2, levels };

describe('an escalation ladder', () => {
  it('climbs in the receiver’s hours and names the next step', () => {
    expect(ladderAt(ladder, receivers, raised)).toEqual({
      fired: [],
      next: { level: 1, at: '2026-03-02T16:30:00.000Z', receiver: 'project-manager' },
    });
    expect(ladderAt(ladder, receivers, '2026-03-02T16:30:00.000Z')).toEqual({
      fired: [{ level: 1, at: '2026-03-02T16:30:00.000Z', receiver: 'project-manager' }],
      next: { level: 2, at: '2026-03-02T18:00:00.000Z', receiver: 'director' },
    });
    expect(ladderAt(ladder, receivers, '2026-03-02T18:00:00.000Z').next).toBeUndefined();
  });

  it('stops at an acknowledgement', () => {
    expect(
      ladderAt({ ...ladder, acknowledgedAt: '2026-03-02T18:00:00.000Z' }, receivers, '2026-03-09T00:00:00.000Z'),
    ).toEqual({
      fired: [{ level: 1, at: '2026-03-02T16:30:00.000Z', receiver: 'project-manager' }],
    });
  });

  it('says so when nobody can be reached, rather than drop the level', () => {
    const urgent: Ladder = { raisedAt: '2026-03-01T10:00:00.000Z', severity: 1, levels };
    expect(ladderAt(urgent, receivers, '2026-03-01T10:30:00.000Z').fired).toEqual([
      { level: 1, at: '2026-03-01T10:30:00.000Z' },
    ]);
    expect(ladderAt({ ...urgent, dutyManager: 'duty' }, receivers, '2026-03-01T10:30:00.000Z').fired[0]?.receiver).toBe(
      'duty',
    );
    const empty: Ladder = { ...ladder, levels: [{ level: 1, afterMinutes: 10, receivers: [] }] };
    expect(ladderAt(empty, receivers, '2026-03-02T16:10:00.000Z').fired).toEqual([
      { level: 1, at: '2026-03-02T16:10:00.000Z' },
    ]);
  });

  it('takes a receiver without hours for one who is always there', () => {
    const night: Ladder = {
      ...ladder,
      raisedAt: '2026-03-01T02:00:00.000Z',
      levels: [{ level: 1, afterMinutes: 15, receivers: ['on-call'] }],
    };
    expect(ladderAt(night, receivers, '2026-03-01T02:15:00.000Z').fired).toEqual([
      { level: 1, at: '2026-03-01T02:15:00.000Z', receiver: 'on-call' },
    ]);
  });
});
