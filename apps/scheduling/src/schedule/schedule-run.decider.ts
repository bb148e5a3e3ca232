import type { ScheduleCalculated, ScheduleLine, ScheduleRequested, ScheduleRunFact } from '@bw/contracts-scheduling';
import { accept, type Decider, type Decision, type Id, type Instant, refuse } from '@bw/kernel';

/** The last successful run of the same plan: what changes are measured against. */
export interface PreviousRun {
  readonly finish: Instant;
  readonly critical: readonly Id[];
}

export interface RunResult extends Omit<ScheduleCalculated, 'runId' | 'planId' | 'engagementId'> {
  readonly lines: readonly ScheduleLine[];
  readonly previous?: PreviousRun;
  /** When it was calculated. */
  readonly calculatedAt: Instant;
}

export type ScheduleRun =
  | { readonly status: 'none' }
  | (ScheduleRequested & { readonly status: 'requested' | 'failed' })
  | (ScheduleRequested & {
      readonly status: 'completed';
      readonly result: ScheduleCalculated;
      readonly lines: readonly ScheduleLine[];
    });

export type ScheduleRunCommand =
  | { readonly type: 'RequestSchedule'; readonly data: ScheduleRequested }
  | { readonly type: 'CompleteRun'; readonly data: RunResult }
  | { readonly type: 'FailRun'; readonly data: { readonly cause: string; readonly detail: string } };

export type ScheduleRunRefusal = 'run-not-found' | 'run-exists-for-another-plan';

const CHUNK = 500;

/** One calculation of a plan's schedule: asked for once, answered once, its result never changed. */
export const scheduleRun: Decider<ScheduleRun, ScheduleRunCommand, ScheduleRunFact, ScheduleRunRefusal> = {
  initial: { status: 'none' },

  decide(command, state) {
    if (command.type === 'RequestSchedule') {
      if (state.status === 'none')
        return accept<ScheduleRunFact>({ type: 'scheduling.ScheduleRequested', data: command.data });
      return state.planId === command.data.planId ? accept() : refuse('run-exists-for-another-plan');
    }
    if (state.status === 'none') return refuse('run-not-found');
    if (state.status !== 'requested') return accept();
    const { runId, planId, engagementId } = state;
    const ids = { runId, planId, engagementId };
    switch (command.type) {
      case 'CompleteRun':
        return complete(command.data, ids);
      case 'FailRun':
        return accept<ScheduleRunFact>({ type: 'scheduling.ScheduleFailed', data: { ...ids, ...command.data } });
    }
  },

  evolve(state, { type, data }) {
    if (type === 'scheduling.ScheduleRequested') return { ...data, status: 'requested' };
    if (state.status === 'none') return state;
    switch (type) {
      case 'scheduling.ScheduleCalculated':
        return { ...state, status: 'completed', result: data, lines: [] };
      case 'scheduling.ScheduleDatesCalculated':
        return state.status === 'completed' ? { ...state, lines: [...state.lines, ...data.lines] } : state;
      case 'scheduling.ScheduleFailed':
        return { ...state, status: 'failed' };
      case 'scheduling.ForecastFinishChanged':
      case 'scheduling.CriticalPathChanged':
        return state;
    }
  },
};

function complete(
  { lines, previous, calculatedAt, ...result }: RunResult,
  ids: Pick<ScheduleCalculated, 'runId' | 'planId' | 'engagementId'>,
): Decision<ScheduleRunFact, never> {
  // What a run says counts from its data date: it is the forecast as known at that date. A plan that begins in the
  // future has a forecast now already.
  const effective = { at: result.dataDate < calculatedAt ? result.dataDate : calculatedAt };
  const facts: ScheduleRunFact[] = [{ type: 'scheduling.ScheduleCalculated', data: { ...ids, ...result }, effective }];
  for (let from = 0; from < lines.length; from += CHUNK) {
    const data = { ...ids, lines: lines.slice(from, from + CHUNK) };
    facts.push({ type: 'scheduling.ScheduleDatesCalculated', data, effective });
  }
  if (previous?.finish !== result.finish) {
    const data = { ...ids, ...(previous && { from: previous.finish }), to: result.finish };
    facts.push({ type: 'scheduling.ForecastFinishChanged', data, effective });
  }
  const critical = new Set(lines.filter((line) => line.critical).map(({ activityId }) => activityId));
  const before = new Set(previous?.critical);
  const entered = [...critical].filter((activityId) => !before.has(activityId));
  const left = [...before].filter((activityId) => !critical.has(activityId));
  if (entered.length + left.length > 0) {
    facts.push({ type: 'scheduling.CriticalPathChanged', data: { ...ids, entered, left }, effective });
  }
  return accept(...facts);
}
