import type { Zone } from '@bw/kernel';
import type { Interval, Minute } from './calendar.ts';
import type { LocalShift } from './local-shifts.ts';
import { firstInstantShowing, segmentShowing, zoneClock } from './zone.ts';

const DAY = 1440;

export interface Span {
  readonly zone: Zone;
  readonly fromDay: number;
  readonly toDay: number;
  readonly shiftsOf: (day: number) => readonly LocalShift[];
}

/** Working intervals in UTC minutes from `fromDay` to before `toDay`, both counted from 1970-01-01 UTC. */
export function tableOf({ zone, fromDay, toDay, shiftsOf }: Span): Table {
  const [from, to] = [fromDay * DAY, toDay * DAY];
  const clock = zoneClock(zone, fromDay - 2, toDay + 2);
  const starts: number[] = [];
  const ends: number[] = [];
  let segment = 0;
  // A local day may lie a day off from the UTC one, and its night shift reaches into the next.
  for (let day = fromDay - 2; day < toDay + 2; day++) {
    segment = segmentShowing(day * DAY, clock, segment);
    for (const shift of shiftsOf(day)) {
      const start = Math.max(firstInstantShowing(day * DAY + shift.from, clock, segment), from);
      const end = Math.min(firstInstantShowing(day * DAY + shift.to, clock, segment), to);
      if (end <= start) continue;
      const last = ends.at(-1);
      if (last !== undefined && start <= last) ends[ends.length - 1] = Math.max(last, end);
      else {
        starts.push(start);
        ends.push(end);
      }
    }
  }
  return new Table(from, to, Int32Array.from(starts), Int32Array.from(ends));
}

/** Sorted, separate intervals between two instants, with the work done before each and an index by UTC day. */
export class Table {
  /** Work done before interval i, counted from `from`; one entry more than intervals: the whole. */
  readonly #before: Int32Array;
  /** First interval that ends after the day begins. */
  readonly #firstOfDay: Int32Array;

  constructor(
    readonly from: Minute,
    readonly to: Minute,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
  ) {
    this.#before = new Int32Array(starts.length + 1);
    for (let i = 0; i < starts.length; i++)
      this.#before[i + 1] = (this.#before[i] ?? 0) + (ends[i] ?? 0) - (starts[i] ?? 0);
    this.#firstOfDay = new Int32Array((to - from) / DAY + 1);
    for (let day = 0, i = 0; day < this.#firstOfDay.length; day++) {
      while (i < ends.length && (ends[i] ?? 0) <= from + day * DAY) i++;
      this.#firstOfDay[day] = i;
    }
  }

  /** Work done between the beginning of the table and the instant, which has to lie in it. */
  workAt(at: Minute): number {
    let i = this.#firstOfDay[Math.floor((at - this.from) / DAY)] ?? 0;
    while (i < this.ends.length && (this.ends[i] ?? 0) <= at) i++;
    const before = this.#before[i] ?? 0;
    const start = this.starts[i] ?? at;
    return at > start ? before + at - start : before;
  }

  /** The last instant after so much work: the next working minute. `undefined` where it lies outside the table. */
  startAt(work: number): Minute | undefined {
    if (work < 0) return undefined;
    const i = this.#lastAtOrBelow(work);
    const start = this.starts[i];
    return start === undefined ? undefined : start + work - (this.#before[i] ?? 0);
  }

  /** The earliest instant after so much work. `undefined` where it lies outside the table. */
  finishAt(work: number): Minute | undefined {
    if (work <= 0) return undefined;
    const i = this.#lastAtOrBelow(work - 1);
    const start = this.starts[i];
    return start === undefined ? undefined : start + work - (this.#before[i] ?? 0);
  }

  intervals(from: Minute, to: Minute): readonly Interval[] {
    const found: Interval[] = [];
    let i = this.#firstOfDay[Math.floor((from - this.from) / DAY)] ?? 0;
    for (; i < this.starts.length && (this.starts[i] ?? 0) < to; i++) {
      const interval = { from: Math.max(from, this.starts[i] ?? 0), to: Math.min(to, this.ends[i] ?? 0) };
      if (interval.from < interval.to) found.push(interval);
    }
    return found;
  }

  /** Index of the last entry of `before` that is not above `work`. */
  #lastAtOrBelow(work: number): number {
    let [low, high] = [0, this.#before.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#before[middle] ?? 0) <= work) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
