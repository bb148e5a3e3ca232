import fc from 'fast-check';
import { type Baseline, evaluate } from './index.ts';
import { baselineOf, done, line, on, shown } from './projects.fixture.ts';

/** A week of design (1,000.00), a week without plan, a contract signed at 13:00 that costs 5,000.00 at once. */
const baseline = baselineOf(
  line('design'),
  line('contract', { start: on('03-16', '13:00'), finish: on('03-16'), fixed: 500_000, variable: 10_000 }),
);

function es(at: string, designDone: number, given: { step?: number; contract?: number; of?: Baseline } = {}): string {
  const progress = [done('design', designDone, 2400 - designDone)];
  if (given.contract) progress.push(done('contract', given.contract, 240 - given.contract));
  return shown(
    evaluate(given.of ?? baseline, { at, progress, costs: [], ...(given.step ? { esStepMinutes: given.step } : {}) }),
    'ES',
  );
}

describe('earned schedule', () => {
  it('is where the plan was to have earned as much', () => {
    expect(es(on('03-06'), 1200)).toBe('1200 min 03-04T12:00');
  });

  it('is now where earned is what is planned, not the end of the stretch without plan', () => {
    expect(es(on('03-11', '12:00'), 2400)).toBe('3600 min 03-11T12:00');
  });

  it('is the instant of a leap that the plan made past what is earned', () => {
    expect(es(on('03-16'), 2400)).toBe('5040 min 03-16T12:00');
  });

  it('is the planned duration when all is earned', () => {
    expect(es(on('03-20'), 2400, { contract: 240 })).toBe('5280 min 03-16T17:00');
    expect(es(on('03-03'), 2400, { contract: 240 })).toBe('5280 min 03-16T17:00');
  });

  it('counts in whole minutes, or in whole hours as other tools do', () => {
    const odd = baselineOf(line('design', { variable: 99_990 }));
    expect(es(on('03-06'), 1111, { of: odd })).toBe('1111 min 03-04T10:31');
    expect(es(on('03-06'), 1111, { of: odd, step: 60 })).toBe('1080 min 03-04T10:00');
  });

  it('is nothing where nothing is earned of a plan that has begun', () => {
    expect(es(on('03-06'), 0)).toBe('0 min 03-02T08:00');
  });

  it('begins with a leap where the project does', () => {
    expect(es(on('03-02', '09:00'), 0, { of: baselineOf(line('design', { fixed: 10 })) })).toBe('0 min 03-02T08:00');
  });

  it('leads back to what is earned: planned value is at most that, and above it a step later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2400 }), fc.integer({ min: 1, max: 20 }), (minutes, days) => {
        const at = on(`03-${String(days).padStart(2, '0')}`);
        const reading = evaluate(baseline, { at, progress: [done('design', minutes, 2400 - minutes)], costs: [] });
        const { ES: schedule, EV: value } = reading.figures;
        if (schedule.unit !== 'instant' || value.unit !== 'money') throw new Error('both are always defined');
        const before = reading.contributions.reduce((sum, { pvAtEs }) => sum + pvAtEs, 0);
        expect(before).toBeLessThanOrEqual(value.amount);
      }),
    );
  });
});
