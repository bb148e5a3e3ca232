import { Code, CurrencyCode, EventContract, type FactsOf, Flag, Id, ListOf, Text, ZoneName } from '@bw/contracts-base';
import type { AlignmentEvent } from './alignment.events.ts';
import type { IntakeEvent } from './intake.events.ts';

@EventContract({
  type: 'engagement.EnquiryOpened',
  version: 1,
  about: 'A client asked for outsourced management of a project.',
})
export class EnquiryOpened {
  @Id() readonly engagementId!: string;
  @Id() readonly clientId!: string;
  @Code({ max: 40 }) readonly code!: string;
  @Text(200) readonly title!: string;
  /** In which its days are counted. */
  @ZoneName() readonly zone!: string;
  @CurrencyCode() readonly currency!: string;
}

/** Something to be done before the engagement may move on. */
export class ChecklistItem {
  @Code({ max: 60 }) readonly item!: string;
  @Text(200) readonly title!: string;
}

@EventContract({
  type: 'engagement.TransitionStarted',
  version: 1,
  about: 'Taking over began; with the last of these items done the engagement is active.',
})
export class TransitionStarted {
  @Id() readonly engagementId!: string;
  @ListOf(() => ChecklistItem, { max: 100 }) readonly items!: readonly ChecklistItem[];
}

@EventContract({ type: 'engagement.TransitionItemCompleted', version: 1, about: 'One item of taking over is done.' })
export class TransitionItemCompleted {
  @Id() readonly engagementId!: string;
  @Code({ max: 60 }) readonly item!: string;
  @Text(500, { optional: true, about: 'What shows it: a reference, never the name of a person.' })
  readonly evidence?: string;
}

@EventContract({
  type: 'engagement.BaselineNoted',
  version: 1,
  about: 'The engagement learned that a baseline of a plan of its own was approved.',
})
export class BaselineNoted {
  @Id() readonly engagementId!: string;
  @Id() readonly planId!: string;
  @Id() readonly baselineId!: string;
}

@EventContract({ type: 'engagement.EngagementActivated', version: 1, about: 'The project is managed from here on.' })
export class EngagementActivated {
  @Id() readonly engagementId!: string;
}

@EventContract({ type: 'engagement.EngagementSuspended', version: 1, about: 'The engagement rests.' })
export class EngagementSuspended {
  @Id() readonly engagementId!: string;
  @Text(500) readonly reason!: string;
  /** Whether work may still be charged while it rests. */
  @Flag() readonly billableWork!: boolean;
}

@EventContract({ type: 'engagement.EngagementResumed', version: 1, about: 'The engagement goes on after a rest.' })
export class EngagementResumed {
  @Id() readonly engagementId!: string;
}

@EventContract({
  type: 'engagement.ExitStarted',
  version: 1,
  about: 'Handing back began; with all of these items done the engagement may be closed.',
})
export class ExitStarted {
  @Id() readonly engagementId!: string;
  @ListOf(() => ChecklistItem, { max: 100 }) readonly items!: readonly ChecklistItem[];
}

@EventContract({ type: 'engagement.ExitItemCompleted', version: 1, about: 'One item of handing back is done.' })
export class ExitItemCompleted {
  @Id() readonly engagementId!: string;
  @Code({ max: 60 }) readonly item!: string;
  @Text(500, { optional: true }) readonly evidence?: string;
}

@EventContract({
  type: 'engagement.EngagementClosed',
  version: 1,
  about: 'All was handed back; the engagement is read-only.',
})
export class EngagementClosed {
  @Id() readonly engagementId!: string;
}

@EventContract({
  type: 'engagement.EngagementDeclined',
  version: 1,
  about: 'The provider said no before anything was agreed.',
})
export class EngagementDeclined {
  @Id() readonly engagementId!: string;
  @Text(500) readonly reason!: string;
}

@EventContract({
  type: 'engagement.EngagementWithdrawn',
  version: 1,
  about: 'The client took the enquiry back before anything was agreed.',
})
export class EngagementWithdrawn {
  @Id() readonly engagementId!: string;
  @Text(500) readonly reason!: string;
}

@EventContract({
  type: 'engagement.EngagementTerminated',
  version: 1,
  about: 'An agreed engagement ended before its time.',
})
export class EngagementTerminated {
  @Id() readonly engagementId!: string;
  @Text(500) readonly reason!: string;
}

/** All that may stand in the stream of an engagement (`eng-`). */
export type EngagementStreamEvent =
  | IntakeEvent
  | AlignmentEvent
  | FactsOf<{
      'engagement.EnquiryOpened': EnquiryOpened;
      'engagement.TransitionStarted': TransitionStarted;
      'engagement.TransitionItemCompleted': TransitionItemCompleted;
      'engagement.BaselineNoted': BaselineNoted;
      'engagement.EngagementActivated': EngagementActivated;
      'engagement.EngagementSuspended': EngagementSuspended;
      'engagement.EngagementResumed': EngagementResumed;
      'engagement.ExitStarted': ExitStarted;
      'engagement.ExitItemCompleted': ExitItemCompleted;
      'engagement.EngagementClosed': EngagementClosed;
      'engagement.EngagementDeclined': EngagementDeclined;
      'engagement.EngagementWithdrawn': EngagementWithdrawn;
      'engagement.EngagementTerminated': EngagementTerminated;
    }>;
