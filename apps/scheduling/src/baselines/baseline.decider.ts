import type { BaselineCaptured, BaselineFact, BaselineLine, BaselineLink } from '@bw/contracts-scheduling';
import { accept, type Decider, type Decision, type Id, refuse } from '@bw/kernel';
import type { BaselineContent } from './baseline.content.ts';

export type BaselineStatus = 'captured' | 'submitted' | 'approved' | 'rejected' | 'superseded';

export type Baseline =
  | { readonly status: 'none' }
  | (BaselineCaptured & {
      readonly status: BaselineStatus;
      readonly lines: readonly BaselineLine[];
      readonly links: readonly BaselineLink[];
      readonly approvalId?: Id;
    });

type Decided = { readonly approvalId: Id; readonly hash: string };

export type BaselineCommand =
  | { readonly type: 'CaptureBaseline'; readonly data: BaselineContent & { readonly baselineId: Id } }
  | { readonly type: 'SubmitBaseline'; readonly data: { readonly submittedBy: string } }
  | { readonly type: 'ApproveBaseline'; readonly data: Decided }
  | { readonly type: 'RejectBaseline'; readonly data: Decided }
  | { readonly type: 'SupersedeBaseline'; readonly data: { readonly by: Id } };

export type BaselineRefusal =
  'baseline-not-found' | 'baseline-is-empty' | 'baseline-exists-with-other-content' | 'baseline-already-decided';

/** Activities or links in one event: what keeps an event well below the limits of any bus. */
const CHUNK = 500;

/** The rules of one baseline: an immutable copy, approved for exactly the content it has. */
export const baseline: Decider<Baseline, BaselineCommand, BaselineFact, BaselineRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'CaptureBaseline') return capture(command.data, state);
    if (state.status === 'none') return refuse('baseline-not-found');
    const { baselineId, planId, engagementId, hash, currency, totals } = state;
    const ids = { baselineId, planId, engagementId };
    switch (command.type) {
      case 'SubmitBaseline':
        if (state.status === 'submitted') return accept();
        if (state.status !== 'captured') return refuse('baseline-already-decided', { status: state.status });
        return accept<BaselineFact>({
          type: 'scheduling.BaselineSubmitted',
          data: { ...ids, hash, currency, totals, submittedBy: command.data.submittedBy },
        });
      case 'ApproveBaseline':
      case 'RejectBaseline':
        return decided(command.type, command.data, state);
      case 'SupersedeBaseline':
        return state.status === 'approved' && command.data.by !== baselineId
          ? accept<BaselineFact>({ type: 'scheduling.BaselineSuperseded', data: { ...ids, by: command.data.by } })
          : accept();
    }
  },

  evolve(state, { type, data }) {
    if (type === 'scheduling.BaselineCaptured') return { ...data, status: 'captured', lines: [], links: [] };
    if (state.status === 'none') return state;
    switch (type) {
      case 'scheduling.BaselineLinesCaptured':
        return { ...state, lines: [...state.lines, ...data.lines], links: [...state.links, ...data.links] };
      case 'scheduling.BaselineSubmitted':
        return { ...state, status: 'submitted' };
      case 'scheduling.BaselineApproved':
        return { ...state, status: 'approved', approvalId: data.approvalId };
      case 'scheduling.BaselineRejected':
        return { ...state, status: 'rejected', approvalId: data.approvalId };
      case 'scheduling.BaselineSuperseded':
        return { ...state, status: 'superseded' };
      case 'scheduling.BaselineApprovalMismatched':
        return state;
    }
  },
};

function capture(
  { baselineId, head, lines, links }: BaselineContent & { readonly baselineId: Id },
  state: Baseline,
): Decision<BaselineFact, BaselineRefusal> {
  if (state.status !== 'none') {
    return state.hash === head.hash ? accept() : refuse('baseline-exists-with-other-content', { hash: state.hash });
  }
  if (head.totals.activities === 0) return refuse('baseline-is-empty', { hint: 'Add activities to the plan first.' });
  const { planId, engagementId } = head;
  const facts: BaselineFact[] = [{ type: 'scheduling.BaselineCaptured', data: { baselineId, ...head } }];
  const parts = Math.ceil(Math.max(lines.length, links.length) / CHUNK);
  for (let part = 0; part < parts; part += 1) {
    const [from, to] = [part * CHUNK, (part + 1) * CHUNK];
    facts.push({
      type: 'scheduling.BaselineLinesCaptured',
      data: { baselineId, planId, engagementId, lines: lines.slice(from, to), links: links.slice(from, to) },
    });
  }
  return accept(...facts);
}

function decided(
  type: 'ApproveBaseline' | 'RejectBaseline',
  { approvalId, hash }: Decided,
  state: Exclude<Baseline, { status: 'none' }>,
): Decision<BaselineFact, BaselineRefusal> {
  const { baselineId, planId, engagementId } = state;
  const ids = { baselineId, planId, engagementId, approvalId };
  if (state.approvalId === approvalId) return accept();
  if (hash !== state.hash) {
    const data = { ...ids, hash: state.hash, approvedHash: hash };
    return accept<BaselineFact>({ type: 'scheduling.BaselineApprovalMismatched', data });
  }
  // An answer to something decided before, by whichever way it came, changes nothing.
  if (state.status !== 'captured' && state.status !== 'submitted') return accept();
  if (type === 'RejectBaseline') return accept<BaselineFact>({ type: 'scheduling.BaselineRejected', data: ids });
  // It counts from its data date, however late the approval came.
  return accept<BaselineFact>({
    type: 'scheduling.BaselineApproved',
    data: { ...ids, hash },
    effective: { at: state.dataDate },
  });
}
