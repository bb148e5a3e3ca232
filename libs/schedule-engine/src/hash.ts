import { createHash } from 'node:crypto';
import type { Network, NetworkActivity, NetworkLink, ScheduleOptions } from './network.ts';
import type { Schedule, ScheduledActivity } from './schedule.ts';
import { compare } from './validation.ts';

/** SHA-256 (hex) of all that a schedule depends on, whatever the order it is given in. */
export function inputHash(network: Network, options: ScheduleOptions): string {
  const { progress, lagCalendar, totalFloat, critical } = options;
  return hashOf([
    [network.projectStart, network.dataDate ?? null, network.mustFinish ?? null, network.projectCalendar],
    [progress, lagCalendar, totalFloat, critical.by, critical.by === 'float' ? critical.threshold : null],
    [...network.calendars].map(([id, { key }]) => [id, key] as const).sort(([a], [b]) => compare(a, b)),
    byId(network.activities).map(activityRow),
    byId(network.links).map(linkRow),
  ]);
}

/** SHA-256 (hex) of all dates and floats. */
export function resultHash({ start, finish, activities }: Schedule): string {
  return hashOf([[start, finish], byId(activities).map(resultRow)]);
}

// The fields are named one by one, and `satisfies` makes a new one fail to compile until it stands here: what is
// forgotten in a hash is noticed too late.
type RowOf<Item> = Readonly<Record<keyof Item, unknown>>;

function activityRow(activity: NetworkActivity): readonly unknown[] {
  const constraints = [...(activity.constraints ?? [])]
    .sort((a, b) => compare(a.type, b.type))
    .map(({ type, at }) => [type, at ?? null]);
  const { id, type, duration, calendar, parent, actualStart, actualFinish, remaining, resume } = activity;
  return Object.values({
    id,
    type,
    duration,
    calendar,
    parent,
    actualStart,
    actualFinish,
    remaining,
    resume,
    constraints,
  } satisfies RowOf<NetworkActivity>);
}

function linkRow({ id, predecessor, successor, type, lag, lagCalendar }: NetworkLink): readonly unknown[] {
  return Object.values({ id, predecessor, successor, type, lag, lagCalendar } satisfies RowOf<NetworkLink>);
}

function resultRow(line: ScheduledActivity): readonly unknown[] {
  const {
    id,
    earlyStart,
    earlyFinish,
    lateStart,
    lateFinish,
    totalFloat,
    freeFloat,
    critical,
    remaining,
    status,
    driving,
    drivenBy,
  } = line;
  return Object.values({
    id,
    earlyStart,
    earlyFinish,
    lateStart,
    lateFinish,
    totalFloat,
    freeFloat,
    critical,
    remaining,
    status,
    driving,
    drivenBy,
  } satisfies RowOf<ScheduledActivity>);
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => compare(a.id, b.id));
}

/** JSON writes an absent value as null in a row, so that every field keeps its place. */
function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
