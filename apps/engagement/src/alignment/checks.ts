import { SEVERITIES } from '@bw/contracts-engagement';
import { countedItems, type KnownEngagement } from '../engagements/engagement.ts';
import { severitiesWithoutHours } from '../governance/governance.ts';
import { warningsOf } from '../intake/intake-warnings.ts';
import { type Agreements, promisedTerms } from './content.ts';

/** What keeps a check from passing. */
export interface CheckItem {
  /** What it is about, such as `intake/<item>`; the check's own id where it is about the whole. */
  readonly subject: string;
  readonly problem: string;
}

export interface CheckInput {
  readonly engagement: KnownEngagement;
  readonly agreements: Agreements;
  readonly contentHash: string;
}

/** One named question of the alignment gate. A capability that is not there yet has no `problems`: it is not in use. */
export interface AlignmentCheck {
  readonly id: string;
  readonly title: string;
  readonly capability: string;
  readonly problems?: (input: CheckInput) => readonly CheckItem[];
}

const LEAST_KPI_TARGETS = 3;

/** The gate before planning (invariant E2). A capability joins it by one more entry. */
export const alignmentChecks: readonly AlignmentCheck[] = [
  {
    id: 'measurable-goal',
    title: 'At least one goal has a measure, a baseline, a target, a date and an owner',
    capability: 'intake',
    problems({ engagement }) {
      const goals = countedItems(engagement).filter(({ statement }) => statement.kind === 'goal');
      const isMeasurable = goals.some(({ statement }) => statement.goal && statement.owner);
      if (isMeasurable) return [];
      const problem = 'The goal lacks a measure or an owner.';
      return goals.length > 0
        ? goals.map(({ itemId }) => ({ subject: `intake/${itemId}`, problem }))
        : [{ subject: 'measurable-goal', problem: 'There is no goal.' }];
    },
  },
  {
    id: 'deliverables-complete',
    title: 'Every deliverable has acceptance criteria and an owner',
    capability: 'intake',
    problems: ({ engagement }) =>
      countedItems(engagement)
        .filter(({ statement }) => statement.kind === 'deliverable')
        .filter(({ statement }) => !statement.owner || (statement.criteria ?? []).length === 0)
        .map(({ itemId }) => ({ subject: `intake/${itemId}`, problem: 'The deliverable lacks criteria or an owner.' })),
  },
  {
    id: 'scope-out',
    title: 'What is out of scope is listed, or explicitly nothing is',
    capability: 'intake',
    problems: ({ engagement }) =>
      countedItems(engagement).some(({ statement }) => statement.kind === 'scope-out')
        ? []
        : [{ subject: 'scope-out', problem: 'Nothing is said about what is out of scope. Say so with none: true.' }],
  },
  {
    id: 'intake-warnings',
    title: 'No intake item is a duplicate, a contradiction, untestable or ambiguous, unless waived',
    capability: 'intake',
    problems({ engagement }) {
      const items = countedItems(engagement);
      return items.flatMap((item) =>
        warningsOf(item, items)
          .filter(({ concern }) => !item.waived.includes(concern))
          .map(({ concern, otherItemId }) => ({
            subject: `intake/${item.itemId}`,
            problem: otherItemId ? `${concern} of intake/${otherItemId}` : concern,
          })),
      );
    },
  },
  { id: 'raci', title: 'Exactly one is accountable per row of the RACI', capability: 'raci' },
  { id: 'cadence', title: 'The cadence of check-ins is set', capability: 'cadence' },
  {
    id: 'escalation-path',
    title: 'The escalation path covers every severity and every hour promised',
    capability: 'governance',
    problems({ agreements: { governance } }) {
      const { policy } = governance;
      if (!policy) return [{ subject: 'escalation-policy', problem: 'There is no escalation path.' }];
      const uncovered = SEVERITIES.filter((severity) => !policy.severities.includes(severity));
      return [
        ...uncovered.map((severity) => ({
          subject: 'escalation-policy',
          problem: `Severity ${severity} has no escalation path.`,
        })),
        ...severitiesWithoutHours(governance).map((severity) => ({
          subject: `service-level/${severity}`,
          problem: 'No level of the escalation path answers in the hours that count.',
        })),
      ];
    },
  },
  {
    id: 'kpi-targets',
    title: 'At least three key figures have a target and a formula version',
    capability: 'governance',
    problems({ agreements: { governance } }) {
      const count = governance.kpiTargets.length;
      if (count >= LEAST_KPI_TARGETS) return [];
      return [{ subject: 'kpi-targets', problem: `${count} of ${LEAST_KPI_TARGETS} key figures have a target.` }];
    },
  },
  {
    id: 'terms-priced',
    title: 'There are commercial terms, and all of them have prices',
    capability: 'terms',
    problems({ engagement, agreements }) {
      const terms = promisedTerms(engagement, agreements);
      if (terms.length === 0) return [{ subject: 'terms', problem: 'There are no commercial terms.' }];
      const unpriced = terms.filter(({ lines }) => lines.length === 0);
      return unpriced.map(({ termsId }) => ({ subject: `terms/${termsId}`, problem: 'The terms have no rate line.' }));
    },
  },
  { id: 'obligations', title: 'Compliance obligations are acknowledged', capability: 'obligations' },
  {
    id: 'signatures',
    title: 'Both parties signed the same content as it stands',
    capability: 'engagements',
    problems: ({ engagement: { signatures }, contentHash }) =>
      (['provider', 'client'] as const)
        .filter((party) => signatures[party]?.contentHash !== contentHash)
        .map((party) => ({
          subject: `signature/${party}`,
          problem: signatures[party] ? 'Signed other content than it is now.' : 'Not signed yet.',
        })),
  },
];
