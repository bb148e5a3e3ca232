import {
  type Boundary,
  type CalendarDefinition,
  type CalendarProblem,
  type Interval,
  type Minute,
  type WorkingCalendar,
} from './calendar.ts';
import { localShifts } from './local-shifts.ts';
import { type Table, tableOf } from './table.ts';
import { preventingProblems } from './validation.ts';
import { tzVersion } from './zone.ts';

/** A definition that cannot be calculated with. Check with `problemsOf` where it comes from people. */
export class InvalidCalendar extends Error {
  constructor(readonly problems: readonly CalendarProblem[]) {
    super(`the calendar cannot be used: ${problems.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ')}`);
  }
}

/** Days around the first question that are compiled at once; questions beyond make the table grow. */
const BACK = 400;
const AHEAD = 800;
/** A calendar that needs more days than this to answer has stopped working. */
const FURTHEST = 366 * 800;
const DAY = 1440;

/** Compiled as far as it is asked: the first question costs about a millisecond, each later one some nanoseconds. */
export function compileCalendar(definition: CalendarDefinition): WorkingCalendar {
  const problems = preventingProblems(definition);
  if (problems.length > 0) throw new InvalidCalendar(problems);
  return new CompiledCalendar(definition);
}

class CompiledCalendar implements WorkingCalendar {
  readonly key: string;
  readonly zone: string;
  readonly tzVersion = tzVersion;
  readonly #shiftsOf: ReturnType<typeof localShifts>;
  #table: Table | undefined;

  constructor(definition: CalendarDefinition) {
    this.zone = definition.zone;
    this.key = keyOf(definition);
    this.#shiftsOf = localShifts(definition);
  }

  workBetween(from: Minute, to: Minute): number {
    const table = this.#covering(from, to);
    return table.workAt(to) - table.workAt(from);
  }

  addWork(from: Minute, minutes: number, boundary: Boundary = 'finish'): Minute {
    for (;;) {
      const table = this.#covering(from, from);
      const work = table.workAt(from) + minutes;
      const at = boundary === 'start' ? table.startAt(work) : table.finishAt(work);
      if (at !== undefined) return at;
      this.#grow(table, from, work < 0 || (work === 0 && boundary === 'finish') ? 'back' : 'ahead');
    }
  }

  next(at: Minute): Minute {
    return this.addWork(at, 0, 'start');
  }

  previous(at: Minute): Minute {
    return this.addWork(at, 0, 'finish');
  }

  isWorking(at: Minute): boolean {
    const table = this.#covering(at, at + 1);
    return table.workAt(at + 1) > table.workAt(at);
  }

  intervals(from: Minute, to: Minute): readonly Interval[] {
    return from < to ? this.#covering(from, to).intervals(from, to) : [];
  }

  /** A table that knows both instants. */
  #covering(one: Minute, other: Minute): Table {
    const [from, to] = one < other ? [one, other] : [other, one];
    const table = this.#table;
    if (table && table.from <= from && to <= table.to) return table;
    const [first, last] = [Math.floor(from / DAY) - BACK, Math.floor(to / DAY) + AHEAD];
    return this.#compile(table, first, last);
  }

  #grow(table: Table, asked: Minute, direction: 'back' | 'ahead'): void {
    const days = Math.max(AHEAD, (table.to - table.from) / DAY);
    const first = table.from / DAY - (direction === 'back' ? days : 0);
    const last = table.to / DAY + (direction === 'ahead' ? days : 0);
    if (last - first > FURTHEST)
      throw new Error(
        `no working time within reach of ${new Date(asked * 60_000).toISOString()}: the calendar in ${this.zone} has run out of shifts`,
      );
    this.#compile(table, first, last);
  }

  #compile(known: Table | undefined, first: number, last: number): Table {
    const from = known ? Math.min(first, known.from / DAY) : first;
    const to = known ? Math.max(last, known.to / DAY) : last;
    this.#table = tableOf({ zone: this.zone, fromDay: from, toDay: to, shiftsOf: this.#shiftsOf });
    return this.#table;
  }
}

/** The same for definitions that mean the same: shifts, exceptions and holidays in order. */
function keyOf({ zone, shifts, exceptions, holidays }: CalendarDefinition): string {
  const times = (list: readonly { from: string; to: string }[]) => list.map(({ from, to }) => `${from}-${to}`).sort();
  const week = shifts.map(({ weekday, from, to }) => `${weekday} ${from}-${to}`).sort();
  const own = exceptions.map(({ from, to, shifts: instead }) => [from, to, times(instead)]);
  return JSON.stringify([zone, tzVersion, week, own, [...new Set(holidays)].sort()]);
}
