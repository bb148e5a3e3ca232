/** Words that several events of a plan share. */
export const activityTypes = ['task', 'start-milestone', 'finish-milestone', 'level-of-effort', 'summary'] as const;
export type ActivityType = (typeof activityTypes)[number];

export const linkTypes = ['FS', 'SS', 'FF', 'SF'] as const;
export type LinkType = (typeof linkTypes)[number];

/** On which calendar a lag counts: the predecessor's, the successor's, the plan's own, or the clock on the wall. */
export const lagCalendars = ['predecessor', 'successor', 'project', '24h'] as const;
export type LagCalendar = (typeof lagCalendars)[number];

/**
 * As soon or as late as possible; start or finish no earlier or later than; must start or finish on; mandatory start or
 * finish (overrides the logic).
 */
export const constraintKinds = [
  'ASAP',
  'ALAP',
  'SNET',
  'SNLT',
  'FNET',
  'FNLT',
  'MSO',
  'MFO',
  'mandatory-start',
  'mandatory-finish',
  'expected-finish',
] as const;
export type ConstraintKind = (typeof constraintKinds)[number];

/** How an activity earns its budget; fixed at the baseline. */
export const earningRules = ['ZERO_100', 'FIFTY_50', 'TWENTY_80', 'PHYSICAL_PERCENT', 'EFFORT_RATIO', 'LOE'] as const;
export type EarningRule = (typeof earningRules)[number];

/** How progress out of sequence counts. */
export const progressModes = ['retained-logic', 'progress-override'] as const;
export type ProgressMode = (typeof progressModes)[number];

export const resourceKinds = ['person', 'material', 'cost'] as const;
export type ResourceKind = (typeof resourceKinds)[number];
