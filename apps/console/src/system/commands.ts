import type { Command } from '../palette/command.ts';

export const systemCommands: readonly Command[] = [
  {
    id: 'system.open',
    titleKey: 'system.title',
    keys: 'g y',
    also: 'health lag dead letters parked',
    run: (go) => go('/system'),
  },
];
