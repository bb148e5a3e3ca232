import { Injectable } from '@nestjs/common';
import type { ActivityAdded, DataDateAdvanced, PlanCreated } from '@bw/contracts-scheduling';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';

/** Which plans there are, whose they are, and on which calendars they count. */
@Injectable()
export class PlanTable {
  async created(tenant: Id, { planId, engagementId, title, calendarId }: PlanCreated, tx: Transaction): Promise<void> {
    await tx.query(
      `insert into scheduling.plan (tenant, plan, engagement, title, calendars) values ($1, $2, $3, $4, array[$5::uuid])
       on conflict (tenant, plan) do nothing`,
      [tenant, planId, engagementId, title, calendarId],
    );
  }

  /** An activity with a calendar of its own makes its plan follow that one too. */
  async follows(
    tenant: Id,
    { planId, calendarId }: Pick<ActivityAdded, 'planId' | 'calendarId'>,
    tx: Transaction,
  ): Promise<void> {
    if (!calendarId) return;
    await tx.query(
      `update scheduling.plan set calendars = calendars || $3::uuid
       where tenant = $1 and plan = $2 and not calendars @> array[$3::uuid]`,
      [tenant, planId, calendarId],
    );
  }

  async dated({ planId, dataDate }: DataDateAdvanced, tx: Transaction): Promise<void> {
    await tx.query('update scheduling.plan set data_date = $2 where plan = $1', [planId, dataDate]);
  }

  /** The plans that count on a calendar. */
  async on(calendarId: Id, tx: Transaction): Promise<readonly Id[]> {
    const { rows } = await tx.query<{ plan: Id }>(
      'select plan from scheduling.plan where calendars @> array[$1::uuid] order by plan',
      [calendarId],
    );
    return rows.map(({ plan }) => plan);
  }
}
