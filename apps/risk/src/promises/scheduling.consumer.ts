import type { Fact } from '@bw/contracts-base';
import type { CalendarPublished } from '@bw/contracts-scheduling';
import { type Delivery, OnEvents } from '@bw/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Promises } from './promises.ts';
import { Settlement } from './settlement.ts';
import { turnOf } from './turn.ts';

/** The calendars by which clocks and ladders count. */
@Controller()
export class SchedulingConsumer {
  constructor(
    private readonly promises: Promises,
    private readonly settlement: Settlement,
  ) {}

  @OnEvents('scheduling')
  on(@Payload() message: unknown, @Ctx() delivery: Delivery): Promise<void> {
    return delivery.take<Fact<'scheduling.CalendarPublished', CalendarPublished>>(message, {
      'scheduling.CalendarPublished': async (calendar, taken) => {
        if (!(await this.promises.publishCalendar(taken, calendar))) return;
        for (const engagement of await this.promises.engagementsUnder(taken.tx, calendar.calendarId)) {
          await this.settlement.settle({ engagement }, turnOf(taken), { because: 'calendar' });
        }
      },
    });
  }
}
