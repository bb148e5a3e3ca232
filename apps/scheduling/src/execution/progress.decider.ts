import type { ProgressFact, ProgressWarningCode } from '@bw/contracts-scheduling';
import { accept, type Decider, type Decision, type Effective, type Id, refuse } from '@bw/kernel';
import { isSame } from '../is-same.ts';
import type { Recorded } from '../recorded.ts';
import { judge, type ProgressContext } from './progress.judgement.ts';
import {
  currentProgress,
  evolveProgress,
  isComplete,
  isStarted,
  noProgress,
  type Progress,
  progressAt,
  type ReportedProgress,
} from './progress.state.ts';

/** `strict` for people; `historic` accepts and flags what already happened elsewhere. */
export type ProgressPolicy = 'strict' | 'historic';

export interface ProgressData extends ReportedProgress {
  readonly planId: Id;
  readonly engagementId: Id;
  readonly activityId: Id;
  /** The status date as it was given. */
  readonly effective: Effective;
  readonly context: ProgressContext;
  readonly policy: ProgressPolicy;
  /** Lets less be done than before. */
  readonly reason?: string;
}

export type ProgressCommand =
  | { readonly type: 'RecordProgress'; readonly data: ProgressData }
  | {
      readonly type: 'CorrectProgress';
      readonly data: ProgressData & { readonly corrects: Id; readonly reason: string };
    };

export type ProgressRefusal =
  | 'progress-after-data-date'
  | 'progress-start-after-status-date'
  | 'progress-finish-after-status-date'
  | 'progress-finish-before-start'
  | 'progress-complete-with-remaining-work'
  | 'progress-without-start'
  | 'progress-goes-back'
  | 'progress-was-complete'
  | 'progress-to-correct-not-found'
  | 'progress-already-corrected';

type ProgressEvent = Recorded<ProgressFact>;

/** What people may not report; the rest is accepted with its warning. */
const REFUSALS: Readonly<Partial<Record<ProgressWarningCode, ProgressRefusal>>> = {
  'after-data-date': 'progress-after-data-date',
  'start-after-status-date': 'progress-start-after-status-date',
  'finish-after-status-date': 'progress-finish-after-status-date',
  'finish-before-start': 'progress-finish-before-start',
  'complete-with-remaining': 'progress-complete-with-remaining-work',
  'done-without-start': 'progress-without-start',
  'less-done-than-before': 'progress-goes-back',
  reopened: 'progress-was-complete',
};

/** The rules of one activity's progress: reports are kept as reported, and set right only by corrections. */
export const progress: Decider<Progress, ProgressCommand, ProgressEvent, ProgressRefusal> = {
  initial: noProgress,

  decide(command, state) {
    return command.type === 'RecordProgress' ? record(command.data, state) : correct(command.data, state);
  },

  evolve: evolveProgress,
};

function record(data: ProgressData, state: Progress): Decision<ProgressEvent, ProgressRefusal> {
  const report = reportOf(data);
  if (isSame(reportedFor(state, data), report)) return accept();
  const warnings = judge(report, state, data.context);
  if (data.policy === 'strict') {
    const forbidden = warnings.find(({ code }) => REFUSALS[code] && !(code === 'less-done-than-before' && data.reason));
    const refusal = forbidden && REFUSALS[forbidden.code];
    if (refusal) return refuse(refusal, { detail: forbidden.detail, hint: hintOf(refusal) });
  }
  const fact: ProgressFact = {
    type: 'scheduling.ProgressRecorded',
    data: { ...idsOf(data), ...report, warnings },
    effective: data.effective,
  };
  return accept<ProgressEvent>(fact, ...transitions(data, state, fact));
}

/** A correction may take back what a plain report may not: less done, or complete after all not complete. */
function correct(
  data: ProgressData & { readonly corrects: Id },
  state: Progress,
): Decision<ProgressEvent, ProgressRefusal> {
  const wrong = state.reports.find(({ eventId }) => eventId === data.corrects);
  if (!wrong) return refuse('progress-to-correct-not-found', { corrects: data.corrects });
  if (wrong.replacedBy)
    return refuse('progress-already-corrected', { corrects: data.corrects, correctedBy: wrong.replacedBy });

  const report = reportOf(data);
  const others = { reports: state.reports.filter((each) => each !== wrong) };
  const warnings = judge(report, others, data.context);
  if (data.policy === 'strict') {
    const forbidden = warnings.find(
      ({ code }) => REFUSALS[code] && code !== 'less-done-than-before' && code !== 'reopened',
    );
    const refusal = forbidden && REFUSALS[forbidden.code];
    if (refusal) return refuse(refusal, { detail: forbidden.detail, hint: hintOf(refusal) });
  }
  const fact: ProgressFact = {
    type: 'scheduling.ProgressCorrected',
    data: { ...idsOf(data), ...report, warnings },
    effective: data.effective,
    corrects: data.corrects,
  };
  return accept<ProgressEvent>(fact, ...transitions(data, state, fact));
}

/** Said beside the report when it is the first one, or the one that completes the activity. */
function transitions(data: ProgressData, state: Progress, fact: ProgressFact): readonly ProgressFact[] {
  const before = currentProgress(state);
  const after = currentProgress(evolveProgress(state, fact));
  const facts: ProgressFact[] = [];
  const { effective } = data;
  if (!isStarted(before) && after?.actualStart) {
    facts.push({
      type: 'scheduling.ActivityStarted',
      data: { ...idsOf(data), startedAt: after.actualStart },
      effective,
    });
  }
  if (!isComplete(before) && isComplete(after)) {
    const finishedAt = after?.actualFinish;
    facts.push({
      type: 'scheduling.ActivityCompleted',
      data: { ...idsOf(data), ...(finishedAt && { finishedAt }) },
      effective,
    });
  }
  return facts;
}

function reportedFor(state: Progress, { statusDate }: ProgressData): ReportedProgress | undefined {
  const known = progressAt(state, statusDate);
  return known?.statusDate === statusDate ? reportOf(known) : undefined;
}

function reportOf({
  statusDate,
  actualStart,
  actualDuration,
  remainingDuration,
  actualFinish,
}: ReportedProgress): ReportedProgress {
  return { statusDate, actualStart, actualDuration, remainingDuration, actualFinish };
}

function idsOf({ planId, engagementId, activityId }: ProgressData) {
  return { planId, engagementId, activityId };
}

function hintOf(refusal: ProgressRefusal): string {
  if (refusal === 'progress-after-data-date') return 'Advance the data date of the plan first.';
  if (refusal === 'progress-was-complete') return 'Correct the report that said it was complete.';
  if (refusal === 'progress-goes-back') return 'Give a reason, or correct the earlier report.';
  return 'Set the report right and send it again.';
}
