import { Injectable } from '@nestjs/common';
import type { BaselineApproved, BaselineCaptured } from '@bw/contracts-scheduling';
import { Commands } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import type { Taken, Transaction } from '@bw/messaging';
import { Places } from '../plans/places.ts';
import { streams } from '../streams.ts';
import type { BaselineStatus } from './baseline.decider.ts';

/** Which baselines a plan has; a newly approved one takes the place of the one before. */
@Injectable()
export class BaselineTable {
  constructor(
    private readonly commands: Commands,
    private readonly places: Places,
  ) {}

  async captured(tenant: Id, position: number, data: BaselineCaptured, tx: Transaction): Promise<void> {
    const { baselineId, planId, dataDate, hash } = data;
    await tx.query(
      `insert into scheduling.baseline (tenant, baseline, plan, status, data_date, hash, position)
       values ($1, $2, $3, 'captured', $4, $5, $6) on conflict (tenant, baseline) do nothing`,
      [tenant, baselineId, planId, dataDate, hash, position],
    );
  }

  async became(status: BaselineStatus, { baselineId }: { readonly baselineId: Id }, tx: Transaction): Promise<void> {
    await tx.query('update scheduling.baseline set status = $2 where baseline = $1', [baselineId, status]);
  }

  async approved(
    data: BaselineApproved,
    { tx, issued, issuedFor }: Pick<Taken, 'tx' | 'issued' | 'issuedFor'>,
  ): Promise<void> {
    const { baselineId, planId, engagementId } = data;
    const { rows } = await tx.query<{ baseline: Id }>(
      `select baseline from scheduling.baseline where plan = $1 and status = 'approved' and baseline <> $2`,
      [planId, baselineId],
    );
    await this.became('approved', data, tx);
    const place = await this.places.of(issued.tenant, engagementId);
    for (const { baseline } of rows) {
      const command = { type: 'SupersedeBaseline' as const, data: { by: baselineId } };
      // From the new one's data date on; readings before it keep the baseline of their time.
      const by = issuedFor(baseline);
      await this.commands.run(streams.baseline, { id: baseline, ...place }, command, by);
    }
  }
}
