import type { SignedSubject } from '@bw/contracts-engagement';
import { contentHash } from '../content-hash.ts';
import { countedItems, type IntakeItem, type KnownEngagement } from '../engagements/engagement.ts';
import type { Governance } from '../governance/governance.ts';
import { type KnownTerms, termsHash } from '../terms/terms.decider.ts';

/** What else was promised, beside the intake: it lives in streams of its own and comes in with the command. */
export interface Agreements {
  readonly governance: Pick<Governance, 'kpiTargets' | 'serviceLevels' | 'policy'>;
  readonly terms: readonly KnownTerms[];
}

type Promised = Pick<KnownEngagement, 'agreedHash' | 'signatures'>;

/** Terms that belong to the promise: until it is made all drafts do, afterwards what was agreed or signed. */
export function promisedTerms({ agreedHash, signatures }: Promised, { terms }: Agreements): readonly KnownTerms[] {
  if (agreedHash === undefined) return terms;
  const signed = new Set(Object.values(signatures).flatMap(({ subjects }) => subjects.map(({ subject }) => subject)));
  return terms.filter(({ status, termsId }) => status !== 'draft' || signed.has(`terms/${termsId}`));
}

/** Everything that both parties sign, part by part, in an order of its own. */
export function alignmentContent(engagement: KnownEngagement, agreements: Agreements): readonly SignedSubject[] {
  const intake = countedItems(engagement).map(intakeSubject);
  return [...intake, ...agreedSubjects(engagement, agreements)].toSorted(bySubject);
}

/** The parts that do not come from the intake. */
export function agreedSubjects(engagement: Promised, agreements: Agreements): readonly SignedSubject[] {
  const { kpiTargets, serviceLevels, policy } = agreements.governance;
  return [
    ...kpiTargets.map((target) => ({ subject: `kpi-target/${target.kpi}`, hash: contentHash(target) })),
    ...serviceLevels.map((level) => ({ subject: `service-level/${level.severity}`, hash: contentHash(level) })),
    ...(policy ? [{ subject: 'escalation-policy', hash: contentHash(policy) }] : []),
    ...promisedTerms(engagement, agreements).map((terms) => ({
      subject: `terms/${terms.termsId}`,
      hash: termsHash(terms),
    })),
  ];
}

export function hashOfContent(content: readonly SignedSubject[]): string {
  return contentHash(content);
}

export function intakeSubject({ itemId, statement }: Pick<IntakeItem, 'itemId' | 'statement'>): SignedSubject {
  return { subject: `intake/${itemId}`, hash: contentHash(statement) };
}

export function isIntake({ subject }: SignedSubject): boolean {
  return subject.startsWith('intake/');
}

/** Subjects that are in one of the two with another hash, or in one only. */
export function changedSubjects(before: readonly SignedSubject[], after: readonly SignedSubject[]): readonly string[] {
  const hashes = new Map(before.map(({ subject, hash }) => [subject, hash]));
  const changed = after.filter(({ subject, hash }) => hashes.get(subject) !== hash).map(({ subject }) => subject);
  const kept = new Set(after.map(({ subject }) => subject));
  const gone = before.filter(({ subject }) => !kept.has(subject)).map(({ subject }) => subject);
  return [...changed, ...gone].toSorted();
}

function bySubject(a: SignedSubject, b: SignedSubject): number {
  return a.subject < b.subject ? -1 : 1;
}
