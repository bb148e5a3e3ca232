import type { Instant, Zone } from '@bw/kernel';
import { instantOf, instantOfDay, minuteOf, nextDay } from '@bw/working-time';
import type { LocalTime } from './sheet.ts';

const DAY = 1_440;

export interface ResolvedTime {
  readonly at: Instant;
  /** The clocks of the zone skip this time: the end of the gap was taken. */
  readonly skipped: boolean;
}

/** Turns local times of one zone into instants; a time that comes twice is the earlier one. */
export function localTimes(zone: Zone): (local: LocalTime) => ResolvedTime {
  const days = new Map<string, { readonly begins: number; readonly ends: number }>();
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const shown = (minute: number) => minuteOfDay(format.format(minute * 60_000));

  return (local) => {
    const day = local.slice(0, 10);
    const wanted = minuteOfDay(local.slice(11));
    const known = days.get(day) ?? {
      begins: minuteOf(instantOfDay(day, zone)),
      ends: minuteOf(instantOfDay(nextDay(day), zone)),
    };
    days.set(day, known);
    const { begins, ends } = known;
    const early = begins + wanted - shown(begins);
    // Where the clocks change that day, counting from its end gives the other reading.
    if (ends - begins === DAY || shown(early) === wanted) return { at: instantOf(early), skipped: false };
    const late = ends - DAY + wanted;
    if (shown(late) === wanted) return { at: instantOf(late), skipped: false };
    let minute = Math.min(early, late);
    while (shown(minute) < wanted) minute += 1;
    return { at: instantOf(minute), skipped: true };
  };
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
