import type { Minute } from '@bw/working-time';
import type { Network, NetworkActivity } from './network.ts';
import type { ScheduledActivity } from './schedule.ts';

/** Dates of what takes no part in the passes, from what it spans. */
export interface Span {
  readonly earlyStart: Minute;
  readonly earlyFinish: Minute;
  readonly lateStart: Minute;
  readonly lateFinish: Minute;
}

type Scheduled = ReadonlyMap<string, ScheduledActivity>;

/** Summaries span what lies below them, at any depth. `undefined` where nothing does. */
export function summarySpan(
  id: string,
  below: ReadonlyMap<string, readonly NetworkActivity[]>,
  scheduled: Scheduled,
): Span | undefined {
  const found: Span[] = [];
  const open = [...(below.get(id) ?? [])];
  for (let activity = open.pop(); activity; activity = open.pop()) {
    if (activity.type === 'summary') open.push(...(below.get(activity.id) ?? []));
    else found.push(...present(scheduled.get(activity.id)));
  }
  return around(found);
}

/**
 * A level of effort lasts as long as what it is linked to: it begins with the first that its start is linked to and
 * ends with the last that its finish is linked to; an end without link follows all it is linked to.
 */
export function effortSpan(id: string, { links }: Network, scheduled: Scheduled): Span | undefined {
  const partners = links.flatMap(({ predecessor, successor, type }) => {
    if (successor === id)
      return present(scheduled.get(predecessor)).map((partner) => ({ partner, end: type[1], at: type[0] }));
    if (predecessor === id)
      return present(scheduled.get(successor)).map((partner) => ({ partner, end: type[0], at: type[1] }));
    return [];
  });
  const linked = (end: 'S' | 'F') => {
    const own = partners.filter((each) => each.end === end);
    const all = own.length > 0 ? own : partners.map((each) => ({ ...each, at: end }));
    return all.map(({ partner, at }) =>
      at === 'S' ? [partner.earlyStart, partner.lateStart] : [partner.earlyFinish, partner.lateFinish],
    );
  };
  if (partners.length === 0) return undefined;
  const [starts, finishes] = [linked('S'), linked('F')];
  const least = (dates: readonly number[][], index: number) =>
    Math.min(...dates.map((pair) => pair[index] ?? Number.POSITIVE_INFINITY));
  const most = (dates: readonly number[][], index: number) =>
    Math.max(...dates.map((pair) => pair[index] ?? Number.NEGATIVE_INFINITY));
  return {
    earlyStart: least(starts, 0),
    earlyFinish: most(finishes, 0),
    lateStart: least(starts, 1),
    lateFinish: most(finishes, 1),
  };
}

function around(spans: readonly Span[]): Span | undefined {
  const [first, ...rest] = spans;
  return rest.reduce<Span | undefined>(
    (whole, span) =>
      whole && {
        earlyStart: Math.min(whole.earlyStart, span.earlyStart),
        earlyFinish: Math.max(whole.earlyFinish, span.earlyFinish),
        lateStart: Math.min(whole.lateStart, span.lateStart),
        lateFinish: Math.max(whole.lateFinish, span.lateFinish),
      },
    first,
  );
}

function present<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
