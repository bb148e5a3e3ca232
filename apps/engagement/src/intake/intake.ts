import type { IntakeEvent, IntakeItemRejected, IntakeItemWaived, IntakeStatement } from '@bw/contracts-engagement';
import { accept, type Decision, refuse } from '@bw/kernel';
import type { Command } from '../command.ts';
import { isSame } from '../content-hash.ts';
import { countedItems, type IntakeItem, type KnownEngagement } from '../engagements/engagement.ts';
import { warningsOf } from './intake-warnings.ts';

interface OfItem {
  readonly itemId: string;
}

export type IntakeCommand =
  | Command<'AddIntakeItem', OfItem & { readonly statement: IntakeStatement }>
  | Command<'ClarifyIntakeItem', OfItem & { readonly statement: IntakeStatement }>
  | Command<'AgreeIntakeItem', OfItem>
  | Command<'RejectIntakeItem', Pick<IntakeItemRejected, 'itemId' | 'reason'>>
  | Command<'WaiveIntakeItem', Pick<IntakeItemWaived, 'itemId' | 'concerns' | 'reason'>>;

export type IntakeRefusal =
  | 'intake-item-exists'
  | 'intake-item-not-found'
  | 'intake-item-is-rejected'
  | 'intake-item-kind-is-fixed'
  | 'field-does-not-suit-kind'
  | 'nothing-to-waive';

type Answer = Decision<IntakeEvent, IntakeRefusal>;

/** The rules of single intake items; whether the engagement takes any is decided before. */
export function decideIntake(command: IntakeCommand, state: KnownEngagement): Answer {
  const item = state.items.find(({ itemId }) => itemId === command.data.itemId);
  if (command.type === 'AddIntakeItem') return add(command.data, item, state);
  if (!item) return refuse('intake-item-not-found');
  if (item.status === 'rejected') return refuse('intake-item-is-rejected');
  const { engagementId } = state;
  const { itemId } = item;
  switch (command.type) {
    case 'ClarifyIntakeItem':
      return clarify(command.data.statement, item, state);
    case 'AgreeIntakeItem':
      if (item.status === 'agreed') return accept();
      return accept({ type: 'engagement.IntakeItemAgreed', data: { engagementId, itemId } });
    case 'RejectIntakeItem':
      return accept({ type: 'engagement.IntakeItemRejected', data: { engagementId, ...command.data } });
    case 'WaiveIntakeItem':
      return waive(command, item, state);
  }
}

export function evolveIntake(items: readonly IntakeItem[], event: IntakeEvent): readonly IntakeItem[] {
  switch (event.type) {
    case 'engagement.IntakeStarted':
      return items;
    case 'engagement.IntakeItemAdded': {
      const { itemId, statement } = event.data;
      return [...items, { itemId, statement, status: 'raised', waived: [] }];
    }
    case 'engagement.IntakeItemClarified': {
      const { itemId, statement } = event.data;
      return changed(items, itemId, () => ({ itemId, statement, status: 'clarified', waived: [] }));
    }
    case 'engagement.IntakeItemAgreed':
      return changed(items, event.data.itemId, (item) => ({ ...item, status: 'agreed' }));
    case 'engagement.IntakeItemRejected':
      return changed(items, event.data.itemId, (item) => ({ ...item, status: 'rejected' }));
    case 'engagement.IntakeItemWaived': {
      const { itemId, concerns } = event.data;
      return changed(items, itemId, (item) => ({ ...item, waived: [...new Set([...item.waived, ...concerns])] }));
    }
  }
}

function add(
  { itemId, statement }: OfItem & { readonly statement: IntakeStatement },
  item: IntakeItem | undefined,
  state: KnownEngagement,
): Answer {
  if (item) return isSame(item.statement, statement) ? accept() : refuse('intake-item-exists');
  return unsuited(statement) ?? accept({ type: 'engagement.IntakeItemAdded', data: said(itemId, statement, state) });
}

function clarify(
  statement: IntakeStatement,
  { itemId, statement: before }: IntakeItem,
  state: KnownEngagement,
): Answer {
  if (isSame(before, statement)) return accept();
  if (before.kind !== statement.kind) return refuse('intake-item-kind-is-fixed', { kind: before.kind });
  return (
    unsuited(statement) ?? accept({ type: 'engagement.IntakeItemClarified', data: said(itemId, statement, state) })
  );
}

/** Only what is questionable can be waived: a waiver in advance would hide what comes later. */
function waive(
  { data: { concerns, reason }, issued }: Extract<IntakeCommand, { type: 'WaiveIntakeItem' }>,
  item: IntakeItem,
  state: KnownEngagement,
): Answer {
  const standing = warningsOf(item, countedItems(state)).map(({ concern }) => concern);
  const unfounded = concerns.filter((concern) => !standing.includes(concern));
  if (unfounded.length > 0) return refuse('nothing-to-waive', { concerns: unfounded });
  if (concerns.every((concern) => item.waived.includes(concern))) return accept();
  const { engagementId } = state;
  const data = { engagementId, itemId: item.itemId, concerns, by: issued.actor, reason };
  return accept({ type: 'engagement.IntakeItemWaived', data });
}

/** Fields that only make sense for some kinds: a criterion of a constraint would be lost on every reader. */
function unsuited({ kind, none, goal, owner, criteria, goals, stakeholderRole }: IntakeStatement): Answer | undefined {
  const misplaced = [
    none !== undefined && kind !== 'scope-out' && 'none',
    goal !== undefined && kind !== 'goal' && 'goal',
    owner !== undefined && kind !== 'goal' && kind !== 'deliverable' && 'owner',
    criteria !== undefined && kind !== 'deliverable' && 'criteria',
    goals !== undefined && kind !== 'deliverable' && 'goals',
    stakeholderRole !== undefined && kind !== 'stakeholder' && 'stakeholderRole',
  ].filter((name) => name !== false);
  return misplaced.length > 0 ? refuse('field-does-not-suit-kind', { kind, fields: misplaced }) : undefined;
}

function said(itemId: string, statement: IntakeStatement, state: KnownEngagement) {
  const warnings = warningsOf({ itemId, statement }, countedItems(state));
  return { engagementId: state.engagementId, itemId, statement, warnings };
}

function changed(
  items: readonly IntakeItem[],
  itemId: string,
  change: (item: IntakeItem) => IntakeItem,
): readonly IntakeItem[] {
  return items.map((item) => (item.itemId === itemId ? change(item) : item));
}
