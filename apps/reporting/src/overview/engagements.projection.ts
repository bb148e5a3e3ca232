import type { ClientEvent, EngagementStreamEvent, GovernanceEvent } from '@bw/contracts-engagement';
import { factProjection } from '@bw/projections';
import { happened, json, known, level, ofEngagement } from '../facts/telling.ts';

const state = (outcome: string) => (data: { readonly engagementId: string }) =>
  happened('engagement', data.engagementId, outcome, data);

/** Clients, engagements and their states, and what was promised: key-figure targets and service levels. */
export const engagements = factProjection<ClientEvent | EngagementStreamEvent | GovernanceEvent>(
  { name: 'engagements', version: 1 },
  {
    // That a client or engagement exists is known, not effective from a moment on.
    'engagement.ClientRegistered': ({ clientId, ...rest }) => ({
      ...known(clientId, 'client', json(rest)),
      client: clientId,
    }),
    'engagement.ClientProfileChanged': ({ clientId, ...rest }) => ({
      ...level(clientId, 'client.profile', json(rest)),
      client: clientId,
    }),
    'engagement.EnquiryOpened': (data) => [
      {
        ...ofEngagement(data.engagementId, known(data.engagementId, 'engagement', json(data))),
        client: data.clientId,
      },
      state('enquiry')(data),
    ],
    'engagement.IntakeStarted': state('intake'),
    'engagement.EngagementProposed': state('proposed'),
    'engagement.EngagementAgreed': state('agreed'),
    'engagement.TransitionStarted': state('transition'),
    'engagement.EngagementActivated': state('active'),
    'engagement.EngagementSuspended': state('suspended'),
    'engagement.EngagementResumed': state('active'),
    'engagement.ExitStarted': state('exiting'),
    'engagement.EngagementClosed': state('closed'),
    'engagement.EngagementDeclined': state('declined'),
    'engagement.EngagementWithdrawn': state('withdrawn'),
    'engagement.EngagementTerminated': state('terminated'),

    'engagement.KpiTargetAgreed': ({ engagementId, kpi, ...rest }) =>
      ofEngagement(engagementId, level(`${engagementId}/${kpi}`, 'kpi-target', json({ ...rest, kpi }))),
    'engagement.KpiTargetWithdrawn': ({ engagementId, kpi }) =>
      ofEngagement(engagementId, level(`${engagementId}/${kpi}`, 'kpi-target', null)),
    'engagement.ServiceLevelAgreed': ({ engagementId, severity, ...rest }) =>
      ofEngagement(engagementId, level(`${engagementId}/${severity}`, 'service-level', json({ ...rest, severity }))),
  },
);
