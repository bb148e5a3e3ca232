import { type EscalationEvent, RISK_SAMPLE_IDS } from '@bw/contracts-risk';
import { scenarios } from '@bw/testing';
import { issuedAt } from '../../test/issued.ts';
import { cycleOf, escalation, type EscalationCommand } from './escalation.decider.ts';
import type { Step } from './escalation.ts';

const { escalationId, engagementId, issueId, clockId, manager } = RISK_SAMPLE_IDS;
const { given, stateAfter } = scenarios(escalation);

const SINCE = '2026-03-02T10:00:00.000Z';
const FIRST = '2026-03-02T10:30:00.000Z';
const SECOND = '2026-03-02T12:00:00.000Z';
const issued = issuedAt(SECOND, manager);

const one: Step = { level: 1, role: 'project-manager', at: FIRST };
const two: Step = { level: 2, role: 'director', at: SECOND };

const climb = (steps: readonly Step[], cycle = 1): EscalationCommand => ({
  type: 'ClimbTo',
  data: { escalationId, engagementId, issueId, severity: 2, clockId, since: SINCE, cycle, steps },
  issued,
});
const acknowledge: EscalationCommand = { type: 'AcknowledgeEscalation', data: {}, issued };
const end: EscalationCommand = { type: 'EndEscalation', data: { outcome: 'resolved', at: SECOND }, issued };

const ladder = (cycle = 1) => ({ escalationId, engagementId, subject: { kind: 'issue', id: issueId }, cycle }) as const;
const raised = (cycle = 1): EscalationEvent => ({
  type: 'risk.EscalationRaised',
  data: { ...ladder(cycle), level: 1, role: 'project-manager', since: SINCE, clockId, severity: 2 },
  effective: { at: FIRST },
});
const advanced: EscalationEvent = {
  type: 'risk.EscalationAdvanced',
  data: { ...ladder(), level: 2, role: 'director' },
  effective: { at: SECOND },
};
const acknowledged: EscalationEvent = {
  type: 'risk.EscalationAcknowledged',
  data: { ...ladder(), level: 1, by: manager },
};
const resolved: EscalationEvent = {
  type: 'risk.EscalationResolved',
  data: { ...ladder(), outcome: 'resolved', at: SECOND },
};

describe('a ladder', () => {
  it('is raised with its first level', () =>
    given()
      .when(climb([one]))
      .then(raised()));

  it('climbs level by level', () => {
    given(raised())
      .when(climb([two]))
      .then(advanced);
  });

  it('tells each level once in a cycle, in order', () => {
    given(raised())
      .when(climb([one]))
      .thenNothing();
    given(raised(), advanced)
      .when(climb([one, two]))
      .thenNothing();
    given()
      .when(climb([one, two]))
      .then(raised(), advanced);
  });

  it('goes on at once where nobody can be told', () => {
    given()
      .when(
        climb([
          { ...one, unreachable: 'nobody-in-role' },
          { ...two, at: FIRST },
        ]),
      )
      .then(
        raised(),
        {
          type: 'risk.EscalationUnreachable',
          data: { ...ladder(), level: 1, role: 'project-manager', why: 'nobody-in-role' },
          effective: { at: FIRST },
        },
        { ...advanced, effective: { at: FIRST } },
      );
  });

  it('is not climbed by a timer of another cycle', () => {
    given(raised())
      .when(climb([two], 2))
      .thenNothing();
    given(raised(), resolved)
      .when(climb([two]))
      .thenNothing();
  });

  it('folds what was unreachable, and nothing before it began', () => {
    const unreachable: EscalationEvent = {
      type: 'risk.EscalationUnreachable',
      data: { ...ladder(), level: 1, role: 'project-manager', why: 'nobody-on-shift' },
    };
    expect(stateAfter(raised(), unreachable)).toEqual(stateAfter(raised()));
    expect(stateAfter(advanced)).toEqual({ status: 'none' });
  });
});

describe('an acknowledgement', () => {
  it('stops the ladder', () => {
    given(raised()).when(acknowledge).then(acknowledged);
    given(raised(), acknowledged)
      .when(climb([two]))
      .thenNothing();
  });

  it('counts once', () => given(raised(), acknowledged).when(acknowledge).thenNothing());

  it('needs an open ladder', () => {
    given().when(acknowledge).thenRefused('escalation-not-found');
    given(raised(), resolved).when(acknowledge).thenRefused('escalation-has-ended');
  });
});

describe('the end', () => {
  it('comes with the clock that set the ladder up', () => {
    given(raised()).when(end).then(resolved);
    given(raised(), acknowledged).when(end).then(resolved);
  });

  it('comes once, and not before the ladder', () => {
    given(raised(), resolved).when(end).thenNothing();
    given().when(end).thenNothing();
  });

  it('leaves room for a next ladder', () => {
    expect(cycleOf(stateAfter())).toBe(1);
    expect(cycleOf(stateAfter(raised(), advanced))).toBe(1);
    expect(cycleOf(stateAfter(raised(), resolved))).toBe(2);
    given(raised(), resolved)
      .when(climb([one], 2))
      .then(raised(2));
  });
});
