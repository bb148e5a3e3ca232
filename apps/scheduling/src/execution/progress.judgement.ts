import type { ProgressWarning, ProgressWarningCode } from '@bw/contracts-scheduling';
import type { Instant } from '@bw/kernel';
import { isComplete, type Progress, progressAfter, progressAt, type ReportedProgress } from './progress.state.ts';

/** What the shell knows about the plan when progress is reported. */
export interface ProgressContext {
  /** The plan's data date; absent while none was set. */
  readonly dataDate?: Instant;
  /** Working minutes on the activity's calendar from its actual start to the status date. */
  readonly workSinceStart?: number;
}

/** Everything odd about a report; which of it is a refusal depends on who reports. */
export function judge(
  report: ReportedProgress,
  before: Progress,
  context: ProgressContext,
): readonly ProgressWarning[] {
  const { statusDate, actualStart, actualDuration, remainingDuration, actualFinish } = report;
  const { dataDate, workSinceStart } = context;
  const found: ProgressWarning[] = [];
  const note = (code: ProgressWarningCode, detail: string) => found.push({ code, detail });

  if (!dataDate) note('after-data-date', 'the plan has no data date yet');
  else if (statusDate > dataDate)
    note('after-data-date', `reported for ${statusDate}, but the data date is ${dataDate}`);
  if (actualStart && actualStart > statusDate)
    note('start-after-status-date', `started ${actualStart}, reported for ${statusDate}`);
  if (actualFinish && actualFinish > statusDate)
    note('finish-after-status-date', `finished ${actualFinish}, reported for ${statusDate}`);
  if (actualStart && actualFinish && actualFinish < actualStart)
    note('finish-before-start', `${actualFinish} is before ${actualStart}`);
  if (actualFinish && remainingDuration > 0)
    note('complete-with-remaining', `finished, but ${remainingDuration} minutes remain`);
  if (!actualStart && (actualDuration > 0 || actualFinish))
    note('done-without-start', 'work is reported, but no start');
  if (workSinceStart !== undefined && actualDuration > workSinceStart) {
    note('more-done-than-time-passed', `${actualDuration} minutes done in ${workSinceStart} minutes of working time`);
  }

  const previous = progressAt(before, statusDate);
  const next = progressAfter(before, statusDate);
  if (previous && actualDuration < previous.actualDuration) {
    note(
      'less-done-than-before',
      `${actualDuration} minutes done, but ${previous.actualDuration} by ${previous.statusDate}`,
    );
  }
  if (next && actualDuration > next.actualDuration) {
    note(
      'less-done-than-before',
      `${actualDuration} minutes done, but only ${next.actualDuration} by ${next.statusDate}`,
    );
  }
  if (isComplete(previous) && !isComplete(report)) note('reopened', `it was complete by ${previous?.statusDate}`);
  return found;
}
