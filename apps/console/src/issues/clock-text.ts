import { t } from '../texts/t.ts';
import type { ClockLine } from './issue.ts';

const HOUR = 60;
const MINUTE_MS = 60_000;
const DAY_H = 24;
const DAYS_FROM_H = 2 * DAY_H;
const SECONDS_MATTER_MS = 10 * MINUTE_MS;

/** Minutes of a clock as hours and minutes: it may count all hours of a day, so days would mislead. */
export function formatSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  if (hours === 0) return t('clock.span.minutes', { minutes: rest });
  return rest === 0 ? t('clock.span.hours', { hours }) : t('clock.span.both', { hours, minutes: rest });
}

/** Time on the wall: days where there are some, and of the last minutes every second. */
export function formatCountdown(ms: number): string {
  const size = Math.abs(ms);
  const hours = Math.floor(size / (HOUR * MINUTE_MS));
  if (hours >= DAYS_FROM_H) return t('clock.span.days', { days: Math.floor(hours / DAY_H), hours: hours % DAY_H });
  if (size >= SECONDS_MATTER_MS) return formatSpan(Math.floor(size / MINUTE_MS));
  const seconds = Math.floor(size / 1_000);
  return t('clock.span.seconds', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** The class for a clock's state; a running one has none until it warns. */
export function clockTone(state: string): string | undefined {
  if (state.startsWith('breached')) return 'tone-red';
  if (state === 'met-late' || state === 'paused' || state === 'warning') return 'tone-amber';
  return state === 'met' ? 'tone-green' : undefined;
}

/** How a clock stands at a moment that may lie after its reading. */
export interface Standing {
  /** As of the reading, or what it has become since: `warning`, `breached`. */
  readonly state: string;
  /** Milliseconds until it is due; below zero once it is over. Absent while nobody knows. */
  readonly left?: number;
  /** Share of the target that is used, in basis points. */
  readonly usedBp: number;
}

const WHOLE_BP = 10_000;

/** Where a clock stands now: the reading knows when it is due, also by a working calendar; between readings time runs on. */
export function standingAt(clock: ClockLine, now: number): Standing {
  const { state, due, targetMinutes, elapsedMinutes, warnAtBp, warnedBp } = clock;
  const usedBp = targetMinutes === 0 ? WHOLE_BP : Math.round((elapsedMinutes * WHOLE_BP) / targetMinutes);
  const isRunning = state === 'running' || state === 'breached';
  if (!isRunning || due === undefined) return { state, usedBp };
  const left = Date.parse(due) - now;
  if (left <= 0) return { state: 'breached', left, usedBp: Math.max(usedBp, WHOLE_BP) };
  const isWarned = warnedBp !== undefined || warnAtBp.some((point) => point <= usedBp);
  return { state: isWarned && state === 'running' ? 'warning' : state, left, usedBp };
}

/** Is there anything about it that changes by itself? */
export const ticks = ({ state, due }: ClockLine): boolean =>
  due !== undefined && (state === 'running' || state === 'breached');
