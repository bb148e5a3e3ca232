import type { Command } from '../palette/command.ts';

/** The history of the engagement that is open. */
export const historyCommands: readonly Command[] = [
  {
    id: 'history.show',
    titleKey: 'command.showHistory',
    keys: 'g h',
    also: 'audit trail events who changed',
    when: ({ engagement }) => engagement !== undefined,
    run: (go, { engagement = '' }) => go(`/engagements/${engagement}`, { tab: 'history' }),
  },
];
