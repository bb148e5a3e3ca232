import type { Shift } from './calendar.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** Minutes of the day; an end at or before the start lies in the next day. */
export function minutesOf({ from, to }: Shift): { from: number; to: number } {
  const [start, end] = [timeOf(from), timeOf(to)];
  return { from: start, to: end <= start ? end + 1440 : end };
}

function timeOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
