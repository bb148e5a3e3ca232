import { type IssueEvent, RISK_SAMPLE_IDS, type Severity, type WaitingReason } from '@bw/contracts-risk';
import { scenarios } from '@bw/testing';
import { issuedAt } from '../../test/issued.ts';
import type { IssueCommand, RaiseIssue } from './issue.commands.ts';
import { issue } from './issue.decider.ts';

const { issueId, engagementId, manager, analyst, measurement, riskId } = RISK_SAMPLE_IDS;
const { given, stateAfter } = scenarios(issue);

const RAISED = '2026-03-02T09:00:00.000Z';
const NOW = '2026-03-02T10:00:00.000Z';
const issued = issuedAt(NOW, manager);
const byAnalyst = issuedAt(NOW, analyst);
const ids = { issueId, engagementId };
const byHand: RaiseIssue['data'] = { ...ids, severity: 2, title: 'No environment', origin: { kind: 'person' } };

const raise = (changes: Partial<RaiseIssue['data']> = {}): IssueCommand => ({
  type: 'RaiseIssue',
  data: { ...byHand, ...changes },
  issued: issuedAt(RAISED, manager),
});
const raised = (severity: Severity = 2): IssueEvent => ({
  type: 'risk.IssueRaised',
  data: { ...byHand, severity, raisedAt: RAISED },
  effective: { at: RAISED },
});
const acknowledge = (at?: string, reason?: string): IssueCommand => ({
  type: 'AcknowledgeIssue',
  data: {},
  issued: { ...issued, ...(at && { effective: { at } }), ...(reason && { reason }) },
});
const acknowledged: IssueEvent = { type: 'risk.IssueAcknowledged', data: { ...ids, by: manager } };
const assign: IssueCommand = { type: 'AssignIssue', data: { assignee: analyst }, issued };
const assigned: IssueEvent = { type: 'risk.IssueAssigned', data: { ...ids, assignee: analyst } };
const waitOn = (reason: WaitingReason = 'waiting-client', clientNotified = true): IssueCommand => ({
  type: 'WaitOn',
  data: { reason, clientNotified },
  issued,
});
const waiting: IssueEvent = {
  type: 'risk.IssueWaiting',
  data: { ...ids, reason: 'waiting-client', clientNotified: true },
};
const resume: IssueCommand = { type: 'ResumeIssue', data: {}, issued };
const resumed: IssueEvent = { type: 'risk.IssueResumed', data: { ...ids, reason: 'waiting-client' } };
const resolve = (at?: string): IssueCommand => ({
  type: 'ResolveIssue',
  data: { resolution: 'It is there.' },
  issued: { ...byAnalyst, ...(at && { effective: { at } }), reason: 'The network was down.' },
});
const resolved: IssueEvent = { type: 'risk.IssueResolved', data: { ...ids, resolution: 'It is there.', by: analyst } };
const verify = (by = issued): IssueCommand => ({ type: 'VerifyIssue', data: {}, issued: by });
const verified = (by: string = manager): IssueEvent => ({ type: 'risk.IssueVerified', data: { ...ids, by } });
const reopen: IssueCommand = { type: 'ReopenIssue', data: { why: 'It is gone again.' }, issued };
const reopened: IssueEvent = { type: 'risk.IssueReopened', data: { ...ids, why: 'It is gone again.' } };
const cancel: IssueCommand = { type: 'CancelIssue', data: { why: 'A mistake.' }, issued };
const cancelled: IssueEvent = { type: 'risk.IssueCancelled', data: { ...ids, why: 'A mistake.' } };
const note: IssueCommand = { type: 'NoteIssue', data: { note: 'recovered', kpi: 'K01', measurement }, issued };
const noted: IssueEvent = { type: 'risk.IssueNoted', data: { ...ids, note: 'recovered', kpi: 'K01', measurement } };

const inProgress = [raised(), acknowledged, assigned];

describe('an issue is raised', () => {
  it('when we learn of it', () => given().when(raise()).then(raised()));

  it('once by people', () => given(raised()).when(raise()).thenRefused('issue-already-raised'));

  it('quietly not again by the house', () => {
    given(raised())
      .when(raise({ origin: { kind: 'risk', riskId } }))
      .thenNothing();
  });

  it('before anything else can happen to it', () => given().when(assign).thenRefused('issue-not-found'));
});

describe('an issue is acknowledged', () => {
  it('by whoever says so', () => given(raised()).when(acknowledge()).then(acknowledged));

  it('once', () => {
    given(raised(), acknowledged).when(acknowledge()).thenNothing();
    given(...inProgress)
      .when(acknowledge())
      .thenNothing();
    given(...inProgress, resolved)
      .when(acknowledge())
      .thenNothing();
  });

  it('at an earlier time within the hour, with a reason', () => {
    const at = '2026-03-02T09:10:00.000Z';
    given(raised()).when(acknowledge(at, 'By phone.')).then(acknowledged);
    given(raised()).when(acknowledge(at)).thenRefused('backdating-needs-reason');
  });

  it('not at a time that cannot be', () => {
    given(raised()).when(acknowledge('2026-03-02T10:00:00.001Z', 'x')).thenRefused('time-in-future', { now: NOW });
    given(raised())
      .when(acknowledge('2026-03-02T08:59:00.000Z', 'x'))
      .thenRefused('time-before-issue', { raisedAt: RAISED });
    const { data, type } = raised();
    given({ type, data: { ...data, raisedAt: '2026-03-02T08:00:00.000Z' } } as IssueEvent)
      .when(acknowledge('2026-03-02T08:59:00.000Z', 'x'))
      .thenRefused('backdated-too-far', { minutes: 60 });
  });
});

describe('an issue is assigned', () => {
  it('and thereby acknowledged', () => given(raised()).when(assign).then(acknowledged, assigned));

  it('after it was acknowledged', () => given(raised(), acknowledged).when(assign).then(assigned));

  it('to the same person once, until it is reopened', () => {
    given(...inProgress)
      .when(assign)
      .thenNothing();
    given(...inProgress, resolved, reopened)
      .when(assign)
      .then(assigned);
  });

  it('while it waits, and goes on waiting', () => {
    expect(stateAfter(raised(), acknowledged, waiting, assigned)).toMatchObject({ status: 'waiting' });
  });
});

describe('an issue waits', () => {
  it('for a reason that the client was told', () => {
    given(...inProgress)
      .when(waitOn())
      .then(waiting);
    given(...inProgress)
      .when(waitOn('waiting-client', false))
      .thenRefused('client-not-notified');
  });

  it('only once somebody has taken note of it', () => {
    given(raised()).when(waitOn()).thenRefused('issue-not-acknowledged');
  });

  it('for one reason at a time', () => {
    given(...inProgress, waiting)
      .when(waitOn())
      .thenNothing();
    given(...inProgress, waiting)
      .when(waitOn('force-majeure'))
      .thenRefused('issue-already-waiting');
  });

  it('until it is resumed', () => {
    given(...inProgress, waiting)
      .when(resume)
      .then(resumed);
    given(...inProgress)
      .when(resume)
      .thenRefused('issue-not-waiting');
    expect(stateAfter(...inProgress, waiting, resumed)).toEqual(stateAfter(...inProgress));
    expect(stateAfter(raised(), acknowledged, waiting, resumed)).toMatchObject({ status: 'acknowledged' });
  });

  it('until it is resolved', () => {
    given(...inProgress, waiting)
      .when(resolve())
      .then(resolved);
    expect(stateAfter(...inProgress, waiting, resolved)).not.toHaveProperty('reason');
  });
});

describe('an issue is resolved', () => {
  it('and acknowledged, if nobody did before', () => {
    given(raised())
      .when(resolve())
      .then({ type: 'risk.IssueAcknowledged', data: { ...ids, by: analyst } }, resolved);
  });

  it('at an earlier time within the hour', () => {
    const at = '2026-03-02T09:45:00.000Z';
    given(...inProgress)
      .when(resolve(at))
      .then(resolved);
  });

  it('and then cannot change but by reopening', () => {
    for (const command of [assign, waitOn(), resume, resolve(), cancel]) {
      given(...inProgress, resolved)
        .when(command)
        .thenRefused('issue-is-resolved');
    }
  });
});

describe('an issue is verified', () => {
  it('by somebody else than the resolver for severity 1 and 2', () => {
    given(...inProgress, resolved)
      .when(verify())
      .then(verified());
    given(...inProgress, resolved)
      .when(verify(byAnalyst))
      .thenRefused('verifier-is-resolver', { severity: 2 });
  });

  it('by anybody for severity 3 and 4', () => {
    given(raised(3), acknowledged, resolved).when(verify(byAnalyst)).then(verified(analyst));
  });

  it('once, and after it was resolved', () => {
    given(...inProgress, resolved, verified())
      .when(verify())
      .thenNothing();
    given(...inProgress)
      .when(verify())
      .thenRefused('issue-not-resolved');
  });
});

describe('an issue is reopened', () => {
  it('after it was resolved or verified', () => {
    given(...inProgress, resolved)
      .when(reopen)
      .then(reopened);
    given(...inProgress, resolved, verified())
      .when(reopen)
      .then(reopened);
    given(...inProgress)
      .when(reopen)
      .thenRefused('issue-not-resolved');
  });

  it('and can be resolved again', () => {
    given(...inProgress, resolved, reopened)
      .when(resolve())
      .then(resolved);
    expect(stateAfter(...inProgress, resolved, reopened, acknowledged)).toMatchObject({ status: 'reopened' });
  });
});

describe('an issue is cancelled', () => {
  it('while it is open', () => {
    given(raised()).when(cancel).then(cancelled);
    given(...inProgress, waiting)
      .when(cancel)
      .then(cancelled);
  });

  it('and then is left alone', () => {
    given(raised(), cancelled).when(assign).thenRefused('issue-is-cancelled');
    given(raised(), cancelled).when(note).thenNothing();
    expect(stateAfter(raised(), cancelled, acknowledged)).toEqual(stateAfter(raised(), cancelled));
  });
});

describe('what moves a clock otherwise than by stopping it', () => {
  it('counts from when it is said', () => {
    const backdated = { ...issued, effective: { at: RAISED }, reason: 'x' };
    for (const command of [assign, waitOn(), resume, verify(), reopen, cancel]) {
      given(...inProgress)
        .when({ ...command, issued: backdated })
        .thenRefused('cannot-be-backdated');
    }
    given(...inProgress)
      .when({ ...note, issued: backdated })
      .then(noted);
  });
});

describe('a note', () => {
  it('is kept while the issue is open', () => {
    given(raised()).when(note).then(noted);
    expect(stateAfter(raised(), noted)).toEqual(stateAfter(raised()));
  });

  it('says nothing about a resolved one', () => {
    given(...inProgress, resolved)
      .when(note)
      .thenNothing();
  });
});

it('folds nothing that cannot follow', () => {
  expect(stateAfter(assigned)).toEqual({ status: 'none' });
  expect(stateAfter(raised(), verified(), reopened)).toEqual(stateAfter(raised()));
  expect(stateAfter(...inProgress, resolved, waiting)).toEqual(stateAfter(...inProgress, resolved));
});
