import type { ChecklistItem } from '@bw/contracts-engagement';

/** Done by itself when scheduling approves a baseline. */
export const BASELINE_ITEM = 'baseline';

/** What taking over takes, until playbooks bring lists of their own. */
export const TRANSITION_ITEMS: readonly ChecklistItem[] = [
  { item: 'access', title: 'Access to the systems of the client is granted' },
  { item: 'kick-off', title: 'The kick-off is held' },
  { item: BASELINE_ITEM, title: 'A baseline of the plan is approved' },
];

/** What handing back takes. */
export const EXIT_ITEMS: readonly ChecklistItem[] = [
  { item: 'documents', title: 'Documents are handed over' },
  { item: 'access', title: 'Access is revoked, with evidence' },
  { item: 'open-points', title: 'Open issues and actions are handed over or closed' },
];
