import type { Instant } from '@bw/kernel';
import { instantOf, minuteOf } from '@bw/working-time';
import { readTime } from './cell-readers.ts';
import { readDuration } from './duration.ts';
import type { PlanField } from './import-mapping.ts';
import type { localTimes } from './local-time.ts';
import type { ImportContext } from './plan-draft.ts';
import type { RowCells } from './row-cells.ts';
import { textOf } from './sheet.ts';

export interface ActivityTimes {
  readonly duration: number;
  readonly start?: Instant;
  readonly finish?: Instant;
}

type Cells = RowCells<PlanField>;
type Times = ReturnType<typeof localTimes>;

/** Dates and duration of a row; of the three, one may be calculated from the other two. */
export function readTimes(cells: Cells, context: ImportContext, times: Times, isSummary: boolean): ActivityTimes {
  const { calendar, units } = context;
  const start = readDate('start', cells, context, times);
  const finish = readDate('finish', cells, context, times);
  const duration = readWork(cells, units);
  if (duration === undefined && (cells.text('duration') || cells.notes.isQuarantined)) return given(0, start, finish);

  if (duration === undefined) {
    if (start === undefined || finish === undefined) {
      // A summary spans what lies below it.
      if (isSummary) return given(0, start, finish);
      cells.notes.problem('NO_DURATION', 'has neither a duration nor both dates', cells.column('duration'));
      return given(0, start, finish);
    }
    const work = Math.max(0, calendar.workBetween(start, finish));
    cells.notes.repair(
      'DURATION_CALCULATED',
      `${work} working minutes lie between its dates`,
      cells.column('duration'),
    );
    return given(work, start, finish);
  }
  if (start !== undefined && finish !== undefined) {
    const work = calendar.workBetween(start, finish);
    if (work !== duration && finish >= start) {
      const detail = `lasts ${duration} working minutes, but ${work} lie between its dates; both were kept`;
      cells.notes.warn('DURATION_DISAGREES', detail, cells.column('duration'));
    }
  } else if (start !== undefined) {
    const end = calendar.addWork(start, duration, 'finish');
    if (cells.column('finish'))
      cells.notes.repair('DATE_CALCULATED', `finishes ${instantOf(end)}`, cells.column('finish'));
    return given(duration, start, end);
  } else if (finish !== undefined) {
    const begin = calendar.addWork(finish, -duration, 'start');
    if (cells.column('start'))
      cells.notes.repair('DATE_CALCULATED', `starts ${instantOf(begin)}`, cells.column('start'));
    return given(duration, begin, finish);
  }
  return given(duration, start, finish);
}

function given(duration: number, start?: number, finish?: number): ActivityTimes {
  return {
    duration,
    ...(start !== undefined && { start: instantOf(start) }),
    ...(finish !== undefined && { finish: instantOf(finish) }),
  };
}

function readWork(cells: Cells, units: ImportContext['units']): number | undefined {
  const column = cells.column('duration');
  const read = cells.read('duration', 'BAD_DURATION', (cell) => readDuration(textOf(cell), units));
  if (!read) return undefined;
  if (read.elapsed) {
    cells.notes.problem('BAD_DURATION', 'is given in elapsed time; give the working time', column);
    return undefined;
  }
  for (const note of read.notes) cells.notes.repair('DURATION_ASSUMED', note, column);
  return read.minutes;
}

function readDate(
  field: 'start' | 'finish',
  cells: Cells,
  { calendar, mapping }: ImportContext,
  times: Times,
): number | undefined {
  const column = cells.column(field);
  const read = cells.read(field, 'BAD_DATE', (cell) => readTime(cell, mapping.dateOrder));
  if (!read) return undefined;
  for (const note of read.notes) cells.notes.repair('DATE_ROUNDED', note, column);
  if (read.dayOnly) {
    const day = minuteOf(times(read.local).at);
    const whole = field === 'start' ? calendar.next(day) : calendar.previous(day + 1_440);
    cells.notes.repair('DATE_ASSUMED', `has no time of day; ${instantOf(whole)} was taken`, column);
    return whole;
  }
  const { at, skipped } = times(read.local);
  if (skipped) cells.notes.repair('DATE_ROUNDED', `${read.local} does not exist there; ${at} was taken`, column);
  const minute = minuteOf(at);
  const works = field === 'start' ? calendar.next(minute) === minute : calendar.previous(minute) === minute;
  if (!works)
    cells.notes.warn('NOT_WORKING_TIME', `${read.local} is no ${field} of working time on the calendar`, column);
  return minute;
}
