import { dayOf, plusDays, weekdayOf } from './work-time.ts';

/** How many weeks the portfolio tells: a little less than a year. */
export const WEEKS = 50;

/** Late enough that the working day is over everywhere that the portfolio knows. */
const STATUS_TIME = '22:30';

/** The weeks by which the portfolio goes; the last one ends with the last Friday evening before `now`. */
export class Weeks {
  readonly #firstMonday: string;

  constructor(now: string) {
    let friday = dayOf(Date.parse(now));
    while (weekdayOf(friday) !== 5 || `${friday}T${STATUS_TIME}:00.000Z` > now) friday = plusDays(friday, -1);
    this.#firstMonday = plusDays(friday, -(WEEKS - 1) * 7 - 4);
  }

  get first(): string {
    return this.#firstMonday;
  }

  monday(week: number): string {
    return plusDays(this.#firstMonday, week * 7);
  }

  friday(week: number): string {
    return plusDays(this.#firstMonday, week * 7 + 4);
  }

  /** 1 is Monday; the time is that of UTC. */
  at(week: number, weekday: number, time = '10:00'): string {
    return `${plusDays(this.#firstMonday, week * 7 + weekday - 1)}T${time}:00.000Z`;
  }

  /** When everybody has told how the week went. */
  status(week: number): string {
    return this.at(week, 5, STATUS_TIME);
  }
}
