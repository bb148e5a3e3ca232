import { Injectable } from '@nestjs/common';
import type { CalendarPublished } from '@bw/contracts-scheduling';
import { Commands } from '@bw/event-store';
import type { Id, Issued } from '@bw/kernel';
import { Access, type Principal, Problem } from '@bw/service-shell';
import { compileCalendar, type WorkingCalendar } from '@bw/working-time';
import { unknown } from '../plans/plan.desk.ts';
import { streams } from '../streams.ts';
import type { Calendar } from './calendar.decider.ts';

export type KnownCalendar = Exclude<Calendar, { status: 'none' }>;

/** A published calendar, ready to count with. */
export interface ReadyCalendar {
  readonly published: CalendarPublished;
  readonly working: WorkingCalendar;
}

const MOST_COMPILED = 200;

/** Calendars for callers and for calculations. */
@Injectable()
export class CalendarDesk {
  /** By content hash: what is published never changes. */
  readonly #compiled = new Map<string, WorkingCalendar>();

  constructor(
    private readonly commands: Commands,
    private readonly access: Access,
  ) {}

  /** A calendar that the caller may see: those of the house everybody, those of an engagement its members. */
  async open(
    principal: Principal,
    calendarId: Id,
  ): Promise<{ readonly calendar: KnownCalendar; readonly version: number }> {
    const { state, version } = await this.commands.load(streams.calendar, principal.tenant, calendarId);
    if (state.status === 'none') throw unknown('calendar', calendarId);
    const { engagementId } = state;
    if (engagementId && !(await this.access.allows(principal, 'read', { engagement: engagementId }))) {
      throw unknown('calendar', calendarId);
    }
    return { calendar: state, version };
  }

  /** The calendar as it is in force; undefined where it is not published or not there. */
  async ready(tenant: Id, calendarId: Id): Promise<ReadyCalendar | undefined> {
    const { state } = await this.commands.load(streams.calendar, tenant, calendarId);
    if (state.status !== 'published') return undefined;
    return { published: state.published, working: this.#compile(state.published) };
  }

  /** As `ready`, for people: not published is a problem with its cure. */
  async require(tenant: Id, calendarId: Id): Promise<ReadyCalendar> {
    const ready = await this.ready(tenant, calendarId);
    if (ready) return ready;
    const detail = `The calendar ${calendarId} is not published.`;
    throw new Problem({ code: 'STATE_CONFLICT', detail, hint: 'Publish the calendar first.' });
  }

  /** Publishes the calendar with its holiday sets as they are now. */
  async publish(calendarId: Id, issued: Issued, expectedVersion?: number) {
    const { state } = await this.commands.load(streams.calendar, issued.tenant, calendarId);
    const wanted = state.status === 'none' ? [] : state.holidaySets;
    const loaded = await Promise.all(wanted.map((id) => this.commands.load(streams.holidaySet, issued.tenant, id)));
    const holidaySets = loaded.flatMap(({ state: set, version }) =>
      set.status === 'none' ? [] : [{ holidaySetId: set.holidaySetId, holidaySetVersion: version, days: set.days }],
    );
    const engagement = state.status === 'none' ? undefined : state.engagementId;
    const target = { id: calendarId, ...(engagement && { engagement }) };
    const options = expectedVersion === undefined ? {} : { expectedVersion };
    return this.commands.run(
      streams.calendar,
      target,
      { type: 'PublishCalendar', data: { holidaySets } },
      issued,
      options,
    );
  }

  #compile(published: CalendarPublished): WorkingCalendar {
    const known = this.#compiled.get(published.hash);
    if (known) return known;
    const compiled = compileCalendar(published);
    if (this.#compiled.size >= MOST_COMPILED) this.#compiled.clear();
    this.#compiled.set(published.hash, compiled);
    return compiled;
  }
}
