import { CLOCK_KINDS, type EscalationResolved } from '@bw/contracts-risk';
import type { EscalationLevel } from '@bw/contracts-engagement';
import { Clock, Commands, derivedId, type Timer, Timers } from '@bw/event-store';
import { type Id, isId, type Issued } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { Database } from '@bw/service-shell';
import type { Calendars } from '@bw/sla-engine';
import type { WorkingCalendar } from '@bw/working-time';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { calendarKey, type KnownClock } from '../clocks/clock.ts';
import { clockIdOf } from '../clocks/clock.process.ts';
import { issuedByTimer, placeOfTimer } from '../clocks/timer-command.ts';
import { Promises } from '../promises/promises.ts';
import type { Place, Turn } from '../promises/turn.ts';
import { clocks, escalations } from '../streams.ts';
import type { EscalationState } from './escalation.ts';
import { cycleOf } from './escalation.decider.ts';
import { type Climb, climbOf, readClimb, stepsOf } from './ladder.ts';

const TIMER = 'escalation';

/** Each issue has one stream of ladders, and anybody can tell its id. */
export function escalationIdOf(issueId: Id): Id {
  return derivedId(issueId, 'escalation');
}

/** What clocks mean for the ladder of their issue, and for the timer that climbs it. */
@Injectable()
export class LadderProcess implements OnModuleInit {
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

  /** Sets the timer to the ladder's next level, or takes it off; by the policy and the calendars as they are now. */
  async settle(issueId: Id, place: Place, { tenant, tx, issuedFor }: Turn): Promise<void> {
    const ladder = await this.#ladderOf(issueId, place, { tenant, tx });
    await this.#watch(ladder, place, issuedFor('settle'));
  }

  /** A ladder ends with the clock that set it up. */
  async clockEnded(
    { issueId, clockId }: { readonly issueId: Id; readonly clockId: Id },
    outcome: EscalationResolved['outcome'],
    place: Place,
    turn: Turn,
  ): Promise<void> {
    const id = escalationIdOf(issueId);
    const { state } = await this.commands.load(escalations, turn.tenant, id);
    const { state: clock } = await this.commands.load(clocks, turn.tenant, clockId);
    const isOver = clock.status === 'stopped' || clock.status === 'cancelled'; // not reopened since
    if (isOver && (state.status === 'climbing' || state.status === 'acknowledged') && state.clockId === clockId) {
      const issued = turn.issuedFor('EndEscalation');
      const data = { outcome, at: turn.noted };
      await this.commands.run(escalations, { id, ...place }, { type: 'EndEscalation', data, issued }, issued);
    }
    await this.settle(issueId, place, turn);
  }

  async #ladderOf(issueId: Id, { engagement }: Place, { tenant, tx }: Pick<Turn, 'tenant' | 'tx'>): Promise<Ladder> {
    const { state, version } = await this.commands.load(escalations, tenant, escalationIdOf(issueId));
    const known: KnownClock[] = [];
    for (const kind of CLOCK_KINDS) {
      const { state: found } = await this.commands.load(clocks, tenant, clockIdOf(issueId, kind));
      if (found.status !== 'none') known.push(found);
    }
    const [first] = known;
    const levels = first ? await this.promises.escalationLevels(tx, engagement, first.severity) : [];
    const climb = climbOf(state, known, levels);
    return { issueId, tenant, state, version, climb, hours: await this.#hoursOf(tx, tenant, climb?.levels ?? []) };
  }

  async #watch(ladder: Ladder, place: Place, issued: Issued): Promise<void> {
    const { tenant, issueId, climb, hours, version } = ladder;
    const key = escalationIdOf(issueId);
    const now = this.clock.now();
    const reading = climb && readClimb(climb, hours, now);
    const due = reading && (reading.fired.length > 0 ? now : reading.next?.at);
    if (!due) return this.timers.cancel(tenant, TIMER, key);
    const payload = { ...place, issueId, version, correlation: issued.correlation };
    await this.timers.set({ tenant, name: TIMER, key, due, payload });
  }

  async #fire(timer: Timer): Promise<void> {
    const { tenant, payload } = timer;
    const { issueId } = payload;
    if (!isId(issueId)) throw new Error(`The timer ${timer.name} of ${timer.key} does not name its issue.`);
    const place = placeOfTimer(timer);
    const issued = issuedByTimer(timer, this.clock.now());
    await this.database.withTenant(tenant, async (tx) => {
      const ladder = await this.#ladderOf(issueId, place, { tenant, tx });
      if (ladder.climb) await this.#climb(ladder, ladder.climb, place, { tx, issued });
      await this.#watch(await this.#ladderOf(issueId, place, { tenant, tx }), place, issued);
    });
  }

  async #climb(
    { issueId, state, hours }: Ladder,
    climb: Climb,
    place: Place,
    { tx, issued }: { readonly tx: Transaction; readonly issued: Issued },
  ): Promise<void> {
    const steps = stepsOf(climb, readClimb(climb, hours, issued.at), await staffedRoles(tx, place, issued.at));
    const { since, clockId, severity } = climb;
    const escalationId = escalationIdOf(issueId);
    const of = { escalationId, engagementId: place.engagement, issueId, severity, clockId, since };
    const data = { ...of, cycle: cycleOf(state), steps };
    await this.commands.run(escalations, { id: escalationId, ...place }, { type: 'ClimbTo', data, issued }, issued);
  }

  /** A level whose calendar has not reached us is always on shift: better told at night than not at all. */
  async #hoursOf(tx: Transaction, tenant: Id, levels: readonly EscalationLevel[]): Promise<Calendars> {
    const hours = new Map<string, WorkingCalendar>();
    for (const { level, calendarId } of levels) {
      const calendar = calendarId && (await this.promises.calendarInForce(tx, calendarId));
      if (!calendar) continue;
      const key = calendarKey(calendar);
      const compiled = (await this.promises.calendars(tx, tenant, [key])).get(key);
      if (compiled) hours.set(String(level), compiled);
    }
    return hours;
  }
}

interface Ladder {
  readonly tenant: Id;
  readonly issueId: Id;
  readonly state: EscalationState;
  readonly version: number;
  readonly climb: Climb | undefined;
  readonly hours: Calendars;
}

/** The roles that somebody holds on the engagement that day. */
async function staffedRoles(tx: Transaction, { engagement, client }: Place, at: string): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ readonly role: string }>(
    `select distinct unnest(roles) as role from shell.member
     where from_day <= $3::timestamptz::date and (to_day is null or to_day >= $3::timestamptz::date)
       and (engagement is null or engagement = $1) and (client is null or client = $2)`,
    [engagement, client ?? null, at],
  );
  return new Set(rows.map(({ role }) => role));
}
