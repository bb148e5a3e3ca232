import type { Colour, Reason } from '../api/views.ts';
import { exceptionsOf, mattersOf } from './attention.ts';
import { lineOf, planOf } from './line.fixture.ts';

const NOW = '2027-03-20T12:00:00.000Z';
const reason = (colour: Colour, family = 'cost'): Reason => ({
  family,
  colour,
  code: 'BELOW_TARGET',
  text: '',
  figure: 'CPI',
  planId: 'plan',
  value: '0.91',
  threshold: '0.95',
});
const health = (...colours: Colour[]) => ({
  colour: colours[0] ?? 'green',
  reasons: colours.map((each) => reason(each)),
});
const codes = (...given: Parameters<typeof mattersOf>) => mattersOf(...given).map(({ code }) => code);

describe('who needs somebody', () => {
  it('has one grave matter before any number of lesser ones, and leaves out who needs nobody', () => {
    const lines = [
      lineOf('G', { health: health('green', 'unknown') }),
      lineOf('A', { health: health('amber', 'amber', 'amber') }),
      lineOf('R', { health: health('red') }),
      lineOf('B', { health: health('red', 'amber') }),
    ];
    expect(exceptionsOf(lines, NOW).map(({ line }) => line.code)).toEqual(['B', 'R', 'A']);
  });

  it('says why in words, with the figure to ask and the place to act', () => {
    expect(mattersOf(lineOf('A', { health: health('red') }), NOW)).toEqual([
      {
        code: 'BELOW_TARGET',
        colour: 'red',
        text: 'CPI 0.91 is below 0.95',
        figure: 'CPI',
        planId: 'plan',
        tab: 'performance',
      },
    ]);
  });

  it('notices figures that nobody brings up to date, while there is work', () => {
    const plans = [planOf({ baselineId: 'b', dataDate: '2027-03-06T12:00:00.000Z' })];
    expect(codes(lineOf('A', { plans }), NOW)).toEqual(['STALE']);
    expect(codes(lineOf('A', { plans, state: 'closed' }), NOW)).toEqual([]);
    expect(codes(lineOf('A', { plans: [planOf({ baselineId: 'b' })] }), NOW)).toEqual(['NEVER_MEASURED']);
    expect(codes(lineOf('A', { plans: [planOf()] }), NOW)).toEqual([]);
  });

  it('notices a late schedule, unless the schedule was named already', () => {
    const plans = [
      planOf({
        baselineId: 'b',
        dataDate: NOW,
        baselineFinish: '2027-05-01T12:00:00.000Z',
        forecastFinish: '2027-05-15T12:00:00.000Z',
      }),
    ];
    expect(codes(lineOf('A', { plans }), NOW)).toEqual(['LATE_FINISH']);
    const named = { colour: 'amber', reasons: [reason('amber', 'schedule')] } as const;
    expect(codes(lineOf('A', { plans, health: named }), NOW)).toEqual(['BELOW_TARGET']);
  });

  it('reminds of a decision before it is overdue, once', () => {
    const due = (nextDue: string, overdue = 0) => lineOf('A', { decisions: { open: 1, overdue, nextDue } });
    expect(codes(due('2027-03-22T12:00:00.000Z'), NOW)).toEqual(['DECISION_DUE']);
    expect(codes(due('2027-03-30T12:00:00.000Z'), NOW)).toEqual([]);
    expect(codes(due('2027-03-18T12:00:00.000Z', 1), NOW)).toEqual([]);
  });
});
