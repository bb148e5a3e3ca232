import type { FeedEvent } from '../api/feed.ts';
import type { Colour, EngagementLine } from '../api/views.ts';

export const GROUPS = ['health', 'crossings', 'forecasts', 'decisions', 'issues', 'risks', 'restatements'] as const;
export type Group = (typeof GROUPS)[number];

/** What is worth telling somebody who was away; the rest is in the history. */
const TOLD: Readonly<Record<string, Group>> = {
  'reporting.KpiThresholdCrossed': 'crossings',
  'reporting.KpiRecovered': 'crossings',
  'scheduling.ForecastFinishChanged': 'forecasts',
  'scheduling.BaselineApproved': 'decisions',
  'engagement.ApprovalRequested': 'decisions',
  'engagement.ApprovalGranted': 'decisions',
  'engagement.ApprovalRefused': 'decisions',
  'risk.IssueRaised': 'issues',
  'risk.SlaBreached': 'issues',
  'risk.EscalationRaised': 'issues',
  'risk.EscalationAdvanced': 'issues',
  'risk.RiskAppetiteExceeded': 'risks',
  'risk.RiskTriggered': 'risks',
};

/** Types to ask the feed for, beside corrections, which can be of any type. */
export const TOLD_TYPES: readonly string[] = Object.keys(TOLD);

/** Types of which a correction restates figures. */
export const CORRECTED_TYPES: readonly string[] = ['scheduling.ProgressCorrected', 'scheduling.ActualCostRecorded'];

/** One line of what happened: the same kind of thing at the same engagement is told once, with how often. */
export interface Happened {
  readonly group: Group;
  readonly engagement: string;
  readonly type: string;
  readonly count: number;
  /** Recorded last. */
  readonly at: string;
}

/** What happened, grouped; within a group the latest first. */
export function happenedIn(events: readonly FeedEvent[]): readonly Happened[] {
  const lines = new Map<string, Happened>();
  for (const { type, engagementid: engagement = '', time, corrects } of events) {
    const group = corrects === undefined ? TOLD[type] : 'restatements';
    if (!group) continue;
    const key = `${group} ${engagement} ${type}`;
    const before = lines.get(key);
    const at = before && before.at > time ? before.at : time;
    lines.set(key, { group, engagement, type, at, count: (before?.count ?? 0) + 1 });
  }
  return [...lines.values()].toSorted(
    (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || Date.parse(b.at) - Date.parse(a.at),
  );
}

/** An engagement whose colour is another one than it was. */
export interface HealthChange {
  readonly engagement: string;
  readonly before: Colour;
  readonly after: Colour;
}

type Coloured = Pick<EngagementLine, 'engagementId' | 'health'>;

export function healthChanges(before: readonly Coloured[], now: readonly Coloured[]): readonly HealthChange[] {
  const then = new Map(before.map(({ engagementId, health }) => [engagementId, health.colour]));
  return now.flatMap(({ engagementId: engagement, health: { colour: after } }) => {
    const was = then.get(engagement);
    return was !== undefined && was !== after ? [{ engagement, before: was, after }] : [];
  });
}
