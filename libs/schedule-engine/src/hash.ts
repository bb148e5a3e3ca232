import { createHash } from 'node:crypto';
import type { Network, ScheduleOptions } from './network.ts';
import type { Schedule } from './schedule.ts';
import { compare } from './validation.ts';

/** SHA-256 (hex) of all that a schedule depends on, whatever the order it is given in. */
export function inputHash(network: Network, options: ScheduleOptions): string {
  const calendars = [...network.calendars].map(([id, { key }]) => [id, key] as const).sort(([a], [b]) => compare(a, b));
  const activities = network.activities.map(({ constraints = [], ...activity }) => ({
    ...activity,
    constraints: [...constraints].sort((a, b) => compare(a.type, b.type)),
  }));
  return hashOf({
    projectStart: network.projectStart,
    dataDate: network.dataDate,
    mustFinish: network.mustFinish,
    projectCalendar: network.projectCalendar,
    calendars,
    activities: byId(activities),
    links: byId(network.links),
    options,
  });
}

/** SHA-256 (hex) of all dates and floats. */
export function resultHash({ start, finish, activities }: Schedule): string {
  return hashOf({ start, finish, activities: byId(activities) });
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => compare(a.id, b.id));
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, inKeyOrder)).digest('hex');
}

/** Objects with the same fields in another order are the same. */
function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)));
}
