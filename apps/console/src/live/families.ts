/** Readings that show nearly everything at a glance. */
const GLANCES = ['portfolio', 'overviews', 'audit', 'events'];

/** Which readings an event may have changed, by the beginning of its type; the first that fits. */
const FAMILIES: readonly (readonly [type: string, readings: readonly string[]])[] = [
  ['engagement.Membership', ['people']],
  ['engagement.Approval', ['decision-inbox', 'approvals']],
  ['engagement.', ['decision-inbox', 'approvals', 'kpis', 'issue-clocks', 'engagements', 'clients', 'people']],
  ['scheduling.Baseline', ['decision-inbox', 'evm', 'explain', 'planned-value', 'plan-activities', 'restatements']],
  ['scheduling.', ['evm', 'explain', 'planned-value', 'plan-activities', 'restatements', 'outlook', 'plans', 'links']],
  ['risk.Risk', ['register', 'risks', 'risk-policies']],
  ['risk.', ['issue-clocks', 'issues', 'escalations', 'clocks']],
  ['reporting.', ['kpis']],
];

/**
 * The readings that an event may have changed, as the first part of their paths; undefined where the type is newer than
 * the console: then all of them.
 */
export function readingsChangedBy(type: string): readonly string[] | undefined {
  const found = FAMILIES.find(([start]) => type.startsWith(start));
  return found && [...found[1], ...GLANCES];
}

/** Whether a reading's path is of one of these families: `overviews/…` is of `overviews`. */
export function isOneOf(path: unknown, families: ReadonlySet<string>): boolean {
  return typeof path === 'string' && families.has(path.split('/', 1).join());
}
