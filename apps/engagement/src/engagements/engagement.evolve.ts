import type { ChecklistItem, EngagementStreamEvent } from '@bw/contracts-engagement';
import { evolveIntake } from '../intake/intake.ts';
import { type Checked, type Engagement, type KnownEngagement, openItems } from './engagement.ts';

/** What an engagement is after this event. */
export function evolveEngagement(state: Engagement, event: EngagementStreamEvent): Engagement {
  if (event.type === 'engagement.EnquiryOpened') {
    const empty = { items: [], signatures: {}, reopened: [], transition: [], exit: [] };
    return { ...event.data, ...empty, status: 'enquiry' };
  }
  return state.status === 'none' ? state : evolveKnown(state, event);
}

export function evolveAll(state: KnownEngagement, events: readonly EngagementStreamEvent[]): KnownEngagement {
  return events.reduce((before, event) => evolveKnown(before, event), state);
}

/** It becomes active by itself as soon as nothing is lacking any more. */
export function activation({
  status,
  engagementId,
  transition,
  reopened,
}: KnownEngagement): readonly EngagementStreamEvent[] {
  const isReady = status === 'transition' && openItems(transition).length === 0 && reopened.length === 0;
  return isReady ? [{ type: 'engagement.EngagementActivated', data: { engagementId } }] : [];
}

function evolveKnown(state: KnownEngagement, event: EngagementStreamEvent): KnownEngagement {
  switch (event.type) {
    case 'engagement.EnquiryOpened':
      return state;
    case 'engagement.IntakeStarted':
      return { ...state, status: 'intake' };
    case 'engagement.IntakeItemAdded':
    case 'engagement.IntakeItemClarified':
    case 'engagement.IntakeItemAgreed':
    case 'engagement.IntakeItemRejected':
    case 'engagement.IntakeItemWaived':
      return { ...state, items: evolveIntake(state.items, event) };
    case 'engagement.EngagementProposed':
      return { ...state, status: 'proposed' };
    case 'engagement.AlignmentSigned': {
      const { party, contentHash, subjects, by } = event.data;
      return { ...state, signatures: { ...state.signatures, [party]: { contentHash, subjects, by } } };
    }
    case 'engagement.AlignmentReopened':
      return { ...state, reopened: [...state.reopened, ...event.data.subjects] };
    case 'engagement.EngagementAgreed':
      return { ...state, status: 'agreed', agreedHash: event.data.contentHash, reopened: [] };
    case 'engagement.AlignmentRestored':
      return { ...state, agreedHash: event.data.contentHash, reopened: [] };
    case 'engagement.TransitionStarted':
      return { ...state, status: 'transition', transition: event.data.items.map(notDone) };
    case 'engagement.TransitionItemCompleted':
      return { ...state, transition: ticked(state.transition, event.data.item) };
    case 'engagement.BaselineNoted':
      return { ...state, baseline: { planId: event.data.planId, baselineId: event.data.baselineId } };
    case 'engagement.EngagementActivated':
      return { ...state, status: 'active' };
    case 'engagement.EngagementSuspended':
      return { ...state, status: 'suspended', before: state.status };
    case 'engagement.EngagementResumed':
      return { ...state, status: state.before ?? 'active' };
    case 'engagement.ExitStarted':
      return { ...state, status: 'exiting', exit: event.data.items.map(notDone) };
    case 'engagement.ExitItemCompleted':
      return { ...state, exit: ticked(state.exit, event.data.item) };
    case 'engagement.EngagementClosed':
      return { ...state, status: 'closed' };
    case 'engagement.EngagementDeclined':
      return { ...state, status: 'declined' };
    case 'engagement.EngagementWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'engagement.EngagementTerminated':
      return { ...state, status: 'terminated' };
  }
}

function notDone({ item, title }: ChecklistItem): Checked {
  return { item, title, done: false };
}

function ticked(checklist: readonly Checked[], item: string): readonly Checked[] {
  return checklist.map((each) => (each.item === item ? { ...each, done: true } : each));
}
