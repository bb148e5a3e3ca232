const DAY_MS = 86_400_000;
export const DAY_MINUTES = 480;
const HALF_DAY = 240;

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00. */
export const officeShifts = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:00', to: '12:00' },
  { weekday, from: '13:00', to: '17:00' },
]);

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
export const plusDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY_MS);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

/** The instant of a local time; times that a zone skips do not occur in office hours. */
export function instantIn(zone: string, day: string, time: string): string {
  const wished = Date.parse(`${day}T${time}:00.000Z`);
  const guess = wished - offsetAt(zone, wished);
  return new Date(wished - offsetAt(zone, guess)).toISOString();
}

function offsetAt(zone: string, at: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${format.format(at).replace(' ', 'T')}.000Z`) - Math.floor(at / 1000) * 1000;
}

/** Office time of one project, counted in working minutes since its first morning. */
export class WorkTime {
  readonly zone: string;
  readonly #days: readonly string[];

  constructor(zone: string, firstDay: string, freeDays: readonly string[] = []) {
    this.zone = zone;
    const days = Array.from({ length: 1_000 }, (_, index) => plusDays(firstDay, index));
    this.#days = days.filter((day) => weekdayOf(day) <= 5 && !freeDays.includes(day));
  }

  /** When work that has taken so many minutes goes on. */
  startAt(minutes: number): string {
    const rest = minutes % DAY_MINUTES;
    return this.#at(Math.floor(minutes / DAY_MINUTES), rest < HALF_DAY ? 8 * 60 + rest : 13 * 60 + rest - HALF_DAY);
  }

  /** When work that took so many minutes ended: the evening, not the next morning. */
  finishAt(minutes: number): string {
    const whole = minutes > 0 && minutes % DAY_MINUTES === 0;
    const rest = whole ? DAY_MINUTES : minutes % DAY_MINUTES;
    const day = Math.floor(minutes / DAY_MINUTES) - (whole ? 1 : 0);
    return this.#at(day, rest <= HALF_DAY ? 8 * 60 + rest : 13 * 60 + rest - HALF_DAY);
  }

  /** Working minutes until the evening of that day. */
  untilEveningOf(day: string): number {
    return this.#days.filter((each) => each <= day).length * DAY_MINUTES;
  }

  #at(dayIndex: number, minuteOfDay: number): string {
    const day = this.#days[dayIndex];
    if (!day) throw new Error(`The project has no working day ${dayIndex}.`);
    const time = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0'));
    return instantIn(this.zone, day, time.join(':'));
  }
}

/** A local time as a spreadsheet shows it. */
export function localText(zone: string, instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(Date.parse(instant));
}
