import type { BaselineFact, BaselineLine } from '@bw/contracts-scheduling';
import { idOf, scenarios } from '@bw/testing';
import type { BaselineContent } from './baseline.content.ts';
import { baseline, type BaselineCommand } from './baseline.decider.ts';

const { given, stateAfter } = scenarios(baseline);

const baselineId = idOf('baseline');
const ids = { baselineId, planId: idOf('plan'), engagementId: idOf('engagement') };
const AT = '2026-01-05T07:00:00.000Z';
const hash = 'a'.repeat(64);
const totals = { activities: 1, bac: 100, start: AT, finish: '2026-01-06T15:00:00.000Z' };
const line: BaselineLine = {
  activityId: idOf('activity'),
  code: 'A',
  wbs: '1',
  name: 'Dig',
  type: 'task',
  calendarId: idOf('calendar'),
  start: AT,
  finish: totals.finish,
  duration: 960,
  fixed: 0,
  variable: 100,
  earningRule: 'EFFORT_RATIO',
};
const content: BaselineContent = {
  head: {
    planId: ids.planId,
    engagementId: ids.engagementId,
    dataDate: AT,
    zone: 'UTC',
    currency: 'EUR',
    calendarId: idOf('calendar'),
    projectStart: AT,
    planVersion: 4,
    hash,
    totals,
  },
  lines: [line],
  links: [],
};
const capture = (change: Partial<BaselineContent> = {}): BaselineCommand => ({
  type: 'CaptureBaseline',
  data: { baselineId, ...content, ...change },
});
const answer = (
  type: 'ApproveBaseline' | 'RejectBaseline',
  of = hash,
  approvalId = idOf('approval'),
): BaselineCommand => ({
  type,
  data: { approvalId, hash: of },
});
const captured: BaselineFact = { type: 'scheduling.BaselineCaptured', data: { baselineId, ...content.head } };
const lines: BaselineFact = { type: 'scheduling.BaselineLinesCaptured', data: { ...ids, lines: [line], links: [] } };
const submitted: BaselineFact = {
  type: 'scheduling.BaselineSubmitted',
  data: { ...ids, hash, currency: 'EUR', totals, submittedBy: idOf('user') },
};
const approved: BaselineFact = {
  type: 'scheduling.BaselineApproved',
  data: { ...ids, approvalId: idOf('approval'), hash },
  effective: { at: AT },
};
const rejected: BaselineFact = { type: 'scheduling.BaselineRejected', data: { ...ids, approvalId: idOf('approval') } };

describe('a baseline', () => {
  it('is captured once and never changes', () => {
    given().when(capture()).then(captured, lines);
    given(captured, lines).when(capture()).thenNothing();
    const other = { head: { ...content.head, hash: 'b'.repeat(64) } };
    given(captured, lines).when(capture(other)).thenRefused('baseline-exists-with-other-content', { hash });
    given()
      .when(capture({ head: { ...content.head, totals: { ...totals, activities: 0 } } }))
      .thenRefused('baseline-is-empty');
  });

  it('is captured in pieces of five hundred', () => {
    const decision = baseline.decide(capture({ lines: Array.from({ length: 1_001 }, () => line) }), { status: 'none' });
    expect(decision.accepted && decision.events.length).toBe(4);
    const state = stateAfter(...(decision.accepted ? decision.events : []));
    expect(state.status !== 'none' && state.lines.length).toBe(1_001);
  });

  it('is submitted once', () => {
    const submit: BaselineCommand = { type: 'SubmitBaseline', data: { submittedBy: idOf('user') } };
    given(captured, lines).when(submit).then(submitted);
    given(captured, lines, submitted).when(submit).thenNothing();
    given(captured, lines, submitted, approved)
      .when(submit)
      .thenRefused('baseline-already-decided', { status: 'approved' });
    given().when(submit).thenRefused('baseline-not-found');
  });

  it('is approved from its data date on, however late the answer', () => {
    given(captured, lines, submitted).when(answer('ApproveBaseline')).then(approved);
    given(captured, lines, submitted, approved).when(answer('ApproveBaseline')).thenNothing();
  });

  it('is rejected', () => {
    given(captured, lines, submitted).when(answer('RejectBaseline')).then(rejected);
    given(captured, lines, submitted, rejected)
      .when(answer('ApproveBaseline', hash, idOf('later')))
      .thenNothing();
  });

  it('is not approved for another content than it has', () => {
    const approvedHash = 'c'.repeat(64);
    const mismatched: BaselineFact = {
      type: 'scheduling.BaselineApprovalMismatched',
      data: { ...ids, approvalId: idOf('approval'), hash, approvedHash },
    };
    given(captured, lines, submitted).when(answer('ApproveBaseline', approvedHash)).then(mismatched);
    given(captured, lines, submitted, mismatched).when(answer('ApproveBaseline')).then(approved);
  });

  it('is superseded by a newer one, if it was approved', () => {
    const by = idOf('newer');
    const superseded: BaselineFact = { type: 'scheduling.BaselineSuperseded', data: { ...ids, by } };
    given(captured, lines, submitted, approved).when({ type: 'SupersedeBaseline', data: { by } }).then(superseded);
    given(captured, lines, submitted, approved, superseded)
      .when({ type: 'SupersedeBaseline', data: { by } })
      .thenNothing();
    given(captured, lines, submitted).when({ type: 'SupersedeBaseline', data: { by } }).thenNothing();
    given(captured, lines, submitted, approved)
      .when({ type: 'SupersedeBaseline', data: { by: baselineId } })
      .thenNothing();
  });

  it('is empty for facts that come before its beginning', () => {
    expect(stateAfter(lines, submitted)).toEqual({ status: 'none' });
  });
});
