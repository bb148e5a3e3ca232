import {
  type EngagementStreamEvent,
  type IntakeStatement,
  type IntakeWarning,
  sampleIds,
} from '@bw/contracts-engagement';
import { idOf } from '@bw/testing';
import type { Agreements } from '../src/alignment/content.ts';

/** A small engagement that can be signed, for scenarios of its life. */
export const { engagement: engagementId, client: clientId, goal, deliverable } = sampleIds;
export const scopeOut = idOf('scope-out');

export const statements = {
  goal: {
    kind: 'goal',
    title: 'Faster offers',
    origin: 'Workshop',
    priority: 'must',
    goal: { measure: 'Median days to an offer', baseline: '21', target: '10', date: '2026-12-31' },
    owner: sampleIds.sponsor,
  },
  deliverable: {
    kind: 'deliverable',
    title: 'Supplier portal',
    origin: 'Request for proposal',
    priority: 'must',
    owner: sampleIds.projectManager,
    criteria: ['All acceptance tests pass'],
    goals: [goal],
  },
  scopeOut: { kind: 'scope-out', title: 'Hardware', origin: 'Workshop', priority: 'should' },
} as const satisfies Record<string, IntakeStatement>;

const target = {
  engagementId,
  formulaVersion: 1,
  target: '1',
  threshold: '0.9',
  direction: 'up',
  severity: 2,
} as const;

export const agreements: Agreements = {
  governance: {
    kpiTargets: [
      { ...target, kpi: 'K01' },
      { ...target, kpi: 'K02' },
      { ...target, kpi: 'K03' },
    ],
    serviceLevels: [
      {
        engagementId,
        severity: 1,
        acknowledgeMinutes: 15,
        resolveMinutes: 240,
        warnAtBp: [5_000],
        reopen: 'continue',
      },
    ],
    policy: { engagementId, levels: [{ level: 1, role: 'director', afterMinutes: 0 }], severities: [1, 2, 3, 4] },
  },
  terms: [
    {
      termsId: sampleIds.terms,
      engagementId,
      title: 'Terms 2026',
      currency: 'EUR',
      from: '2026-01-01',
      status: 'draft',
      lines: [
        {
          lineId: sampleIds.rateLine,
          component: 'delivery',
          role: 'project-manager',
          rate: 115_00,
          currency: 'EUR',
          unit: 'hour',
          from: '2026-01-01',
        },
      ],
    },
  ],
};

export const opened: EngagementStreamEvent = {
  type: 'engagement.EnquiryOpened',
  data: { engagementId, clientId, code: 'NORD-1', title: 'Portal', zone: 'Europe/Berlin', currency: 'EUR' },
};
export const intakeStarted: EngagementStreamEvent = { type: 'engagement.IntakeStarted', data: { engagementId } };

export function added(
  itemId: string,
  statement: IntakeStatement,
  ...warnings: readonly IntakeWarning[]
): EngagementStreamEvent {
  return { type: 'engagement.IntakeItemAdded', data: { engagementId, itemId, statement, warnings } };
}

/** From the enquiry to an intake that has all that the gate asks for. */
export const taken: readonly EngagementStreamEvent[] = [
  opened,
  intakeStarted,
  added(goal, statements.goal),
  added(deliverable, statements.deliverable),
  added(scopeOut, statements.scopeOut),
];
export const proposed: EngagementStreamEvent = { type: 'engagement.EngagementProposed', data: { engagementId } };
