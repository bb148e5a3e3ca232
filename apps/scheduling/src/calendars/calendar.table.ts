import { Injectable } from '@nestjs/common';
import type {
  CalendarDefined,
  CalendarPublished,
  HolidaySetPublished,
  HolidaysReferenced,
} from '@bw/contracts-scheduling';
import type { Id } from '@bw/kernel';
import type { Taken, Transaction } from '@bw/messaging';
import { CalendarDesk } from './calendar.desk.ts';

/** Which calendars there are, and which holiday sets they follow. */
@Injectable()
export class CalendarTable {
  constructor(private readonly desk: CalendarDesk) {}

  async defined(tenant: Id, { calendarId, engagementId, name }: CalendarDefined, tx: Transaction): Promise<void> {
    await tx.query(
      `insert into scheduling.calendar (tenant, calendar, engagement, name) values ($1, $2, $3, $4)
       on conflict (tenant, calendar) do nothing`,
      [tenant, calendarId, engagementId ?? null, name],
    );
  }

  async references({ calendarId, holidaySets }: HolidaysReferenced, tx: Transaction): Promise<void> {
    await tx.query('update scheduling.calendar set holiday_sets = $2 where calendar = $1', [calendarId, holidaySets]);
  }

  async published({ calendarId, calendarVersion }: CalendarPublished, tx: Transaction): Promise<void> {
    await tx.query('update scheduling.calendar set version = $2 where calendar = $1', [calendarId, calendarVersion]);
  }

  async listed(
    tenant: Id,
    { holidaySetId, name, country, subdivision, year }: HolidaySetPublished,
    tx: Transaction,
  ): Promise<void> {
    await tx.query(
      `insert into scheduling.holiday_set (tenant, holiday_set, name, country, subdivision, year)
       values ($1, $2, $3, $4, $5, $6) on conflict (tenant, holiday_set) do nothing`,
      [tenant, holidaySetId, name, country, subdivision ?? null, year],
    );
  }

  /** A corrected holiday set changes every published calendar that follows it; a draft takes it in when published. */
  async republish(
    { holidaySetId }: { readonly holidaySetId: Id },
    { tx, issuedFor }: Pick<Taken, 'tx' | 'issuedFor'>,
  ): Promise<void> {
    const { rows } = await tx.query<{ calendar: Id }>(
      'select calendar from scheduling.calendar where version > 0 and holiday_sets @> array[$1::uuid] order by calendar',
      [holidaySetId],
    );
    for (const { calendar } of rows) await this.desk.publish(calendar, issuedFor(calendar));
  }
}
