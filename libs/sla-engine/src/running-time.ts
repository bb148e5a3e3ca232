import type { Interval, Minute, WorkingCalendar } from '@bw/working-time';
import type { Cycle, Pause } from './cycles.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/** The time of one cycle under one calendar: when the clock runs, and what is elapsed or paused by when. */
export class RunningTime {
  /** Open and not paused, in order; the last may have no end. */
  readonly #running: readonly Interval[];
  readonly #spans: readonly Interval[];

  constructor(
    private readonly cycle: Cycle,
    private readonly calendar: WorkingCalendar,
    maxPauseMinutes: number | undefined,
  ) {
    this.#spans = cycle.spans.map(({ from, to }) => ({ from, to: to ?? FOREVER }));
    const pauses = cycle.pauses.map((pause) => ({ from: pause.from, to: endOf(pause, calendar, maxPauseMinutes) }));
    this.#running = this.#spans.flatMap((span) => without(span, pauses));
  }

  /** CL3: working minutes while the clock is open and not paused. */
  elapsed(at: Minute): number {
    return this.#work(this.#running, at);
  }

  /** CL7: working minutes while open and paused. */
  paused(at: Minute): number {
    return this.#work(this.#spans, at) - this.elapsed(at);
  }

  isPaused(at: Minute): boolean {
    const covers = ({ from, to }: Interval) => from <= at && at < to;
    return this.#spans.some(covers) && !this.#running.some(covers);
  }

  /**
   * CL4: the earliest instant at which so much is elapsed (the end of a shift counts), as if a stopped clock had run
   * on. `undefined` where the clock is paused with minutes left.
   */
  reached(minutes: number): Minute | undefined {
    const { closed } = this.cycle;
    const onward = closed ? [...this.#running, { from: closed.at, to: FOREVER }] : this.#running;
    return this.#find(onward, minutes, (from, left) => (left === 0 ? from : this.calendar.addWork(from, left)), true);
  }

  /**
   * CL5: the first instant, not before the one given, inside working time, with the clock running, at which so much is
   * elapsed. `undefined` where it never comes, or not before somebody lets the clock go on.
   */
  fires(minutes: number, notBefore: Minute): Minute | undefined {
    const first = this.#find(this.#running, minutes, (from, left) => this.calendar.addWork(from, left, 'start'), false);
    if (first === undefined || first >= notBefore) return first;
    for (const { from, to } of this.#running) {
      if (to <= notBefore) continue;
      const at = this.calendar.next(Math.max(from, notBefore));
      if (at < to) return at;
    }
    return undefined;
  }

  #find(
    intervals: readonly Interval[],
    minutes: number,
    instant: (from: Minute, left: number) => Minute,
    endCounts: boolean,
  ): Minute | undefined {
    let left = minutes;
    for (const { from, to } of intervals) {
      const work = to === FOREVER ? FOREVER : this.calendar.workBetween(from, to);
      if (left <= work) {
        const at = instant(from, left);
        if (at < to || (endCounts && at === to)) return at;
      }
      left = Math.max(0, left - work);
    }
    return undefined;
  }

  #work(intervals: readonly Interval[], until: Minute): number {
    return intervals.reduce((sum, { from, to }) => {
      const end = Math.min(to, until);
      return end > from ? sum + this.calendar.workBetween(from, end) : sum;
    }, 0);
  }
}

/** CL8: a pause ends by itself after so many working minutes. */
function endOf({ from, to = FOREVER }: Pause, calendar: WorkingCalendar, most: number | undefined): Minute {
  return most === undefined ? to : Math.min(to, calendar.addWork(from, most));
}

/** The span with all pauses taken out. */
function without(span: Interval, pauses: readonly Interval[]): readonly Interval[] {
  const rest: Interval[] = [];
  let from = span.from;
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.to <= from || pause.from >= span.to) continue;
    if (pause.from > from) rest.push({ from, to: pause.from });
    from = Math.max(from, pause.to);
  }
  return from < span.to ? [...rest, { from, to: span.to }] : rest;
}
