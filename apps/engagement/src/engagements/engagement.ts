import type {
  ChecklistItem,
  EnquiryOpened,
  IntakeConcern,
  IntakeStatement,
  SignedSubject,
  SigningParty,
} from '@bw/contracts-engagement';

export type EngagementStatus =
  | 'enquiry'
  | 'intake'
  | 'proposed'
  | 'agreed'
  | 'transition'
  | 'active'
  | 'suspended'
  | 'exiting'
  | 'closed'
  | 'declined'
  | 'withdrawn'
  | 'terminated';

export interface IntakeItem {
  readonly itemId: string;
  readonly statement: IntakeStatement;
  readonly status: 'raised' | 'clarified' | 'agreed' | 'rejected';
  readonly waived: readonly IntakeConcern[];
}

export interface Signature {
  readonly contentHash: string;
  readonly subjects: readonly SignedSubject[];
  /** The user who signed. */
  readonly by: string;
}

export interface Checked extends ChecklistItem {
  readonly done: boolean;
}

export interface KnownEngagement extends EnquiryOpened {
  readonly status: EngagementStatus;
  readonly items: readonly IntakeItem[];
  readonly signatures: Readonly<Partial<Record<SigningParty, Signature>>>;
  /** Set once the gate has passed for the first time. */
  readonly agreedHash?: string;
  /** What changed since it was signed. */
  readonly reopened: readonly string[];
  readonly transition: readonly Checked[];
  readonly exit: readonly Checked[];
  readonly baseline?: { readonly planId: string; readonly baselineId: string };
  /** Where a resumed engagement goes on. */
  readonly before?: EngagementStatus;
}

export type Engagement = { readonly status: 'none' } | KnownEngagement;

const OVER: readonly EngagementStatus[] = ['closed', 'declined', 'withdrawn', 'terminated'];

/** Read-only from then on. */
export function isOver({ status }: KnownEngagement): boolean {
  return OVER.includes(status);
}

/** Items that count: what was rejected is no part of the promise. */
export function countedItems({ items }: Pick<KnownEngagement, 'items'>): readonly IntakeItem[] {
  return items.filter(({ status }) => status !== 'rejected');
}

export function openItems(checklist: readonly Checked[]): readonly string[] {
  return checklist.filter(({ done }) => !done).map(({ item }) => item);
}
