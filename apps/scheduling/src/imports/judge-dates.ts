import type { Instant } from '@bw/kernel';
import { defaultOptions, type Network, schedule } from '@bw/schedule-engine';
import { minuteOf, type WorkingCalendar } from '@bw/working-time';
import type { DraftActivity, DraftLink } from './plan-draft.ts';

/** Of the file, with the start that it says; or of the plan, with the constraint that it has. */
export type DatedActivity = Pick<DraftActivity, 'code' | 'type' | 'duration' | 'start' | 'noEarlierThan'>;

export interface DateDifference {
  readonly code: string;
  readonly kind: 'later' | 'earlier';
  /** Working minutes between what the logic gives and what the file says. */
  readonly by: number;
  readonly start: Instant;
}

export type DateJudgement = { readonly differences: readonly DateDifference[] } | { readonly problem: string };

/** Compares the file's start dates with those that its logic alone gives. */
export function judgeDates(
  activities: readonly DatedActivity[],
  links: readonly DraftLink[],
  calendar: WorkingCalendar,
  projectStart: Instant,
): DateJudgement {
  const CALENDAR = 'project';
  const network: Network = {
    projectStart: minuteOf(projectStart),
    calendars: new Map([[CALENDAR, calendar]]),
    projectCalendar: CALENDAR,
    activities: activities
      .filter(({ type }) => type !== 'summary')
      .map(({ code, type, duration, noEarlierThan }) => ({
        id: code,
        type,
        duration,
        ...(noEarlierThan && { constraints: [{ type: 'SNET' as const, at: minuteOf(noEarlierThan) }] }),
      })),
    links: links.map((link, index) => ({ id: String(index), ...link })),
  };
  const outcome = schedule(network, defaultOptions);
  if (!outcome.scheduled) return { problem: outcome.problems.map(({ code }) => code).join(', ') };

  const early = new Map(outcome.schedule.activities.map(({ id, earlyStart }) => [id, earlyStart]));
  const differences = activities.flatMap(({ code, type, start }): DateDifference[] => {
    const logical = early.get(code);
    if (start === undefined || logical === undefined || type === 'level-of-effort') return [];
    const by = calendar.workBetween(logical, minuteOf(start));
    return by === 0 ? [] : [{ code, kind: by > 0 ? 'later' : 'earlier', by: Math.abs(by), start }];
  });
  return { differences };
}
