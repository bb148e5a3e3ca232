import { type EngagementStreamEvent, sampleIds } from '@bw/contracts-engagement';
import { idOf, scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import {
  added,
  clientId,
  engagementId,
  goal,
  intakeStarted,
  opened,
  proposed,
  statements,
  taken,
} from '../../test/promise.ts';
import { EXIT_ITEMS, TRANSITION_ITEMS } from './checklists.ts';
import { engagement, type EngagementCommand } from './engagement.decider.ts';

const { given, stateAfter } = scenarios(engagement);
const issued = issuedBy(sampleIds.director);
const { plan: planId, baseline: baselineId } = sampleIds;
const enquiry = { engagementId, clientId, code: 'NORD-1', title: 'Portal', zone: 'Europe/Berlin', currency: 'EUR' };
const contentHash = 'ab'.repeat(32);
const REASON = 'The budget is frozen.';

const open = (changes: Partial<typeof enquiry> & { clientIsActive?: boolean } = {}): EngagementCommand => ({
  type: 'OpenEnquiry',
  data: { ...enquiry, clientIsActive: true, ...changes },
  issued,
});
type Plain =
  'StartIntake' | 'ProposeEngagement' | 'ActivateEngagement' | 'ResumeEngagement' | 'StartExit' | 'CloseEngagement';
const ask = (type: Plain): EngagementCommand => ({ type, data: {}, issued });
const end = (type: 'DeclineEngagement' | 'WithdrawEngagement' | 'TerminateEngagement'): EngagementCommand => ({
  type,
  data: { reason: REASON },
  issued,
});
const suspend: EngagementCommand = { type: 'SuspendEngagement', data: { reason: REASON, billableWork: false }, issued };
const complete = (item: string): EngagementCommand => ({ type: 'CompleteTransitionItem', data: { item }, issued });
const completeExit = (item: string): EngagementCommand => ({ type: 'CompleteExitItem', data: { item }, issued });
const noteBaseline = (id: string = baselineId): EngagementCommand => ({
  type: 'NoteBaseline',
  data: { planId, baselineId: id },
  issued: issuedBy('system:baselines'),
});

const agreed: EngagementStreamEvent = {
  type: 'engagement.EngagementAgreed',
  data: { engagementId, clientId, contentHash },
};
const transition: EngagementStreamEvent = {
  type: 'engagement.TransitionStarted',
  data: { engagementId, items: TRANSITION_ITEMS },
};
const done = (item: string, evidence?: string): EngagementStreamEvent => ({
  type: 'engagement.TransitionItemCompleted',
  data: { engagementId, item, evidence },
});
const noted: EngagementStreamEvent = { type: 'engagement.BaselineNoted', data: { engagementId, planId, baselineId } };
const activated: EngagementStreamEvent = { type: 'engagement.EngagementActivated', data: { engagementId } };
const suspended: EngagementStreamEvent = {
  type: 'engagement.EngagementSuspended',
  data: { engagementId, reason: REASON, billableWork: false },
};
const resumed: EngagementStreamEvent = { type: 'engagement.EngagementResumed', data: { engagementId } };
const exit: EngagementStreamEvent = { type: 'engagement.ExitStarted', data: { engagementId, items: EXIT_ITEMS } };
const exitDone = (item: string): EngagementStreamEvent => ({
  type: 'engagement.ExitItemCompleted',
  data: { engagementId, item },
});
const closed: EngagementStreamEvent = { type: 'engagement.EngagementClosed', data: { engagementId } };
const over = (how: 'Declined' | 'Withdrawn' | 'Terminated'): EngagementStreamEvent => ({
  type: `engagement.Engagement${how}`,
  data: { engagementId, reason: REASON },
});
const byBaseline = done('baseline', `baseline ${baselineId}`);
const inTransition = [...taken, proposed, agreed, transition];
const active = [...inTransition, done('access'), done('kick-off'), noted, byBaseline, activated];

describe('an enquiry', () => {
  it('is opened once, with a client that is active', () => {
    given().when(open()).then(opened);
    given(opened).when(open()).then();
    given(...active)
      .when(open({ clientIsActive: false }))
      .then();
    given(opened)
      .when(open({ title: 'Other' }))
      .thenRefused('enquiry-already-open');
    given()
      .when(open({ clientIsActive: false }))
      .thenRefused('client-is-not-active');
  });

  it('must be there for anything else', () => {
    given().when(ask('StartIntake')).thenRefused('engagement-not-found');
    expect(stateAfter(intakeStarted)).toEqual({ status: 'none' });
    expect(stateAfter(opened, opened)).toEqual(stateAfter(opened));
  });

  it('becomes an intake, and then a proposal of at least one item', () => {
    given(opened).when(ask('StartIntake')).then(intakeStarted);
    given(opened, intakeStarted)
      .when(ask('StartIntake'))
      .thenRefused('engagement-status-forbids', { status: 'intake', may: ['enquiry'] });
    given(opened, intakeStarted).when(ask('ProposeEngagement')).thenRefused('nothing-to-propose');
    given(...taken)
      .when(ask('ProposeEngagement'))
      .then(proposed);
  });

  it('is declined by the provider or withdrawn by the client until it is agreed', () => {
    given(opened).when(end('DeclineEngagement')).then(over('Declined'));
    given(...taken, proposed)
      .when(end('WithdrawEngagement'))
      .then(over('Withdrawn'));
    given(...inTransition)
      .when(end('DeclineEngagement'))
      .thenRefused('engagement-status-forbids');
    given(...inTransition)
      .when(end('WithdrawEngagement'))
      .thenRefused('engagement-status-forbids');
  });
});

describe('an engagement in transition', () => {
  it('ticks its items, each once', () => {
    given(...inTransition)
      .when(complete('access'))
      .then(done('access'));
    given(...inTransition, done('access'))
      .when(complete('access'))
      .then();
    given(...inTransition)
      .when(complete('party'))
      .thenRefused('checklist-item-not-found', { items: ['access', 'kick-off', 'baseline'] });
  });

  it('learns of its baseline from scheduling alone', () => {
    given(...inTransition)
      .when(complete('baseline'))
      .thenRefused('baseline-completes-itself');
    given(...inTransition)
      .when(noteBaseline())
      .then(noted, byBaseline);
    given(...inTransition, noted, byBaseline)
      .when(noteBaseline())
      .then();
    const second = idOf('second baseline');
    given(...inTransition, noted, byBaseline)
      .when(noteBaseline(second))
      .then({ type: 'engagement.BaselineNoted', data: { engagementId, planId, baselineId: second } });
    given(opened).when(noteBaseline()).then(noted);
    given().when(noteBaseline()).thenRefused('engagement-not-found');
  });

  it('becomes active with the last thing done, whichever it is', () => {
    given(...inTransition, done('access'), done('kick-off'))
      .when(noteBaseline())
      .then(noted, byBaseline, activated);
    given(...inTransition, done('access'), noted, byBaseline)
      .when(complete('kick-off'))
      .then(done('kick-off'), activated);
  });

  it('does not become active while the gate is open', () => {
    const subject = `intake/${goal}`;
    const reopened: EngagementStreamEvent = {
      type: 'engagement.AlignmentReopened',
      data: { engagementId, subjects: [subject] },
    };
    const past = [...inTransition, done('access'), noted, byBaseline, reopened];
    given(...past)
      .when(complete('kick-off'))
      .then(done('kick-off'));
    given(...past)
      .when(ask('ActivateEngagement'))
      .thenRefused('gate-not-passed', {
        items: [
          { subject: 'transition-item/kick-off', problem: 'Not done yet.' },
          { subject, problem: 'Changed since it was signed.' },
        ],
      });
  });

  it('is activated by hand only where it is active already', () => {
    given(...active)
      .when(ask('ActivateEngagement'))
      .then();
    given(opened).when(ask('ActivateEngagement')).thenRefused('engagement-status-forbids');
  });
});

describe('a running engagement', () => {
  it('rests, and goes on where it was', () => {
    given(...active)
      .when(suspend)
      .then(suspended);
    given(...active, suspended)
      .when(suspend)
      .thenRefused('engagement-status-forbids');
    given(...active, suspended)
      .when(ask('ResumeEngagement'))
      .then(resumed);
    expect(stateAfter(...active, suspended, resumed)).toMatchObject({ status: 'active' });
    expect(stateAfter(...inTransition, suspended, resumed)).toMatchObject({ status: 'transition' });
    given(...active)
      .when(ask('ResumeEngagement'))
      .thenRefused('engagement-status-forbids');
  });

  it('that rested while its baseline came becomes active when it goes on', () => {
    const past = [...inTransition, done('access'), done('kick-off'), suspended];
    given(...past)
      .when(noteBaseline())
      .then(noted, byBaseline);
    given(...past, noted, byBaseline)
      .when(ask('ResumeEngagement'))
      .then(resumed, activated);
  });

  it('still takes intake items', () => {
    const extra = idOf('extra');
    const statement = { ...statements.scopeOut, title: 'Printers' };
    given(...active)
      .when({ type: 'AddIntakeItem', data: { itemId: extra, statement }, issued })
      .then(added(extra, statement));
  });

  it('is handed back item by item, and closed with the last', () => {
    given(...active)
      .when(ask('CloseEngagement'))
      .thenRefused('engagement-status-forbids');
    given(...active)
      .when(ask('StartExit'))
      .then(exit);
    given(...active, exit)
      .when(completeExit('documents'))
      .then(exitDone('documents'));
    given(...active, exit, exitDone('documents'))
      .when(ask('CloseEngagement'))
      .thenRefused('gate-not-passed', {
        items: [
          { subject: 'exit-item/access', problem: 'Not done yet.' },
          { subject: 'exit-item/open-points', problem: 'Not done yet.' },
        ],
      });
    const all = EXIT_ITEMS.map(({ item }) => exitDone(item));
    given(...active, exit, ...all)
      .when(ask('CloseEngagement'))
      .then(closed);
  });

  it('is terminated at any time after it was agreed', () => {
    given(...active)
      .when(end('TerminateEngagement'))
      .then(over('Terminated'));
    given(...active, exit)
      .when(end('TerminateEngagement'))
      .then(over('Terminated'));
    given(...taken)
      .when(end('TerminateEngagement'))
      .thenRefused('engagement-status-forbids');
  });
});

describe('an engagement that is over', () => {
  const endings = [
    [...active, exit, closed],
    [opened, over('Declined')],
    [opened, over('Withdrawn')],
    [...active, over('Terminated')],
  ];

  it('is read-only', () => {
    for (const past of endings) {
      given(...past)
        .when(ask('StartIntake'))
        .thenRefused('engagement-is-over');
      given(...past)
        .when(suspend)
        .thenRefused('engagement-is-over');
    }
    given(...active, exit, closed)
      .when(suspend)
      .thenRefused('engagement-is-over', { status: 'closed' });
  });

  it('takes no news from elsewhere', () => {
    for (const past of endings)
      given(...past)
        .when(noteBaseline(idOf('late baseline')))
        .then();
  });
});
