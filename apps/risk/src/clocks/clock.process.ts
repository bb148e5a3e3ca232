import { CLOCK_KINDS, type ClockKind, type WaitingReason } from '@bw/contracts-risk';
import { Clock, Commands, derivedId, type Timer, Timers } from '@bw/event-store';
import type { Id, Instant, Issued } from '@bw/kernel';
import { clockAt, type ClockReading } from '@bw/sla-engine';
import { Database } from '@bw/service-shell';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isLive, type IssueState } from '../issues/issue.ts';
import { Promises, type ServiceLevel } from '../promises/promises.ts';
import type { Place, Turn } from '../promises/turn.ts';
import { clocks } from '../streams.ts';
import { type Because, calendarKey, type ClockPromise, type KnownClock } from './clock.ts';
import type { ClockCommand } from './clock.decider.ts';
import { untold } from './clock.reading.ts';
import { issuedByTimer, placeOfTimer } from './timer-command.ts';

const TIMER = 'sla-clock';

type RaisedIssue = Exclude<IssueState, { status: 'none' }>;
type Action = ClockCommand extends infer C ? (C extends ClockCommand ? Omit<C, 'calendars' | 'issued'> : never) : never;

/** Each issue has one clock of a kind, and anybody can tell its id. */
export function clockIdOf(issueId: Id, kind: ClockKind): Id {
  return derivedId(issueId, 'clock', kind);
}

/** What an issue's facts and the promises made about it mean for its clocks, and for the timers that watch them. */
@Injectable()
export class ClockProcess implements OnModuleInit {
  constructor(
    private readonly commands: Commands,
    private readonly timers: Timers,
    private readonly clock: Clock,
    private readonly promises: Promises,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.timers.on(TIMER, (timer) => this.#fire(timer));
  }

  /** Gives the issue the clocks that are promised, and counts those that run by what is promised now. */
  async settle(issue: RaisedIssue, place: Place, turn: Turn, because: Because): Promise<void> {
    const level = await this.promises.serviceLevel(turn.tx, place.engagement, issue.severity);
    if (!level) return;
    for (const kind of CLOCK_KINDS) {
      const promise = await this.#promiseOf(level, kind, turn);
      if (!promise) continue;
      const clockId = clockIdOf(issue.issueId, kind);
      const { state } = await this.commands.load(clocks, turn.tenant, clockId);
      if (state.status !== 'none') {
        const data = { promise, because, at: turn.noted };
        await this.#run(clockId, place, turn, { type: 'RecalculateClock', data });
      } else if (isTicking(issue, kind)) {
        await this.#start(issue, kind, { place, turn, promise, since: level.since });
      }
    }
  }

  async stop(issueId: Id, kind: ClockKind, place: Place, turn: Turn): Promise<void> {
    await this.#run(clockIdOf(issueId, kind), place, turn, { type: 'StopClock', data: told(turn) });
  }

  async pause(issueId: Id, reason: WaitingReason, place: Place, turn: Turn): Promise<void> {
    const clockId = clockIdOf(issueId, 'resolve');
    await this.#run(clockId, place, turn, { type: 'PauseClock', data: { ...told(turn), reason } });
  }

  async resume(issueId: Id, place: Place, turn: Turn): Promise<void> {
    await this.#run(clockIdOf(issueId, 'resolve'), place, turn, { type: 'ResumeClock', data: told(turn) });
  }

  async reopen(issueId: Id, place: Place, turn: Turn): Promise<void> {
    await this.#run(clockIdOf(issueId, 'resolve'), place, turn, { type: 'ReopenClock', data: told(turn) });
  }

  async cancel(issueId: Id, why: string, place: Place, turn: Turn): Promise<void> {
    for (const kind of CLOCK_KINDS) {
      const clockId = clockIdOf(issueId, kind);
      await this.#run(clockId, place, turn, { type: 'CancelClock', data: { ...told(turn), why } });
    }
  }

  /** The clock as it stands now; undefined where there is none. */
  async read(tenant: Id, clockId: Id): Promise<ClockNow | undefined> {
    const { state, version } = await this.commands.load(clocks, tenant, clockId);
    if (state.status === 'none') return undefined;
    const at = this.clock.now();
    const reading = await this.database.withTenant(tenant, async (tx) =>
      clockAt(state.history, await this.promises.calendars(tx, tenant, keysOf(state)), { at }),
    );
    return { clock: state, reading, version, at };
  }

  async #start(
    issue: RaisedIssue,
    kind: ClockKind,
    { place, turn, promise, since }: { place: Place; turn: Turn; promise: ClockPromise; since: Instant },
  ): Promise<void> {
    const { issueId, engagementId, severity } = issue;
    const clockId = clockIdOf(issueId, kind);
    const at = later(issue.raisedAt, since);
    const when = { at, noted: later(at, turn.noted) };
    const identity = { clockId, issueId, engagementId, clock: kind };
    await this.#run(clockId, place, turn, { type: 'StartClock', data: { ...identity, severity, promise, ...when } });
    if (kind === 'resolve' && issue.status === 'waiting') {
      await this.#run(clockId, place, turn, { type: 'PauseClock', data: { ...when, reason: issue.reason } });
    }
  }

  /** Undefined where nothing is promised, or by a calendar that has not reached us: its publication settles it. */
  async #promiseOf(level: ServiceLevel, kind: ClockKind, { tx }: Turn): Promise<ClockPromise | undefined> {
    const targetMinutes = kind === 'acknowledge' ? level.acknowledgeMinutes : level.resolveMinutes;
    if (targetMinutes === 0) return undefined;
    const promise = { targetMinutes, warnAtBp: level.warnAtBp, reopen: level.reopen };
    if (!level.calendarId) return promise;
    const calendar = await this.promises.calendarInForce(tx, level.calendarId);
    return calendar && { ...promise, calendar };
  }

  async #run(clockId: Id, place: Place, turn: Turn, action: Action): Promise<void> {
    const { tenant, tx } = turn;
    const { state } = await this.commands.load(clocks, tenant, clockId);
    if (state.status === 'none' && action.type !== 'StartClock') return;
    const promised = 'promise' in action.data ? [calendarKey(action.data.promise.calendar)] : [];
    const calendars = await this.promises.calendars(tx, tenant, [...keysOf(state), ...promised]);
    const issued = turn.issuedFor(action.type);
    const command: ClockCommand = { ...action, calendars, issued };
    await this.commands.run(clocks, { id: clockId, ...place }, command, issued);
    await this.#watch(clockId, place, turn, issued);
  }

  /** Sets the timer to the clock's next threshold, or takes it off. */
  async #watch(clockId: Id, place: Place, { tenant, tx }: Pick<Turn, 'tenant' | 'tx'>, issued: Issued): Promise<void> {
    const { state, version } = await this.commands.load(clocks, tenant, clockId);
    const due = state.status === 'running' ? await this.#nextThreshold(state, tenant, tx) : undefined;
    if (!due) return this.timers.cancel(tenant, TIMER, clockId);
    const payload = { ...place, version, correlation: issued.correlation };
    await this.timers.set({ tenant, name: TIMER, key: clockId, due, payload });
  }

  async #nextThreshold(state: KnownClock, tenant: Id, tx: Turn['tx']): Promise<Instant | undefined> {
    const at = this.clock.now();
    const reading = clockAt(state.history, await this.promises.calendars(tx, tenant, keysOf(state)), { at });
    return untold(state, reading).length > 0 ? at : reading.nextTimer?.at;
  }

  async #fire(timer: Timer): Promise<void> {
    const { tenant, key: clockId } = timer;
    const place = placeOfTimer(timer);
    const issued = issuedByTimer(timer, this.clock.now());
    await this.database.withTenant(tenant, async (tx) => {
      const turn: Turn = { tenant, tx, at: issued.at, noted: issued.at, issuedFor: () => issued };
      await this.#run(clockId, place, turn, { type: 'TellReached', data: { at: issued.at } });
    });
  }
}

export interface ClockNow {
  readonly clock: KnownClock;
  readonly reading: ClockReading;
  readonly version: number;
  readonly at: Instant;
}

/** Is there anything left to wait for? An issue that was acknowledged before there was a promise needs no such clock. */
function isTicking(issue: RaisedIssue, kind: ClockKind): boolean {
  if (!isLive(issue)) return false;
  return kind === 'resolve' || !issue.acknowledged;
}

function keysOf(state: KnownClock | { readonly status: 'none' }): readonly string[] {
  return state.status === 'none' ? [] : state.history.policies.map(({ calendar }) => calendar);
}

function told({ at, noted }: Turn): { readonly at: Instant; readonly noted: Instant } {
  return { at, noted: later(at, noted) };
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
