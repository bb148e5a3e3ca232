import {
  CivilDay,
  Count,
  Flag,
  Hash,
  Id,
  Instant,
  ListOf,
  Minutes,
  Optional,
  OneOf,
  Text,
  Without,
  ZoneName,
} from '@bw/contracts-base';
import { CalendarException, HolidaySetPublished, Shift } from '@bw/contracts-scheduling';

/** A calendar as a person writes it. */
export class CalendarBody {
  /** Only for this engagement; without it for the whole house. */
  @Id({ optional: true }) readonly engagementId?: string;
  @Text(120) readonly name!: string;
  @ZoneName() readonly zone!: string;
  @ListOf(() => Shift, { max: 100 }) readonly shifts!: readonly Shift[];
  @ListOf(() => CalendarException, { max: 2_000, optional: true }) readonly exceptions?: readonly CalendarException[];
  /** Holiday sets whose days are free. */
  @ListOf(Id(), { max: 20, unique: true, optional: true }) readonly holidaySets?: readonly string[];
  /** Further free days. */
  @ListOf(CivilDay(), { max: 2_000, unique: true, optional: true }) readonly days?: readonly string[];
}

export class CalendarView extends CalendarBody {
  @Id() readonly calendarId!: string;
  @OneOf('draft', 'published') readonly status!: 'draft' | 'published';
  /** Of the publication that is in force. */
  @Optional() @Count() readonly calendarVersion?: number;
  @Hash({ optional: true }) readonly hash?: string;
}

export class CalendarLine {
  @Id() readonly calendarId!: string;
  @Id({ optional: true }) readonly engagementId?: string;
  @Text(120) readonly name!: string;
  @Flag() readonly published!: boolean;
}

export class WorkQuery {
  @Instant() readonly from!: string;
  @Instant() readonly to!: string;
}

export class WorkStretch {
  @Instant() readonly from!: string;
  @Instant() readonly to!: string;
}

export class WorkView {
  @Id() readonly calendarId!: string;
  @Count() readonly calendarVersion!: number;
  /** Working minutes between the two instants. */
  @Minutes() readonly minutes!: number;
  @ListOf(() => WorkStretch, { max: 1_000 }) readonly stretches!: readonly WorkStretch[];
  /** Of the time-zone data that was counted with. */
  @Text(40) readonly zoneDataVersion!: string;
}

export class HolidaySetBody extends Without(HolidaySetPublished, 'holidaySetId') {}

export class HolidaySetView extends HolidaySetPublished {}

export class HolidaySetLine extends Without(HolidaySetPublished, 'days', 'origin') {}
