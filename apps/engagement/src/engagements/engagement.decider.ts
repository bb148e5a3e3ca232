import type {
  EngagementStreamEvent,
  EngagementSuspended,
  EnquiryOpened,
  TransitionItemCompleted,
} from '@bw/contracts-engagement';
import { accept, type Decider, type Decision, refuse } from '@bw/kernel';
import { reopening, type SigningCommand, type SigningRefusal, sign } from '../alignment/signing.ts';
import type { Command } from '../command.ts';
import { isSame } from '../content-hash.ts';
import { decideIntake, type IntakeCommand, type IntakeRefusal } from '../intake/intake.ts';
import { activation, evolveAll, evolveEngagement } from './engagement.evolve.ts';
import { type Engagement, type EngagementStatus, isOver, type KnownEngagement, openItems } from './engagement.ts';
import { BASELINE_ITEM, EXIT_ITEMS } from './checklists.ts';

interface Reason {
  readonly reason: string;
}

type OfChecklist = Pick<TransitionItemCompleted, 'item' | 'evidence'>;

export type EngagementCommand =
  | Command<'OpenEnquiry', EnquiryOpened & { readonly clientIsActive: boolean }>
  | Command<'StartIntake'>
  | IntakeCommand
  | Command<'ProposeEngagement'>
  | SigningCommand
  | Command<'CompleteTransitionItem', OfChecklist>
  | Command<'NoteBaseline', { readonly planId: string; readonly baselineId: string }>
  | Command<'ActivateEngagement'>
  | Command<'SuspendEngagement', Pick<EngagementSuspended, 'reason' | 'billableWork'>>
  | Command<'ResumeEngagement'>
  | Command<'StartExit'>
  | Command<'CompleteExitItem', OfChecklist>
  | Command<'CloseEngagement'>
  | Command<'DeclineEngagement', Reason>
  | Command<'WithdrawEngagement', Reason>
  | Command<'TerminateEngagement', Reason>;

export type EngagementRefusal =
  | IntakeRefusal
  | SigningRefusal
  | 'enquiry-already-open'
  | 'client-is-not-active'
  | 'engagement-not-found'
  | 'engagement-is-over'
  | 'engagement-status-forbids'
  | 'nothing-to-propose'
  | 'checklist-item-not-found'
  | 'baseline-completes-itself';

type Answer = Decision<EngagementStreamEvent, EngagementRefusal>;

const BEFORE_AGREEMENT: readonly EngagementStatus[] = ['enquiry', 'intake', 'proposed'];
const TAKES_ITEMS: readonly EngagementStatus[] = ['intake', 'proposed', 'transition', 'active', 'suspended'];
const RUNNING: readonly EngagementStatus[] = ['transition', 'active', 'suspended'];

/** When each thing may be asked for. What is missing here is told by other services and taken at any time. */
const MAY: Readonly<
  Record<Exclude<EngagementCommand['type'], 'OpenEnquiry' | Told['type']>, readonly EngagementStatus[]>
> = {
  StartIntake: ['enquiry'],
  AddIntakeItem: TAKES_ITEMS,
  ClarifyIntakeItem: TAKES_ITEMS,
  AgreeIntakeItem: TAKES_ITEMS,
  RejectIntakeItem: TAKES_ITEMS,
  WaiveIntakeItem: TAKES_ITEMS,
  ProposeEngagement: ['intake'],
  SignAlignment: ['proposed', ...RUNNING],
  CompleteTransitionItem: ['transition'],
  ActivateEngagement: ['transition', 'active'],
  SuspendEngagement: ['transition', 'active'],
  ResumeEngagement: ['suspended'],
  StartExit: RUNNING,
  CompleteExitItem: ['exiting'],
  CloseEngagement: ['exiting'],
  DeclineEngagement: BEFORE_AGREEMENT,
  WithdrawEngagement: BEFORE_AGREEMENT,
  TerminateEngagement: [...RUNNING, 'exiting'],
};

type Told = Extract<EngagementCommand, { type: 'NoteBaseline' | 'ReviewAlignment' }>;
type Asked = Exclude<EngagementCommand, { type: 'OpenEnquiry' } | Told>;

export const engagement: Decider<Engagement, EngagementCommand, EngagementStreamEvent, EngagementRefusal> = {
  initial: { status: 'none' },
  evolve: evolveEngagement,

  decide(command, state) {
    if (command.type === 'OpenEnquiry') return open(command.data, state);
    if (state.status === 'none') return refuse('engagement-not-found');
    if (command.type === 'NoteBaseline' || command.type === 'ReviewAlignment') return hear(command, state);
    if (isOver(state)) return refuse('engagement-is-over', { status: state.status });
    const may = MAY[command.type];
    if (!may.includes(state.status)) return refuse('engagement-status-forbids', { status: state.status, may });
    return withWhatFollows(decideAsked(command, state), state);
  },
};

function open({ clientIsActive, ...data }: EnquiryOpened & { clientIsActive: boolean }, state: Engagement): Answer {
  if (state.status === 'none') {
    return clientIsActive ? accept({ type: 'engagement.EnquiryOpened', data }) : refuse('client-is-not-active');
  }
  const { engagementId, clientId, code, title, zone, currency } = state;
  const isRepeated = isSame({ engagementId, clientId, code, title, zone, currency }, data);
  return isRepeated ? accept() : refuse('enquiry-already-open');
}

/** News from elsewhere: never refused, because nobody is there to be told no. */
function hear(command: Told, state: KnownEngagement): Answer {
  if (isOver(state)) return accept();
  if (command.type === 'ReviewAlignment')
    return withWhatFollows(accept(...reopening(state, command.data.agreements)), state);
  const { engagementId, baseline, transition } = state;
  const { planId, baselineId } = command.data;
  if (baseline?.baselineId === baselineId) return accept();
  const noted = { type: 'engagement.BaselineNoted', data: { engagementId, planId, baselineId } } as const;
  if (!openItems(transition).includes(BASELINE_ITEM)) return accept(noted);
  const data = { engagementId, item: BASELINE_ITEM, evidence: `baseline ${baselineId}` };
  return withWhatFollows(
    accept<EngagementStreamEvent>(noted, { type: 'engagement.TransitionItemCompleted', data }),
    state,
  );
}

function decideAsked(command: Asked, state: KnownEngagement): Answer {
  const { engagementId } = state;
  switch (command.type) {
    case 'StartIntake':
      return accept({ type: 'engagement.IntakeStarted', data: { engagementId } });
    case 'AddIntakeItem':
    case 'ClarifyIntakeItem':
    case 'AgreeIntakeItem':
    case 'RejectIntakeItem':
    case 'WaiveIntakeItem':
      return decideIntake(command, state);
    case 'ProposeEngagement':
      if (state.items.length === 0) return refuse('nothing-to-propose');
      return accept({ type: 'engagement.EngagementProposed', data: { engagementId } });
    case 'SignAlignment':
      return sign(command, state);
    case 'CompleteTransitionItem':
      if (command.data.item === BASELINE_ITEM) return refuse('baseline-completes-itself');
      return complete(command.data, 'transition', state);
    case 'ActivateEngagement':
      return state.status === 'active' ? accept() : refuse('gate-not-passed', { items: whatActivationLacks(state) });
    case 'SuspendEngagement':
      return accept({ type: 'engagement.EngagementSuspended', data: { engagementId, ...command.data } });
    case 'ResumeEngagement':
      return accept({ type: 'engagement.EngagementResumed', data: { engagementId } });
    case 'StartExit':
      return accept({ type: 'engagement.ExitStarted', data: { engagementId, items: EXIT_ITEMS } });
    case 'CompleteExitItem':
      return complete(command.data, 'exit', state);
    case 'CloseEngagement': {
      const open = openItems(state.exit).map((item) => ({ subject: `exit-item/${item}`, problem: 'Not done yet.' }));
      if (open.length > 0) return refuse('gate-not-passed', { items: open });
      return accept({ type: 'engagement.EngagementClosed', data: { engagementId } });
    }
    case 'DeclineEngagement':
      return accept({ type: 'engagement.EngagementDeclined', data: { engagementId, ...command.data } });
    case 'WithdrawEngagement':
      return accept({ type: 'engagement.EngagementWithdrawn', data: { engagementId, ...command.data } });
    case 'TerminateEngagement':
      return accept({ type: 'engagement.EngagementTerminated', data: { engagementId, ...command.data } });
  }
}

function complete(data: OfChecklist, list: 'transition' | 'exit', state: KnownEngagement): Answer {
  const found = state[list].find(({ item }) => item === data.item);
  if (!found) return refuse('checklist-item-not-found', { items: state[list].map(({ item }) => item) });
  if (found.done) return accept();
  const { engagementId } = state;
  const type = list === 'transition' ? 'engagement.TransitionItemCompleted' : 'engagement.ExitItemCompleted';
  return accept({ type, data: { engagementId, ...data } });
}

/** Only asked for while it is not active, and it becomes active by itself: so something is always lacking. */
function whatActivationLacks({ transition, reopened }: KnownEngagement) {
  return [
    ...openItems(transition).map((item) => ({ subject: `transition-item/${item}`, problem: 'Not done yet.' })),
    ...reopened.map((subject) => ({ subject, problem: 'Changed since it was signed.' })),
  ];
}

/** A change of what was signed reopens the gate; the last thing done in transition makes the engagement active. */
function withWhatFollows(answer: Answer, state: KnownEngagement): Answer {
  if (!answer.accepted || answer.events.length === 0) return answer;
  const reopened = reopening(evolveAll(state, answer.events));
  const events = [...answer.events, ...reopened];
  return accept<EngagementStreamEvent>(...events, ...activation(evolveAll(state, events)));
}
