import type { ProgressFact, ProgressRecorded } from '@bw/contracts-scheduling';
import type { Id, Instant } from '@bw/kernel';
import type { Recorded } from '../recorded.ts';

/** What one report says, kept as reported. */
export type ReportedProgress = Pick<
  ProgressRecorded,
  'statusDate' | 'actualStart' | 'actualDuration' | 'remainingDuration' | 'actualFinish'
>;

export interface Report extends ReportedProgress {
  /** Of the event that brought it. */
  readonly eventId: Id;
  /** Of the report that took its place. */
  readonly replacedBy?: Id;
}

/** Progress of one activity: every report in the order it came, replaced ones too. */
export interface Progress {
  readonly reports: readonly Report[];
}

export const noProgress: Progress = { reports: [] };

export function evolveProgress(state: Progress, event: Recorded<ProgressFact>): Progress {
  switch (event.type) {
    case 'scheduling.ProgressRecorded':
      return { reports: [...state.reports, reportOf(event.data, event.id)] };
    case 'scheduling.ProgressCorrected': {
      const eventId = event.id ?? '';
      const reports = state.reports.map((report) =>
        report.eventId === event.corrects ? { ...report, replacedBy: eventId } : report,
      );
      return { reports: [...reports, reportOf(event.data, event.id)] };
    }
    // Both only say in a word what a report beside them says in full.
    case 'scheduling.ActivityStarted':
    case 'scheduling.ActivityCompleted':
      return state;
  }
}

/** What is known at a status date: the last report up to it, by status date and then by arrival. */
export function progressAt({ reports }: Progress, statusDate: Instant): ReportedProgress | undefined {
  return ruling(reports.filter((report) => report.statusDate <= statusDate));
}

/** What is known now. */
export function currentProgress({ reports }: Progress): ReportedProgress | undefined {
  return ruling(reports);
}

/** The first report after a status date. */
export function progressAfter({ reports }: Progress, statusDate: Instant): ReportedProgress | undefined {
  const later = reports.filter((report) => !report.replacedBy && report.statusDate > statusDate);
  return later.toSorted((a, b) => (a.statusDate < b.statusDate ? -1 : 1))[0];
}

export function isStarted(report: ReportedProgress | undefined): boolean {
  return report !== undefined && (report.actualStart !== undefined || report.actualDuration > 0);
}

export function isComplete(report: ReportedProgress | undefined): boolean {
  if (!report || !(isStarted(report) || report.actualFinish)) return false;
  return report.remainingDuration === 0;
}

function ruling(reports: readonly Report[]): ReportedProgress | undefined {
  return reports
    .filter(({ replacedBy }) => !replacedBy)
    .reduce<Report | undefined>(
      (best, report) => (best && best.statusDate > report.statusDate ? best : report),
      undefined,
    );
}

function reportOf(data: ProgressRecorded, eventId: Id = ''): Report {
  const { statusDate, actualStart, actualDuration, remainingDuration, actualFinish } = data;
  return { statusDate, actualStart, actualDuration, remainingDuration, actualFinish, eventId };
}
