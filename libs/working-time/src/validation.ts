import { isCivilDay } from '@bw/kernel';
import type { CalendarDefinition, CalendarProblem, Shift } from './calendar.ts';
import { isTimeOfDay, minutesOf } from './shift-times.ts';
import { dayNumber, dayText, isZone, weekday } from './zone.ts';

const WEEK = 7 * 1440;
const LONGEST_REST = 365;
const LONGEST_EXCEPTION = 3660;

/** Everything that is wrong with a definition, for the one who publishes it; empty for a sound one. */
export function problemsOf(definition: CalendarDefinition): readonly CalendarProblem[] {
  const preventing = preventingProblems(definition);
  return preventing.length > 0 ? preventing : doubtfulProblems(definition);
}

/** What makes a definition impossible to calculate with: words that are no zone, day or time. */
export function preventingProblems({
  zone,
  shifts,
  exceptions,
  holidays,
}: CalendarDefinition): readonly CalendarProblem[] {
  const known: boolean = isZone(zone);
  return [
    ...(known ? [] : [problem('UNKNOWN_ZONE', '/zone', `"${zone}" is not the name of a time zone`)]),
    ...shifts.flatMap((shift, i) => [...badTimes(shift, `/shifts/${i}`), ...badWeekday(shift.weekday, `/shifts/${i}`)]),
    ...exceptions.flatMap((exception, i) => [
      ...exception.shifts.flatMap((shift, j) => badTimes(shift, `/exceptions/${i}/shifts/${j}`)),
      ...badDay(exception.from, `/exceptions/${i}/from`),
      ...badDay(exception.to, `/exceptions/${i}/to`),
      ...badRange(exception, `/exceptions/${i}/to`),
    ]),
    ...holidays.flatMap((day, i) => badDay(day, `/holidays/${i}`)),
  ];
}

/** What can be calculated with, but hardly was meant. Overlapping shifts count once (CL1). */
function doubtfulProblems(definition: CalendarDefinition): readonly CalendarProblem[] {
  const { exceptions } = definition;
  const days = exceptions.map(({ from, to }, index) => ({ from: dayNumber(from), to: dayNumber(to) + 1, index }));
  const rest = longestRest(definition);
  return [
    ...overlapping(weekSpans(definition)).map((i) =>
      problem('OVERLAPPING_SHIFTS', `/shifts/${i}`, 'overlaps another shift of the week'),
    ),
    ...exceptions.flatMap(({ shifts }, i) =>
      overlapping(shifts.map((shift, index) => ({ ...minutesOf(shift), index }))).map((j) =>
        problem('OVERLAPPING_SHIFTS', `/exceptions/${i}/shifts/${j}`, 'overlaps another shift of the exception'),
      ),
    ),
    ...overlapping(days).map((i) =>
      problem('OVERLAPPING_EXCEPTIONS', `/exceptions/${i}`, 'names a day that another exception names'),
    ),
    ...(rest ? [problem('NO_WORKING_TIME', '', rest)] : []),
  ];
}

function problem(code: CalendarProblem['code'], pointer: string, detail: string): CalendarProblem {
  return { code, pointer, detail };
}

function badTimes(shift: Shift, pointer: string): readonly CalendarProblem[] {
  const bad = (['from', 'to'] as const).filter((side) => !isTimeOfDay(shift[side]));
  if (bad.length === 0 && shift.from === '24:00')
    return [problem('BAD_TIME', `${pointer}/from`, 'starts at 24:00: give 00:00 of the next day')];
  return bad.map((side) =>
    problem('BAD_TIME', `${pointer}/${side}`, `"${shift[side]}" is no time of day: give 00:00 to 24:00`),
  );
}

function badWeekday(day: number, pointer: string): readonly CalendarProblem[] {
  const good = Number.isInteger(day) && day >= 1 && day <= 7;
  return good ? [] : [problem('BAD_WEEKDAY', `${pointer}/weekday`, 'weekdays are 1 (Monday) to 7 (Sunday)')];
}

function badDay(day: string, pointer: string): readonly CalendarProblem[] {
  const good: boolean = isCivilDay(day);
  return good ? [] : [problem('BAD_DAY', pointer, `"${day}" is no day of the calendar`)];
}

function badRange({ from, to }: { from: string; to: string }, pointer: string): readonly CalendarProblem[] {
  if (!isCivilDay(from) || !isCivilDay(to)) return [];
  if (to < from) return [problem('BAD_DAY', pointer, 'the last day lies before the first')];
  const days = dayNumber(to) - dayNumber(from) + 1;
  return days > LONGEST_EXCEPTION
    ? [
        problem(
          'BAD_DAY',
          pointer,
          `an exception of ${days} days is a calendar of its own: at most ${LONGEST_EXCEPTION}`,
        ),
      ]
    : [];
}

interface Spanned {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

/** Indices of spans that begin before an earlier one has ended. */
function overlapping(spans: readonly Spanned[]): readonly number[] {
  const found = new Set<number>();
  let end = Number.NEGATIVE_INFINITY;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from < end) found.add(span.index);
    end = Math.max(end, span.to);
  }
  return [...found];
}

/** Spans of the week; Sunday's night shift reaches into Monday as a second span of the same shift. */
function weekSpans({ shifts }: CalendarDefinition): readonly Spanned[] {
  return shifts.flatMap((shift, index) => {
    const { from, to } = minutesOf(shift);
    const start = (shift.weekday - 1) * 1440 + from;
    const end = start + to - from;
    const span = { from: start, to: Math.min(end, WEEK), index };
    return end > WEEK ? [span, { from: 0, to: end - WEEK, index }] : [span];
  });
}

/** Work has to be done in every 365 days on end, or a date may never come. */
function longestRest({ shifts, exceptions, holidays }: CalendarDefinition): string | undefined {
  if (shifts.length === 0) return 'no weekday has a shift: beyond the exceptions no work would ever be done';
  const weekdays = new Set(shifts.map((shift) => shift.weekday));
  const worked = new Map(holidays.map((day) => [dayNumber(day), false]));
  for (const { from, to, shifts: instead } of exceptions)
    for (let day = dayNumber(from); day <= dayNumber(to); day++) worked.set(day, instead.length > 0);

  let resting = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (const day of [...worked.keys()].sort((a, b) => a - b)) {
    // Plain days in between: a week of them has every weekday.
    const between = Array.from({ length: Math.min(day - previous - 1, 7) }, (_, i) => day - 1 - i);
    resting = between.some((each) => weekdays.has(weekday(each))) ? 0 : resting + between.length;
    resting = worked.get(day) ? 0 : resting + 1;
    if (resting >= LONGEST_REST) return `no work is done in the ${LONGEST_REST} days up to ${dayText(day)}`;
    previous = day;
  }
  return undefined;
}
