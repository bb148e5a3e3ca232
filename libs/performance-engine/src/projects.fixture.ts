import { toDecimal } from '@bw/kernel';
import { compileCalendar } from '@bw/working-time';
import type { ActivityProgress, Baseline, BaselineLine, Figure, FormulaId, Performance } from './index.ts';

/** Monday to Friday, 8-12 and 13-17. */
export const office = compileCalendar({
  zone: 'UTC',
  shifts: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '08:00', to: '12:00' },
    { weekday, from: '13:00', to: '17:00' },
  ]),
  exceptions: [],
  holidays: [],
});

/** Monday. */
export const PROJECT_START = '2026-03-02T08:00:00.000Z';

/** `on('03-04', '17:00')` in 2026. */
export function on(day: string, time = '17:00'): string {
  return `2026-${day}T${time}:00.000Z`;
}

export function line(activityId: string, given: Partial<BaselineLine> = {}): BaselineLine {
  return { activityId, start: on('03-02', '08:00'), finish: on('03-06'), fixed: 0, variable: 100_000, ...given };
}

export function baselineOf(...lines: readonly BaselineLine[]): Baseline {
  return { calendar: office, projectStart: PROJECT_START, lines };
}

export function done(
  activityId: string,
  actualMinutes: number,
  remainingMinutes: number,
  given: Partial<ActivityProgress> = {},
): ActivityProgress {
  return { activityId, actualMinutes, remainingMinutes, ...given };
}

/** A figure as a short text: `90000`, `0.9000`, `960 min`, an instant, or the reason why there is none. */
export function shown({ figures }: Performance, id: FormulaId): string {
  return show(figures[id]);
}

function show(figure: Figure): string {
  switch (figure.unit) {
    case 'money':
      return String(figure.amount);
    case 'ratio':
      return toDecimal(figure.ratio, 4);
    case 'minutes':
      return `${figure.minutes} min`;
    case 'instant':
      return `${figure.minutes} min ${figure.at.slice(5, 16)}`;
    case 'undefined':
      return figure.reason;
  }
}
