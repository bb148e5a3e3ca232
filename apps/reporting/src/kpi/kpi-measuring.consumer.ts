import { Controller, type OnModuleInit } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { GovernanceEvent } from '@bw/contracts-engagement';
import type { SchedulingFact } from '@bw/contracts-scheduling';
import { type Timer, Timers } from '@bw/event-store';
import { isId } from '@bw/kernel';
import { type Delivery, OnEvents, type Taken } from '@bw/messaging';
import { KpiMeasuring } from './kpi-measuring.ts';

const MEASURE = 'kpi-measure';
/** Costs come in heaps, after the update that they belong to: so long after the last one they are measured together. */
const QUIET_MS = 2_000;

/**
 * Measures key figures when a schedule run has closed an update, when cost was recorded (no schedule depends on it), and
 * when a target was agreed. By a durable timer: the
 * figures are read after the event has been folded, and a restart in between forgets nothing.
 */
@Controller()
export class KpiMeasuringConsumer implements OnModuleInit {
  constructor(
    private readonly timers: Timers,
    private readonly measuring: KpiMeasuring,
  ) {}

  onModuleInit(): void {
    this.timers.on(MEASURE, (timer) => this.#measure(timer));
  }

  @OnEvents('scheduling')
  onScheduling(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<SchedulingFact>(message, {
      'scheduling.ScheduleCalculated': ({ engagementId }, taken) => this.#due(engagementId, taken),
      'scheduling.ActualCostRecorded': ({ engagementId }, taken) => this.#due(engagementId, taken, QUIET_MS),
    });
  }

  @OnEvents('engagement')
  onGovernance(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<GovernanceEvent>(message, {
      'engagement.KpiTargetAgreed': ({ engagementId }, taken) => this.#due(engagementId, taken),
    });
  }

  /** A key per log: a later event of the same log stands for the earlier ones. */
  async #due(engagementId: string, { event }: Taken, quietMs = 0): Promise<void> {
    const { tenant, source, position, recorded: notBefore, id, correlation } = event;
    const due = new Date(Date.parse(notBefore) + quietMs).toISOString();
    const payload = { engagementId, minPosition: `${source}:${position}`, causation: id, correlation, notBefore };
    await this.timers.set({ tenant, name: MEASURE, key: `${engagementId}/${source}`, due, payload });
  }

  async #measure({ tenant, payload }: Timer): Promise<void> {
    const { engagementId, minPosition, causation, correlation, notBefore } = payload;
    if (!isId(engagementId) || !isId(causation) || !isId(correlation)) {
      throw new Error('A timer for measuring names no engagement and no cause.');
    }
    await this.measuring.measure({
      tenant,
      engagement: engagementId,
      minPosition: String(minPosition),
      causation,
      correlation,
      notBefore: String(notBefore),
    });
  }
}
