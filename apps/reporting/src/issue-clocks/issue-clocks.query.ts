import { Injectable } from '@nestjs/common';
import type {
  EscalationRaised,
  IssueAssigned,
  IssueRaised,
  IssueWaiting,
  SlaClockStarted,
  SlaWarningReached,
} from '@bw/contracts-risk';
import type { Id, Instant } from '@bw/kernel';
import { NotYet, type Reading, type SeenDecision, type SeenLevel } from '@bw/projections';
import { type Calendars, clockAt } from '@bw/sla-engine';
import { compileCalendar, elapsedTime } from '@bw/working-time';
import type { CalendarValue } from '../evm/plan-values.ts';
import { detailOf, lastOf, valueOf } from '../reading/values.ts';
import { ALWAYS, calendarKey, clockHistory } from './clock-history.ts';
import { stepsOf } from './ladder-steps.ts';
import type { ClockView, EscalationView, IssueState, IssueView } from './issue-clocks.views.ts';

/** Issues of an engagement where the reading stands, with their clocks read at that very time; the worst first. */
@Injectable()
export class IssueClocksQuery {
  async issues(reading: Reading, house: Reading, engagement: Id): Promise<readonly IssueView[]> {
    const happened = await reading.decisions({ engagement, kinds: ['issue', 'clock', 'escalation'] });
    const of = (kind: string) => happened.filter((decision) => decision.kind === kind);
    const calendars = await calendarsOf(of('clock'), house);
    const clocks = Map.groupBy(of('clock'), ({ subject }) => subject);
    const clocksOf = Map.groupBy(clocks, ([subject]) => ownerOf(subject));
    const ladders = Map.groupBy(of('escalation'), ({ subject }) => subject);
    const laddersOf = Map.groupBy(ladders, ([subject]) => ownerOf(subject));
    const { asOf, cut } = reading.point;
    return [...Map.groupBy(of('issue'), ({ subject }) => subject)]
      .flatMap(([issueId, history]) => {
        const views = (clocksOf.get(issueId) ?? []).flatMap(([subject, events]) =>
          clockView(lastOf(subject), events, { calendars, asOf, scheduling: cut['scheduling'] ?? 0 }),
        );
        const escalations = (laddersOf.get(issueId) ?? []).flatMap(([subject, events]) =>
          escalationView(lastOf(subject), events),
        );
        return issueView(issueId, history, { clocks: views, escalations });
      })
      .toSorted((a, b) => a.severity - b.severity || (a.raisedAt < b.raisedAt ? -1 : 1));
  }
}

const ownerOf = (subject: string): string => subject.slice(0, subject.indexOf('/'));

/** The calendars that clocks name, each in the version that they name. */
async function calendarsOf(clocks: readonly SeenDecision[], house: Reading): Promise<Calendars> {
  const named = clocks.map((clock) => detailOf<{ readonly calendarId?: Id }>(clock).calendarId);
  const ids = [...new Set(named.filter((id) => id !== undefined))];
  const versions: readonly SeenLevel[] =
    ids.length === 0 ? [] : await house.levelHistory({ subjects: ids, measures: ['calendar'] });
  const compiled = versions.map((level) => {
    const calendar = valueOf<CalendarValue>(level);
    return [calendarKey(level.subject, calendar.calendarVersion), compileCalendar(calendar)] as const;
  });
  return new Map([[ALWAYS, elapsedTime], ...compiled]);
}

interface ClockReadAt {
  readonly calendars: Calendars;
  readonly asOf: Instant;
  /** Up to where the log of calendars is known. */
  readonly scheduling: number;
}

function clockView(
  clockId: Id,
  events: readonly SeenDecision[],
  { calendars, asOf, scheduling }: ClockReadAt,
): readonly ClockView[] {
  const history = clockHistory(events);
  const [started] = events;
  if (!history || !started) return [];
  const missing = history.policies.find(({ calendar }) => !calendars.has(calendar));
  if (missing) throw new NotYet({ scheduling: scheduling + 1 }); // the log of calendars is behind the one of clocks
  const { clock, warnAtBp } = detailOf<SlaClockStarted>(started);
  const { calendarId } = detailOf<SlaClockStarted>(
    events.findLast(({ outcome }) => outcome === 'started' || outcome === 'recalculated') ?? started,
  );
  // Knowledge was chosen by the cut already: all that is seen here counts.
  const knownAt = history.events.reduce((latest, { recorded }) => (recorded > latest ? recorded : latest), asOf);
  const {
    fired: _,
    refused: __,
    previousCycles: ___,
    nextTimer: ____,
    ...read
  } = clockAt(history, calendars, { at: asOf, knownAt });
  const warnings = events
    .filter(({ outcome }) => outcome === 'warned')
    .map((event) => detailOf<SlaWarningReached>(event));
  const warned = warnings.filter(({ cycle }) => cycle === read.cycle).map(({ pointBp }) => pointBp);
  return [
    {
      clockId,
      clock,
      ...read,
      warnAtBp,
      ...(calendarId && { calendarId }),
      ...(warned.length > 0 && { warnedBp: Math.max(...warned) }),
    },
  ];
}

function escalationView(escalationId: Id, events: readonly SeenDecision[]): readonly EscalationView[] {
  const last = events.at(-1);
  if (!last) return [];
  const levels = events
    .map((event) => detailOf<Partial<EscalationRaised>>(event))
    .filter(({ level }) => level !== undefined);
  const highest = levels.at(-1);
  const role = levels.findLast((level) => level.role !== undefined)?.role;
  const ended = ['acknowledged', 'resolved'].includes(last.outcome);
  return [
    {
      escalationId,
      level: highest?.level ?? 1,
      ...(role && { role }),
      state: ended && (last.outcome === 'acknowledged' || last.outcome === 'resolved') ? last.outcome : 'raised',
      since: last.effective,
      steps: stepsOf(events),
    },
  ];
}

const STATE_AFTER: Readonly<Record<string, IssueState>> = {
  raised: 'open',
  acknowledged: 'acknowledged',
  waiting: 'waiting',
  resumed: 'acknowledged',
  resolved: 'resolved',
  verified: 'verified',
  reopened: 'acknowledged',
  cancelled: 'cancelled',
};

function issueView(
  issueId: Id,
  history: readonly SeenDecision[],
  more: Pick<IssueView, 'clocks' | 'escalations'>,
): readonly IssueView[] {
  const raised = history.find(({ outcome }) => outcome === 'raised');
  const standing = history.findLast(({ outcome }) => outcome in STATE_AFTER);
  if (!raised || !standing) return [];
  const { severity, title, origin, raisedAt } = detailOf<IssueRaised>(raised);
  const assigned = history.findLast(({ outcome }) => outcome === 'assigned');
  return [
    {
      issueId,
      severity,
      title,
      origin,
      state: STATE_AFTER[standing.outcome] ?? 'open',
      raisedAt,
      since: standing.effective,
      ...(standing.outcome === 'waiting' && { waitingFor: detailOf<IssueWaiting>(standing).reason }),
      ...(assigned && { assignee: detailOf<IssueAssigned>(assigned).assignee }),
      reopened: history.some(({ outcome }) => outcome === 'reopened'),
      ...more,
    },
  ];
}
