import type { Command } from '../palette/command.ts';

/** To the pages of the navigation. */
export const frameCommands: readonly Command[] = [
  { id: 'frame.portfolio', titleKey: 'frame.portfolio', keys: 'g p', run: (go) => go('/') },
  { id: 'frame.decisions', titleKey: 'frame.decisions', keys: 'g d', run: (go) => go('/decisions') },
];
