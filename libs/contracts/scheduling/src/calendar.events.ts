import {
  CivilDay,
  Code,
  Count,
  EventContract,
  type Fact,
  Hash,
  Id,
  ListOf,
  OneOf,
  Text,
  TimeOfDay,
  ZoneName,
} from '@bw/contracts-base';

/** A stretch of work on one day of the week. `to` at or before `from` means: it crosses midnight. */
export class Shift {
  /** 1 is Monday, 7 is Sunday. */
  @OneOf(1, 2, 3, 4, 5, 6, 7) readonly weekday!: number;
  @TimeOfDay() readonly from!: string;
  @TimeOfDay() readonly to!: string;
}

/** A stretch of work on the days of an exception. */
export class DayShift {
  @TimeOfDay() readonly from!: string;
  @TimeOfDay() readonly to!: string;
}

/** Days on which other shifts hold than the week's; with no shifts: no work. Both ends are included. */
export class CalendarException {
  @CivilDay() readonly from!: string;
  @CivilDay() readonly to!: string;
  @ListOf(() => DayShift, { max: 24 }) readonly shifts!: readonly DayShift[];
}

/** A holiday set as it stood when a calendar took it in. */
export class HolidaySetReference {
  @Id() readonly holidaySetId!: string;
  @Count() readonly holidaySetVersion!: number;
}

@EventContract({
  type: 'scheduling.CalendarDefined',
  version: 1,
  about: 'A working calendar was begun; it is a draft until published.',
})
export class CalendarDefined {
  @Id() readonly calendarId!: string;
  @Id({ optional: true }) readonly engagementId?: string;
  @Text(120) readonly name!: string;
  @ZoneName() readonly zone!: string;
}

@EventContract({ type: 'scheduling.WeekSet', version: 1, about: 'The shifts of a calendar’s ordinary week were set.' })
export class WeekSet {
  @Id() readonly calendarId!: string;
  @ListOf(() => Shift, { max: 100 }) readonly shifts!: readonly Shift[];
}

@EventContract({
  type: 'scheduling.CalendarExceptionsSet',
  version: 1,
  about: 'The dated exceptions of a calendar were set.',
})
export class CalendarExceptionsSet {
  @Id() readonly calendarId!: string;
  @ListOf(() => CalendarException, { max: 2_000 }) readonly exceptions!: readonly CalendarException[];
}

@EventContract({
  type: 'scheduling.HolidaysReferenced',
  version: 1,
  about: 'A calendar names the holiday sets it follows, and free days of its own.',
})
export class HolidaysReferenced {
  @Id() readonly calendarId!: string;
  @ListOf(Id(), { max: 20, unique: true }) readonly holidaySets!: readonly string[];
  @ListOf(CivilDay(), { max: 2_000, unique: true }) readonly days!: readonly string[];
}

@EventContract({
  type: 'scheduling.CalendarPublished',
  version: 1,
  about: 'A version of a working calendar came into force. It holds all that is needed to count with it.',
})
export class CalendarPublished {
  @Id() readonly calendarId!: string;
  @Id({ optional: true }) readonly engagementId?: string;
  @Text(120) readonly name!: string;
  /** Counts publications of this calendar: 1, 2, 3. */
  @Count({ min: 1 }) readonly calendarVersion!: number;
  @ZoneName() readonly zone!: string;
  @ListOf(() => Shift, { max: 100 }) readonly shifts!: readonly Shift[];
  @ListOf(() => CalendarException, { max: 2_000 }) readonly exceptions!: readonly CalendarException[];
  /** Its own free days and those of its holiday sets, resolved and sorted. */
  @ListOf(CivilDay(), { max: 10_000, unique: true }) readonly holidays!: readonly string[];
  @ListOf(() => HolidaySetReference, { max: 20 }) readonly holidaySets!: readonly HolidaySetReference[];
  /** Over zone, shifts, exceptions and holidays: equal hashes count the same. */
  @Hash() readonly hash!: string;
}

@EventContract({
  type: 'scheduling.HolidaySetPublished',
  version: 1,
  about: 'The public holidays of a country or region and year were published.',
})
export class HolidaySetPublished {
  @Id() readonly holidaySetId!: string;
  @Text(120) readonly name!: string;
  /** ISO 3166: `GB`, `DE`. */
  @Code({ max: 2 }) readonly country!: string;
  /** ISO 3166-2 without the country: `ENG`, `BY`. */
  @Code({ optional: true, max: 10 }) readonly subdivision?: string;
  @Count({ min: 1900, max: 2200 }) readonly year!: number;
  @ListOf(CivilDay(), { max: 400, unique: true }) readonly days!: readonly string[];
  /** Where the days were taken from. */
  @Text(200, { optional: true }) readonly origin?: string;
}

@EventContract({ type: 'scheduling.HolidayAdded', version: 1, about: 'A published holiday set gained a day.' })
export class HolidayAdded {
  @Id() readonly holidaySetId!: string;
  @CivilDay() readonly day!: string;
}

@EventContract({ type: 'scheduling.HolidayRemoved', version: 1, about: 'A published holiday set lost a day.' })
export class HolidayRemoved {
  @Id() readonly holidaySetId!: string;
  @CivilDay() readonly day!: string;
}

export type CalendarFact =
  | Fact<'scheduling.CalendarDefined', CalendarDefined>
  | Fact<'scheduling.WeekSet', WeekSet>
  | Fact<'scheduling.CalendarExceptionsSet', CalendarExceptionsSet>
  | Fact<'scheduling.HolidaysReferenced', HolidaysReferenced>
  | Fact<'scheduling.CalendarPublished', CalendarPublished>;

export type HolidaySetFact =
  | Fact<'scheduling.HolidaySetPublished', HolidaySetPublished>
  | Fact<'scheduling.HolidayAdded', HolidayAdded>
  | Fact<'scheduling.HolidayRemoved', HolidayRemoved>;
