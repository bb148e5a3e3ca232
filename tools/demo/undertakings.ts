import type { Promises, Undertaking } from './agreement.ts';
import { sampleId } from './ids.ts';
import { plusDays } from './work-time.ts';

export const clients = {
  nordwind: {
    id: sampleId('client', 'nordwind'),
    code: 'NORD',
    name: 'Nordwind Logistics',
    zone: 'Europe/Berlin',
    currency: 'EUR',
  },
  harbour: {
    id: sampleId('client', 'harbour'),
    code: 'HARB',
    name: 'Harbour Mutual',
    zone: 'America/New_York',
    currency: 'USD',
  },
} as const;

/** The engagements of the sample; goals are to be reached some months after that day. */
export function undertakingsFrom(day: string) {
  const desk: Undertaking = {
    id: sampleId('engagement', 'desk'),
    clientId: clients.nordwind.id,
    code: 'NORD-DESK',
    title: 'Service desk takeover',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    sponsor: 'sponsor',
    goal: {
      title: 'Requests are solved faster',
      measure: 'Median hours until a request is solved',
      unit: 'hours',
      baseline: '19',
      target: '8',
      date: plusDays(day, 240),
    },
    deliverable: {
      title: 'Service desk in regular service',
      criteria: ['Four weeks within all service levels', 'Runbooks for the top 40 requests reviewed'],
    },
    scopeOut: 'Support of printers at the depots',
    rates: { 'service-manager': 95_00, 'service-analyst': 82_00, 'tool-engineer': 101_00 },
  };
  const warehouse: Undertaking = {
    id: sampleId('engagement', 'warehouse'),
    clientId: clients.nordwind.id,
    code: 'NORD-WMS',
    title: 'Warehouse system replacement',
    zone: 'Europe/Warsaw',
    currency: 'PLN',
    sponsor: 'sponsor',
    goal: {
      title: 'Fewer wrong picks',
      measure: 'Wrong picks per 10,000 lines',
      unit: 'picks',
      baseline: '31',
      target: '12',
      date: plusDays(day, 300),
    },
    deliverable: {
      title: 'Both warehouses on the new system',
      criteria: ['A season’s volume in the load test', 'Stock differs by less than 0.2 % after the cut-over'],
    },
    scopeOut: 'Conveyor control',
    rates: { developer: 250_00, 'data-engineer': 263_00, 'process-analyst': 238_00 },
  };
  const claims: Undertaking = {
    id: sampleId('engagement', 'claims'),
    clientId: clients.harbour.id,
    code: 'HARB-CLAIM',
    title: 'Claims portal pilot',
    zone: 'America/New_York',
    currency: 'USD',
    sponsor: 'other-sponsor',
    goal: {
      title: 'Claims come in complete',
      measure: 'Share of claims that need no question back',
      unit: '%',
      baseline: '44',
      target: '70',
      date: plusDays(day, 330),
    },
    deliverable: { title: 'Portal for three claim types', criteria: ['Accessibility review passed'] },
    scopeOut: 'Claims with personal injury',
    rates: { developer: 131_00, 'product-analyst': 122_00 },
  };
  return { desk, warehouse, claims };
}

/** Fast answers in office hours; the two indices and the schedule index keep watch. */
export function promisesWith(calendarId: string): Promises {
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
    levels: [level(1, 30, 2), level(2, 120, 35), level(3, 240, 30), level(4, 960, 60)],
    ladder: [
      { role: 'project-manager', afterMinutes: 0 },
      { role: 'director', afterMinutes: 240 },
      { role: 'sponsor', afterMinutes: 1_440 },
    ],
  };
}
