import { Injectable } from '@nestjs/common';
import type { ActualCostRecorded, ProgressRecorded } from '@bw/contracts-scheduling';
import { Commands } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import type { Transaction } from '@bw/messaging';
import { streams } from '../streams.ts';
import { currentProgress } from './progress.state.ts';

/** What is known of each activity's progress now, and which activities have actuals at all. */
@Injectable()
export class ActualsTable {
  constructor(private readonly commands: Commands) {}

  /** Read from the stream, so that late reports and corrections need no second set of rules here. */
  async progressed(tenant: Id, { planId, activityId }: ProgressRecorded, tx: Transaction): Promise<void> {
    const { state } = await this.commands.load(streams.progress, tenant, activityId);
    const report = currentProgress(state);
    if (!report) return;
    const { statusDate, actualStart, actualDuration, remainingDuration, actualFinish } = report;
    const reported = [statusDate, actualStart ?? null, actualDuration, remainingDuration, actualFinish ?? null];
    await tx.query(KEEP_PROGRESS, [tenant, activityId, planId, ...reported]);
  }

  async spent(tenant: Id, { activityId }: Pick<ActualCostRecorded, 'activityId'>, tx: Transaction): Promise<void> {
    await tx.query('insert into scheduling.actual (tenant, activity) values ($1, $2) on conflict do nothing', [
      tenant,
      activityId,
    ]);
  }
}

/** One way to the database for both tables. */
const KEEP_PROGRESS = `
  with known as (insert into scheduling.actual (tenant, activity) values ($1, $2) on conflict do nothing)
  insert into scheduling.progress
    (tenant, activity, plan, status_date, actual_start, actual_duration, remaining_duration, actual_finish)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (tenant, activity) do update set status_date = excluded.status_date, actual_start = excluded.actual_start,
    actual_duration = excluded.actual_duration, remaining_duration = excluded.remaining_duration,
    actual_finish = excluded.actual_finish`;
