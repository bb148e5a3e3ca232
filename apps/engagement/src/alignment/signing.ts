import type { EngagementStreamEvent, SigningParty } from '@bw/contracts-engagement';
import { accept, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { BASELINE_ITEM, TRANSITION_ITEMS } from '../engagements/checklists.ts';
import { countedItems, type KnownEngagement } from '../engagements/engagement.ts';
import { alignmentOf, failedItems } from './alignment.ts';
import { agreedSubjects, type Agreements, changedSubjects, intakeSubject, isIntake } from './content.ts';

export type SigningCommand =
  | Command<
      'SignAlignment',
      { readonly party: SigningParty; readonly contentHash: string; readonly agreements: Agreements }
    >
  | Command<'ReviewAlignment', { readonly agreements: Agreements }>;

export type SigningRefusal = 'one-person-cannot-sign-for-both' | 'content-has-changed' | 'gate-not-passed';

type Answer = Decision<EngagementStreamEvent, SigningRefusal>;

/** A party signs the content as it stands. The second signature on the same content passes the gate. */
export function sign(
  { data: { party, contentHash, agreements }, issued }: Extract<SigningCommand, { type: 'SignAlignment' }>,
  state: KnownEngagement,
): Answer {
  const { engagementId, signatures, reopened } = state;
  const other = signatures[party === 'provider' ? 'client' : 'provider'];
  if (other?.by === issued.actor) return refuse('one-person-cannot-sign-for-both');

  const alignment = alignmentOf(state, agreements);
  if (contentHash !== alignment.contentHash) {
    return refuse('content-has-changed', { contentHash: alignment.contentHash });
  }
  const items = failedItems(alignment, ['signatures']);
  if (items.length > 0) return refuse('gate-not-passed', { items });
  if (signatures[party]?.contentHash === contentHash && reopened.length === 0) return accept();

  const subjects = alignment.content;
  return accept<EngagementStreamEvent>(
    { type: 'engagement.AlignmentSigned', data: { engagementId, party, contentHash, subjects, by: issued.actor } },
    ...(other?.contentHash === contentHash ? passed(contentHash, state) : []),
  );
}

/**
 * What was signed and is different now. Without `agreements` only the intake is looked at, which lies in the same
 * stream; the other parts are looked at when the engagement hears of their change.
 */
export function reopening(state: KnownEngagement, agreements?: Agreements): readonly EngagementStreamEvent[] {
  const now = agreements ? agreedSubjects(state, agreements) : countedItems(state).map(intakeSubject);
  const changed = Object.values(state.signatures).flatMap(({ subjects }) =>
    changedSubjects(
      subjects.filter((subject) => isIntake(subject) !== Boolean(agreements)),
      now,
    ),
  );
  const news = [...new Set(changed)].filter((subject) => !state.reopened.includes(subject)).toSorted();
  if (news.length === 0) return [];
  return [{ type: 'engagement.AlignmentReopened', data: { engagementId: state.engagementId, subjects: news } }];
}

function passed(contentHash: string, state: KnownEngagement): readonly EngagementStreamEvent[] {
  const { engagementId, clientId, agreedHash, baseline } = state;
  if (agreedHash !== undefined) return [{ type: 'engagement.AlignmentRestored', data: { engagementId, contentHash } }];
  return [
    { type: 'engagement.EngagementAgreed', data: { engagementId, clientId, contentHash } },
    { type: 'engagement.TransitionStarted', data: { engagementId, items: TRANSITION_ITEMS } },
    ...(baseline
      ? [
          {
            type: 'engagement.TransitionItemCompleted' as const,
            data: { engagementId, item: BASELINE_ITEM, evidence: `baseline ${baseline.baselineId}` },
          },
        ]
      : []),
  ];
}
