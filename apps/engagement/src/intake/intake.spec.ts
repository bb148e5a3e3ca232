import {
  type EngagementStreamEvent,
  type IntakeConcern,
  type IntakeStatement,
  type IntakeWarning,
  sampleIds,
} from '@bw/contracts-engagement';
import { idOf, scenarios } from '@bw/testing';
import { issuedBy } from '../../test/issued.ts';
import { added, engagementId, goal, intakeStarted, opened, statements, taken } from '../../test/promise.ts';
import { engagement, type EngagementCommand } from '../engagements/engagement.decider.ts';

const { given, stateAfter } = scenarios(engagement);
const issued = issuedBy(sampleIds.projectManager);
const started = [opened, intakeStarted];
const [itemId, otherId] = [idOf('item', 1), idOf('item', 2)];
const portal: IntakeStatement = { kind: 'scope-in', title: 'The portal', origin: 'Workshop', priority: 'must' };
const untestable: IntakeStatement = { ...portal, kind: 'goal', title: 'Better quality' };

const add = (id: string, statement: IntakeStatement): EngagementCommand => ({
  type: 'AddIntakeItem',
  data: { itemId: id, statement },
  issued,
});
const clarify = (id: string, statement: IntakeStatement): EngagementCommand => ({
  type: 'ClarifyIntakeItem',
  data: { itemId: id, statement },
  issued,
});
const clarified = (id: string, statement: IntakeStatement, ...warnings: IntakeWarning[]): EngagementStreamEvent => ({
  type: 'engagement.IntakeItemClarified',
  data: { engagementId, itemId: id, statement, warnings },
});
const agree = (id: string): EngagementCommand => ({ type: 'AgreeIntakeItem', data: { itemId: id }, issued });
const agreed: EngagementStreamEvent = { type: 'engagement.IntakeItemAgreed', data: { engagementId, itemId } };
const reject: EngagementCommand = { type: 'RejectIntakeItem', data: { itemId, reason: 'Elsewhere.' }, issued };
const rejected: EngagementStreamEvent = {
  type: 'engagement.IntakeItemRejected',
  data: { engagementId, itemId, reason: 'Elsewhere.' },
};
const waive = (concerns: readonly IntakeConcern[]): EngagementCommand => ({
  type: 'WaiveIntakeItem',
  data: { itemId, concerns, reason: 'Settled later.' },
  issued,
});
const waived = (concerns: readonly IntakeConcern[]): EngagementStreamEvent => ({
  type: 'engagement.IntakeItemWaived',
  data: { engagementId, itemId, concerns, by: sampleIds.projectManager, reason: 'Settled later.' },
});

describe('an intake item', () => {
  it('is added once the intake has begun; saying the same again changes nothing', () => {
    given(opened).when(add(itemId, portal)).thenRefused('engagement-status-forbids');
    given(...started)
      .when(add(itemId, portal))
      .then(added(itemId, portal));
    given(...started, added(itemId, portal))
      .when(add(itemId, portal))
      .then();
    given(...started, added(itemId, portal))
      .when(add(itemId, untestable))
      .thenRefused('intake-item-exists');
  });

  it('is a duplicate when it says the same as another of its kind, however it is spelt', () => {
    const again = { ...portal, title: ' the  PORTAL! ' };
    const warning = { concern: 'duplicate', otherItemId: itemId } as const;
    given(...started, added(itemId, portal))
      .when(add(otherId, again))
      .then(added(otherId, again, warning));
    const assumption: IntakeStatement = { ...again, kind: 'assumption' };
    given(...started, added(itemId, portal))
      .when(add(otherId, assumption))
      .then(added(otherId, assumption));
  });

  it('contradicts another when the same thing is in and out of scope, or nothing is out and something is', () => {
    const out: IntakeStatement = { ...portal, kind: 'scope-out' };
    const warning = { concern: 'contradiction', otherItemId: itemId } as const;
    given(...started, added(itemId, portal))
      .when(add(otherId, out))
      .then(added(otherId, out, warning));
    const nothing: IntakeStatement = { ...out, title: 'Nothing', none: true };
    given(...started, added(itemId, out))
      .when(add(otherId, nothing))
      .then(added(otherId, nothing, warning));
    const other: IntakeStatement = { ...out, title: 'Hardware' };
    given(...started, added(itemId, out))
      .when(add(otherId, other))
      .then(added(otherId, other));
  });

  it('is questionable as a goal without measure, and where it is ambiguous', () => {
    given(...started)
      .when(add(itemId, untestable))
      .then(added(itemId, untestable, { concern: 'untestable-goal' }));
    const vague = { ...portal, ambiguous: true };
    given(...started)
      .when(add(itemId, vague))
      .then(added(itemId, vague, { concern: 'ambiguous' }));
  });

  it('is not compared with what was rejected', () => {
    given(...started, added(itemId, portal), rejected)
      .when(add(otherId, portal))
      .then(added(otherId, portal));
  });

  it('takes only fields that suit its kind', () => {
    const all: IntakeStatement = {
      ...portal,
      none: true,
      goal: statements.goal.goal,
      owner: sampleIds.sponsor,
      criteria: ['Works'],
      goals: [goal],
      stakeholderRole: 'User',
    };
    const fields = ['none', 'goal', 'owner', 'criteria', 'goals', 'stakeholderRole'];
    given(...started)
      .when(add(itemId, all))
      .thenRefused('field-does-not-suit-kind', { kind: 'scope-in', fields });
    given(...started, added(itemId, portal))
      .when(clarify(itemId, { ...portal, none: true }))
      .thenRefused('field-does-not-suit-kind', { kind: 'scope-in', fields: ['none'] });
    const user: IntakeStatement = { ...portal, kind: 'stakeholder', stakeholderRole: 'User' };
    given(...started)
      .when(add(itemId, user))
      .then(added(itemId, user));
  });

  it('is clarified to say something else of the same kind', () => {
    const better = { ...portal, title: 'The portal, without its reports' };
    given(...started, added(itemId, portal))
      .when(clarify(itemId, better))
      .then(clarified(itemId, better));
    given(...started, added(itemId, portal))
      .when(clarify(itemId, portal))
      .then();
    given(...started, added(itemId, portal))
      .when(clarify(itemId, untestable))
      .thenRefused('intake-item-kind-is-fixed', { kind: 'scope-in' });
  });

  it('is agreed, until it is clarified again', () => {
    given(...started, added(itemId, portal))
      .when(agree(itemId))
      .then(agreed);
    given(...started, added(itemId, portal), agreed)
      .when(agree(itemId))
      .then();
    const after = stateAfter(
      ...started,
      added(itemId, portal),
      agreed,
      clarified(itemId, { ...portal, title: 'Other' }),
    );
    expect(after).toMatchObject({ items: [{ status: 'clarified' }] });
  });

  it('is rejected with a reason, and then is read-only', () => {
    given(...started, added(itemId, portal))
      .when(reject)
      .then(rejected);
    given(...started, added(itemId, portal), rejected)
      .when(reject)
      .thenRefused('intake-item-is-rejected');
    given(...started, added(itemId, portal), rejected)
      .when(agree(itemId))
      .thenRefused('intake-item-is-rejected');
  });

  it('is waived only for concerns that stand, with name and reason', () => {
    const past = [...started, added(itemId, untestable, { concern: 'untestable-goal' })];
    given(...past)
      .when(waive(['untestable-goal']))
      .then(waived(['untestable-goal']));
    given(...past, waived(['untestable-goal']))
      .when(waive(['untestable-goal']))
      .then();
    given(...past)
      .when(waive(['untestable-goal', 'ambiguous']))
      .thenRefused('nothing-to-waive', { concerns: ['ambiguous'] });
    const twice = stateAfter(...past, waived(['untestable-goal']), waived(['untestable-goal']));
    expect(twice).toMatchObject({ items: [{ waived: ['untestable-goal'] }] });
  });

  it('must be there', () => {
    for (const command of [clarify(itemId, portal), agree(itemId), reject, waive(['ambiguous'])]) {
      given(...taken)
        .when(command)
        .thenRefused('intake-item-not-found');
    }
  });
});
