import type { Network, NetworkActivity, NetworkLink } from './network.ts';
import { findCycle } from './cycle.ts';
import type { NetworkProblem } from './schedule.ts';

/** Every reason why the network cannot be scheduled, in an order that does not depend on the order of the network. */
export function problemsOf(network: Network): readonly NetworkProblem[] {
  const activities = new Map(network.activities.map((activity) => [activity.id, activity]));
  const problems = [
    ...unknownCalendars(network),
    ...duplicates(network.activities.map(({ id }) => id)).map(
      (activity) => ({ code: 'DUPLICATE_ID', activity }) as const,
    ),
    ...network.activities.flatMap((activity) => activityProblems(activity, activities)),
    ...network.links.flatMap((link) => linkProblems(link, activities)),
    ...duplicateLinks(network.links),
  ];
  if (problems.length > 0) return problems.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  const path = findCycle(network.links);
  return path ? [{ code: 'CYCLE', path }] : [];
}

function unknownCalendars({ calendars, projectCalendar, activities }: Network): readonly NetworkProblem[] {
  const project = calendars.has(projectCalendar)
    ? []
    : [{ code: 'UNKNOWN_CALENDAR', calendar: projectCalendar } as const];
  return [
    ...project,
    ...activities.flatMap(({ id, calendar }) =>
      calendar === undefined || calendars.has(calendar)
        ? []
        : [{ code: 'UNKNOWN_CALENDAR', calendar, activity: id } as const],
    ),
  ];
}

function activityProblems(
  activity: NetworkActivity,
  known: ReadonlyMap<string, NetworkActivity>,
): readonly NetworkProblem[] {
  const { id, duration, remaining = 0, parent, constraints = [] } = activity;
  const problems: NetworkProblem[] = [];
  if (!isWhole(duration) || !isWhole(remaining)) problems.push({ code: 'BAD_DURATION', activity: id });
  if (parent !== undefined && (known.get(parent)?.type !== 'summary' || isBelowItself(activity, known)))
    problems.push({ code: 'BAD_PARENT', activity: id });
  if (constraints.some(({ type, at }) => at === undefined && type !== 'ASAP' && type !== 'ALAP'))
    problems.push({ code: 'CONSTRAINT_WITHOUT_INSTANT', activity: id });
  return problems;
}

function isBelowItself({ id, parent }: NetworkActivity, known: ReadonlyMap<string, NetworkActivity>): boolean {
  const seen = new Set([id]);
  for (let above = parent; above !== undefined; above = known.get(above)?.parent) {
    if (seen.has(above)) return true;
    seen.add(above);
  }
  return false;
}

function linkProblems(link: NetworkLink, known: ReadonlyMap<string, NetworkActivity>): readonly NetworkProblem[] {
  const ends = [known.get(link.predecessor), known.get(link.successor)];
  if (ends.some((end) => end === undefined)) return [{ code: 'DANGLING_LINK', link: link.id }];
  if (link.predecessor === link.successor) return [{ code: 'SELF_LINK', link: link.id }];
  if (ends.some((end) => end?.type === 'summary')) return [{ code: 'LINK_ON_SUMMARY', link: link.id }];
  return Number.isSafeInteger(link.lag) ? [] : [{ code: 'BAD_LAG', link: link.id }];
}

/** Two links of different types between a pair are a ladder and fine; the same type twice says nothing more. */
function duplicateLinks(links: readonly NetworkLink[]): readonly NetworkProblem[] {
  const pair = ({ predecessor, successor, type }: NetworkLink) =>
    `${type} ${predecessor.length} ${predecessor} ${successor}`;
  if (new Set(links.map(pair)).size === links.length) return [];
  return [...Map.groupBy(links, pair).values()].flatMap((group) =>
    group
      .map(({ id }) => id)
      .sort(compare)
      .slice(1)
      .map((link) => ({ code: 'DUPLICATE_LINK', link }) as const),
  );
}

function duplicates(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

function isWhole(minutes: number): boolean {
  return Number.isSafeInteger(minutes) && minutes >= 0;
}

/** By code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
