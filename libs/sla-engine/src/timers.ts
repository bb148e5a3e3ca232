import type { Instant } from '@bw/kernel';
import { instantOf, type Minute, minuteOf } from '@bw/working-time';
import type { Calendars, ClockHistory, ClockTerms, FiredTimer, TimerKind } from './clock.ts';
import { type KnownClock, knownClock } from './known-clock.ts';

export interface Timers {
  /** Of the current cycle, in the order they fired. */
  readonly fired: readonly FiredTimer[];
  readonly next?: FiredTimer;
}

interface Armed {
  readonly timer: TimerKind;
  readonly threshold: number;
  readonly at: Minute;
}

/**
 * CL11: what really fired, each timer under the knowledge of its time. New knowledge comes at recorded instants; from
 * one to the next the timers are those of the clock as it is known then. A threshold that lies ahead fires (also a
 * second time, where knowledge moved it), one that lies behind fires at once unless it has in this cycle. What is
 * recorded at the very instant of a timer goes first.
 */
export function timersUntil(history: ClockHistory, calendars: Calendars, until: Instant): Timers {
  const learnt = [...new Set([...history.events, ...history.policies].map(({ recorded }) => recorded))]
    .filter((recorded) => recorded <= until)
    .sort();
  const last = minuteOf(until);
  let cycle = 0;
  let fired: Armed[] = [];
  let next: Armed | undefined;
  learnt.forEach((recorded, index) => {
    const clock = knownClock(history, calendars, recorded);
    if (clock.cycles.length !== cycle) fired = [];
    cycle = clock.cycles.length;
    const [from, following] = [minuteOf(recorded), learnt[index + 1]];
    const to = following === undefined ? last + 1 : minuteOf(following);
    const armed = armedTimers({ clock, terms: history.terms, fired, from, to });
    fired.push(...armed.filter(({ at }) => at < to));
    next = armed.find(({ at }) => at >= to);
  });
  return { fired: fired.sort(byInstant).map(published), ...(next ? { next: published(next) } : {}) };
}

interface Epoch {
  readonly clock: KnownClock;
  readonly terms: ClockTerms;
  readonly fired: readonly Armed[];
  readonly from: Minute;
  readonly to: Minute;
}

/** All timers that fire from `from` to before `to` if nothing else becomes known, and the first after that. */
function armedTimers({ clock, terms, fired, from, to }: Epoch): readonly Armed[] {
  const current = clock.cycles.at(-1);
  if (!current || current.cycle.closed) return [];
  const armed: Armed[] = [];
  for (const { timer, threshold } of thresholds(terms, current.targetMinutes)) {
    const at = current.time.fires(threshold, from);
    if (at === undefined) break;
    // Behind: reached before this knowledge began. It fires late, but only once.
    const behind = current.time.fires(threshold, Number.NEGATIVE_INFINITY) !== at;
    if (behind && fired.some((each) => isSame(each.timer, timer))) continue;
    armed.push({ timer, threshold, at });
    if (at >= to) break;
  }
  return armed.sort(byInstant);
}

/** Warnings, the breach, then reminders without end (CL5, CL15), by threshold. */
function* thresholds({ warnBp, reminderEveryMinutes }: ClockTerms, target: number): Generator<Omit<Armed, 'at'>> {
  for (const pointBp of [...warnBp].sort((a, b) => a - b))
    yield { timer: { kind: 'WARN', pointBp }, threshold: Math.ceil((target * pointBp) / 10_000) };
  yield { timer: { kind: 'BREACH' }, threshold: target };
  if (!reminderEveryMinutes) return;
  for (let number = 1; ; number++)
    yield { timer: { kind: 'REMINDER', number }, threshold: target + number * reminderEveryMinutes };
}

function isSame(one: TimerKind, other: TimerKind): boolean {
  if (one.kind === 'WARN') return other.kind === 'WARN' && one.pointBp === other.pointBp;
  if (one.kind === 'REMINDER') return other.kind === 'REMINDER' && one.number === other.number;
  return other.kind === 'BREACH';
}

function byInstant(one: Armed, other: Armed): number {
  return one.at - other.at || one.threshold - other.threshold;
}

function published({ timer, at }: Armed): FiredTimer {
  return { timer, at: instantOf(at) };
}
