import { Injectable } from '@nestjs/common';
import { Commands } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import type { WorkingCalendar } from '@bw/working-time';
import { CalendarDesk } from '../calendars/calendar.desk.ts';
import type { ReportedProgress } from '../execution/progress.state.ts';
import type { DraftPlan } from '../plans/plan.state.ts';
import { streams } from '../streams.ts';
import type { ScheduleSource } from './plan-network.ts';

interface ProgressRow {
  readonly activity: Id;
  readonly status_date: Date;
  readonly actual_start: Date | null;
  readonly actual_duration: string;
  readonly remaining_duration: string;
  readonly actual_finish: Date | null;
}

/** Gathers what a calculation needs. */
@Injectable()
export class ScheduleDesk {
  constructor(
    private readonly commands: Commands,
    private readonly calendars: CalendarDesk,
  ) {}

  /** Everything a calculation of the plan depends on, as it is now; undefined where there is no such plan. */
  async gather(
    tenant: Id,
    planId: Id,
    tx: Transaction,
  ): Promise<{ readonly source: ScheduleSource; readonly planVersion: number } | undefined> {
    const { state: plan, version: planVersion } = await this.commands.load(streams.plan, tenant, planId);
    if (plan.status === 'none') return undefined;
    const { state: known } = await this.commands.load(streams.dataDate, tenant, planId);
    const [calendars, progress] = [await this.calendarsOf(tenant, plan), await progressOf(planId, tx)];
    const source = { plan, ...(known.status === 'set' && { dataDate: known.dataDate }), calendars, progress };
    return { source, planVersion };
  }

  /** The published calendars that the plan counts on; one that is not published is left out. */
  async calendarsOf(tenant: Id, plan: DraftPlan): Promise<ReadonlyMap<Id, WorkingCalendar>> {
    const wanted = new Set([
      plan.calendarId,
      ...plan.activities.values().flatMap(({ calendarId }) => calendarId ?? []),
    ]);
    const ready = new Map<Id, WorkingCalendar>();
    for (const calendarId of wanted) {
      const found = await this.calendars.ready(tenant, calendarId);
      if (found) ready.set(calendarId, found.working);
    }
    return ready;
  }
}

async function progressOf(planId: Id, tx: Transaction): Promise<ReadonlyMap<Id, ReportedProgress>> {
  const { rows } = await tx.query<ProgressRow>(
    `select activity, status_date, actual_start, actual_duration, remaining_duration, actual_finish
     from scheduling.progress where plan = $1`,
    [planId],
  );
  return new Map(rows.map((row) => [row.activity, reportOf(row)]));
}

function reportOf(row: ProgressRow): ReportedProgress {
  return {
    statusDate: row.status_date.toISOString(),
    ...(row.actual_start && { actualStart: row.actual_start.toISOString() }),
    actualDuration: Number(row.actual_duration),
    remainingDuration: Number(row.remaining_duration),
    ...(row.actual_finish && { actualFinish: row.actual_finish.toISOString() }),
  };
}
