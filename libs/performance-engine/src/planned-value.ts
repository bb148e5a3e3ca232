import type { Instant } from '@bw/kernel';
import { type Minute, minuteOf, type WorkingCalendar } from '@bw/working-time';
import { accrued } from './accrual.ts';
import type { Baseline, BaselineLine } from './baseline.ts';
import { minor, NOTHING, type Value } from './share.ts';

/** Planned value of one activity at one instant, in minor units. */
export interface PlannedValueCell {
  readonly activityId: string;
  readonly at: Instant;
  readonly pv: number;
}

/** What happens exactly at an instant: counted, or not yet (the limit from the left). */
export type Side = 'at' | 'before';

interface PlannedLine {
  readonly line: BaselineLine;
  readonly calendar: WorkingCalendar;
  readonly start: Minute;
  readonly finish: Minute;
  /** Working minutes from start to finish. */
  readonly work: number;
}

const compiled = new WeakMap<Baseline, PlannedValue>();

/** The time-phased budget of a baseline, made ready for many questions. */
export class PlannedValue {
  /** Working minutes of the project's calendar from project start to the last finish. */
  readonly plannedDuration: number;
  readonly bac: number;
  readonly #start: Minute;
  readonly #calendar: WorkingCalendar;
  readonly #lines: readonly PlannedLine[];

  constructor(baseline: Baseline) {
    this.#start = minuteOf(baseline.projectStart);
    this.#calendar = baseline.calendar;
    this.#lines = baseline.lines.map((line) => planned(line, baseline.calendar));
    this.bac = baseline.lines.reduce((sum, { fixed, variable }) => sum + fixed + variable, 0);
    const last = this.#lines.reduce((latest, { finish }) => Math.max(latest, finish), this.#start);
    this.plannedDuration = this.#calendar.workBetween(this.#start, last);
  }

  /** The same for the same baseline object, so that a series of readings prepares it once. */
  static of(baseline: Baseline): PlannedValue {
    const known = compiled.get(baseline) ?? new PlannedValue(baseline);
    compiled.set(baseline, known);
    return known;
  }

  /** Planned value of every activity at the instant, in the order of the baseline. */
  cellsAt(at: Instant): readonly PlannedValueCell[] {
    const values = this.valuesAt(minuteOf(at));
    return this.#lines.map(({ line }, index) => ({
      activityId: line.activityId,
      at,
      pv: minor(values[index] ?? NOTHING),
    }));
  }

  /** The curve of the whole project: planned value at each instant. */
  series(at: readonly Instant[]): readonly number[] {
    return at.map((each) => this.totalAt(minuteOf(each)));
  }

  /** Planned value per line, in the order of the baseline, not yet rounded. */
  valuesAt(at: Minute, side: Side = 'at'): readonly Value[] {
    return this.#lines.map((line) => valueAt(line, at, side));
  }

  totalAt(at: Minute, side: Side = 'at'): number {
    let total = 0;
    for (const line of this.#lines) total += minor(valueAt(line, at, side));
    return total;
  }

  /** Working minutes of the project's calendar since project start; none before it. */
  timeAt(at: Minute): number {
    return Math.max(0, this.#calendar.workBetween(this.#start, at));
  }

  /** The instant at which so much working time has passed since project start: the earliest, or the last such instant. */
  instantAfter(minutes: number, boundary: 'start' | 'finish' = 'finish'): Minute {
    if (minutes === 0 && boundary === 'finish') return this.#start;
    return this.#calendar.addWork(this.#start, minutes, boundary);
  }
}

function planned(line: BaselineLine, projectCalendar: WorkingCalendar): PlannedLine {
  const calendar = line.calendar ?? projectCalendar;
  const [start, finish] = [minuteOf(line.start), minuteOf(line.finish)];
  return { line, calendar, start, finish, work: calendar.workBetween(start, finish) };
}

function valueAt({ line, calendar, start, finish, work }: PlannedLine, at: Minute, side: Side): Value {
  const past = (instant: Minute) => (side === 'at' ? instant <= at : instant < at);
  if (!past(start)) return NOTHING;
  const ended = past(finish);
  // Evenly spread cost is whole at the finish itself, from either side; only what falls due there in one piece is not.
  const part = ended || at >= finish ? work : Math.max(0, calendar.workBetween(start, at));
  return accrued(line, { begun: true, ended, part, whole: work });
}
