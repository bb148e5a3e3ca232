import type { Promises } from './agreement.ts';

/**
 * Fast answers in office hours; the two indices and the schedule index keep watch.
 *
 * @param graveMinutes until an issue of severity 2 is to be acknowledged
 */
export function promisesWith(calendarId: string, graveMinutes = 480): Promises {
  const level = (severity: number, acknowledgeMinutes: number, days: number) => ({
    severity,
    acknowledgeMinutes,
    resolveMinutes: days * 480,
    calendarId,
  });
  return {
    kpis: {
      K01: { threshold: '0.90', severity: 3 },
      K02: { threshold: '0.90', severity: 2 },
      K03: { threshold: '0.85', severity: 3 },
    },
    levels: [level(1, 60, 2), level(2, graveMinutes, 25), level(3, 480, 30), level(4, 960, 60)],
    ladder: [
      { role: 'project-manager', afterMinutes: 0 },
      { role: 'director', afterMinutes: 240 },
      { role: 'sponsor', afterMinutes: 1_440 },
    ],
  };
}
