import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { SchedulingFact } from '@bw/contracts-scheduling';
import { type Delivery, OnEvents } from '@bw/messaging';
import { BaselineTable } from './baselines/baseline.table.ts';
import { CalendarTable } from './calendars/calendar.table.ts';
import { ActualsTable } from './execution/actuals.table.ts';
import { PlanTable } from './plans/plan.table.ts';
import { Recalculation } from './schedule/recalculation.ts';

/**
 * The service's own events: keeps the tables that answer over many streams, and follows up. A change of a plan, its
 * progress, data date or calendars leads to a new schedule after a quiet time.
 */
@Controller()
export class OwnLogConsumer {
  constructor(
    private readonly plans: PlanTable,
    private readonly calendars: CalendarTable,
    private readonly actuals: ActualsTable,
    private readonly baselines: BaselineTable,
    private readonly recalculation: Recalculation,
  ) {}

  @OnEvents('scheduling')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery) {
    const { tenant, position } = delivery.event;
    const touch = ({ planId }: { readonly planId: string }) => this.recalculation.touch(tenant, planId);
    return delivery.take<SchedulingFact>(message, {
      'scheduling.PlanCreated': (data, { tx }) => this.plans.created(tenant, data, tx),
      'scheduling.ActivityAdded': async (data, { tx }) => {
        await this.plans.follows(tenant, data, tx);
        await touch(data);
      },
      'scheduling.ActivityChanged': async (data, { tx }) => {
        await this.plans.follows(tenant, data, tx);
        await touch(data);
      },
      'scheduling.ActivityMoved': touch,
      'scheduling.ActivityRemoved': touch,
      'scheduling.ActivitiesLinked': touch,
      'scheduling.LinkChanged': touch,
      'scheduling.ActivitiesUnlinked': touch,
      'scheduling.ConstraintSet': touch,
      'scheduling.ScheduleOptionsSet': touch,

      'scheduling.ProgressRecorded': async (data, { tx }) => {
        await this.actuals.progressed(tenant, data, tx);
        await touch(data);
      },
      'scheduling.ProgressCorrected': async (data, { tx }) => {
        await this.actuals.progressed(tenant, data, tx);
        await touch(data);
      },
      'scheduling.ActualCostRecorded': (data, { tx }) => this.actuals.spent(tenant, data, tx),
      'scheduling.DataDateAdvanced': async (data, { tx }) => {
        await this.plans.dated(data, tx);
        await touch(data);
      },

      'scheduling.CalendarDefined': (data, { tx }) => this.calendars.defined(tenant, data, tx),
      'scheduling.HolidaysReferenced': (data, { tx }) => this.calendars.references(data, tx),
      'scheduling.CalendarPublished': async (data, { tx }) => {
        await this.calendars.published(data, tx);
        for (const planId of await this.plans.on(data.calendarId, tx)) await touch({ planId });
      },
      'scheduling.HolidaySetPublished': (data, { tx }) => this.calendars.listed(tenant, data, tx),
      'scheduling.HolidayAdded': (data, taken) => this.calendars.republish(data, taken),
      'scheduling.HolidayRemoved': (data, taken) => this.calendars.republish(data, taken),

      'scheduling.BaselineCaptured': (data, { tx }) => this.baselines.captured(tenant, position, data, tx),
      'scheduling.BaselineSubmitted': (data, { tx }) => this.baselines.became('submitted', data, tx),
      'scheduling.BaselineApproved': (data, taken) => this.baselines.approved(data, taken),
      'scheduling.BaselineRejected': (data, { tx }) => this.baselines.became('rejected', data, tx),
      'scheduling.BaselineSuperseded': (data, { tx }) => this.baselines.became('superseded', data, tx),

      'scheduling.ScheduleRequested': ({ runId, planId }, { issued, tx }) =>
        this.recalculation.run(runId, planId, issued, tx),
    });
  }
}
