import type { SignedSubject, SigningParty } from '@bw/contracts-engagement';
import { countedItems, type KnownEngagement } from '../engagements/engagement.ts';
import { alignmentChecks, type CheckItem } from './checks.ts';
import { type Agreements, alignmentContent, changedSubjects, hashOfContent } from './content.ts';

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly capability: string;
  readonly state: 'passed' | 'failed' | 'not-in-use';
  readonly items: readonly CheckItem[];
}

/** The gate as it stands: a computed checklist, not a form that somebody ticks. */
export interface Alignment {
  /** What to sign. */
  readonly contentHash: string;
  readonly content: readonly SignedSubject[];
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  readonly signatures: readonly {
    readonly party: SigningParty;
    readonly contentHash: string;
    readonly by: string;
    /** What is different now from what this party signed: only that needs another look. */
    readonly changedSince: readonly string[];
  }[];
  /** Goals that no deliverable serves, and deliverables that serve no goal: shown, but they keep nothing shut. */
  readonly orphans: readonly string[];
}

export function alignmentOf(engagement: KnownEngagement, agreements: Agreements): Alignment {
  const content = alignmentContent(engagement, agreements);
  const contentHash = hashOfContent(content);
  const checks = alignmentChecks.map(({ id, title, capability, problems }): CheckResult => {
    const items = problems?.({ engagement, agreements, contentHash });
    return { id, title, capability, state: stateOf(items), items: items ?? [] };
  });
  const signatures = (['provider', 'client'] as const).flatMap((party) => {
    const signature = engagement.signatures[party];
    if (!signature) return [];
    const { subjects, ...signed } = signature;
    return [{ party, ...signed, changedSince: changedSubjects(subjects, content) }];
  });
  const passed = checks.every(({ state }) => state !== 'failed');
  return { contentHash, content, passed, checks, signatures, orphans: orphansOf(engagement) };
}

/** What still keeps the gate shut, apart from the checks named. */
export function failedItems(
  { checks }: Alignment,
  except: readonly string[] = [],
): readonly (CheckItem & { check: string })[] {
  return checks
    .filter(({ id }) => !except.includes(id))
    .flatMap(({ id, items }) => items.map((item) => ({ check: id, ...item })));
}

function stateOf(items: readonly CheckItem[] | undefined): CheckResult['state'] {
  if (!items) return 'not-in-use';
  return items.length === 0 ? 'passed' : 'failed';
}

function orphansOf(engagement: KnownEngagement): readonly string[] {
  const items = countedItems(engagement);
  const deliverables = items.filter(({ statement }) => statement.kind === 'deliverable');
  const served = new Set(deliverables.flatMap(({ statement }) => statement.goals ?? []));
  const goals = items.filter(({ statement }) => statement.kind === 'goal');
  const goalIds = new Set(goals.map(({ itemId }) => itemId));
  const lostGoals = goals.filter(({ itemId }) => !served.has(itemId));
  const lostDeliverables = deliverables.filter(({ statement }) => !statement.goals?.some((goal) => goalIds.has(goal)));
  return [...lostGoals, ...lostDeliverables].map(({ itemId }) => `intake/${itemId}`);
}
