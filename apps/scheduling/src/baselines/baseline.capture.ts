import { Injectable } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Id, Instant } from '@bw/kernel';
import { Problem } from '@bw/service-shell';
import { CalendarDesk } from '../calendars/calendar.desk.ts';
import type { OpenPlan } from '../plans/plan.desk.ts';
import type { DraftPlan } from '../plans/plan.state.ts';
import { ScheduleDesk } from '../schedule/schedule.desk.ts';
import { calculate } from '../schedule/schedule-result.ts';
import { streams } from '../streams.ts';
import { type BaselineContent, baselineContent, type CaptureSource } from './baseline.content.ts';

/** Gathers what a baseline copies. */
@Injectable()
export class BaselineCapture {
  constructor(
    private readonly commands: Commands,
    private readonly calendars: CalendarDesk,
    private readonly schedules: ScheduleDesk,
  ) {}

  async contentOf(tenant: Id, { plan, version }: OpenPlan, wanted?: Instant): Promise<BaselineContent> {
    const { state: known } = await this.commands.load(streams.dataDate, tenant, plan.planId);
    const dataDate = wanted ?? (known.status === 'set' ? known.dataDate : plan.projectStart);
    const calendars = await this.#hashes(tenant, plan);
    const calculated = await this.#missingDates(tenant, plan);
    return baselineContent({ plan, planVersion: version, dataDate, calendars, calculated });
  }

  async #hashes(tenant: Id, plan: DraftPlan): Promise<Readonly<Record<Id, string>>> {
    const wanted = new Set([
      plan.calendarId,
      ...plan.activities.values().flatMap(({ calendarId }) => calendarId ?? []),
    ]);
    const hashes: Record<Id, string> = {};
    for (const calendarId of wanted)
      hashes[calendarId] = (await this.calendars.require(tenant, calendarId)).published.hash;
    return hashes;
  }

  /** Activities without planned dates get those that the logic gives, as nobody had worked on them yet. */
  async #missingDates(tenant: Id, plan: DraftPlan): Promise<CaptureSource['calculated']> {
    if (plan.activities.values().every(({ start, finish }) => start && finish)) return new Map();
    const calendars = await this.schedules.calendarsOf(tenant, plan);
    const calculation = calculate({ plan, calendars, progress: new Map() });
    if (!calculation.done) {
      const detail = `The plan has activities without dates, and its schedule cannot be calculated: ${calculation.detail}`;
      throw new Problem({ code: 'STATE_CONFLICT', detail, hint: 'Give them dates, or mend the logic.' });
    }
    const { lines } = calculation.result;
    return new Map(
      lines.map(({ activityId, earlyStart, earlyFinish }) => [activityId, { start: earlyStart, finish: earlyFinish }]),
    );
  }
}
