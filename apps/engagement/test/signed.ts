import { type EngagementStreamEvent, sampleIds, type SigningParty } from '@bw/contracts-engagement';
import { scenarios } from '@bw/testing';
import { type Alignment, alignmentOf } from '../src/alignment/alignment.ts';
import { TRANSITION_ITEMS } from '../src/engagements/checklists.ts';
import { engagement } from '../src/engagements/engagement.decider.ts';
import type { KnownEngagement } from '../src/engagements/engagement.ts';
import { agreements, clientId, engagementId, proposed, taken } from './promise.ts';

type Past = readonly EngagementStreamEvent[];

const { stateAfter } = scenarios(engagement);
const { director, sponsor } = sampleIds;

/** Ready to be signed. */
export const ready: Past = [...taken, proposed];

/** The gate after these facts, with what else was promised. */
export function gateAfter(past: Past, promised = agreements): Alignment {
  const state = stateAfter(...past);
  if (state.status === 'none') throw new Error('There is no gate before the enquiry.');
  return alignmentOf(state satisfies KnownEngagement, promised);
}

/** One party signed what there was. */
export function signed(party: SigningParty, past: Past): EngagementStreamEvent {
  const { contentHash, content: subjects } = gateAfter(past);
  const by = party === 'client' ? sponsor : director;
  return { type: 'engagement.AlignmentSigned', data: { engagementId, party, contentHash, subjects, by } };
}

/** What the second signature leads to. */
export function agreedOn(past: Past): Past {
  const { contentHash } = gateAfter(past);
  return [
    { type: 'engagement.EngagementAgreed', data: { engagementId, clientId, contentHash } },
    { type: 'engagement.TransitionStarted', data: { engagementId, items: TRANSITION_ITEMS } },
  ];
}

export const bothSigned: Past = [...ready, signed('provider', ready), signed('client', ready), ...agreedOn(ready)];
