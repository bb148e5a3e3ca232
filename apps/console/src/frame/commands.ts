import type { Command } from '../palette/command.ts';
import { openPart } from './open-part.ts';

/** To the pages of the navigation, and what lies over every page. */
export const frameCommands: readonly Command[] = [
  { id: 'frame.portfolio', titleKey: 'frame.portfolio', keys: 'g p', run: (go) => go('/') },
  { id: 'frame.decisions', titleKey: 'frame.decisions', keys: 'g d', run: (go) => go('/decisions') },
  {
    id: 'frame.shortcuts',
    titleKey: 'frame.shortcuts',
    keys: '?',
    also: 'keyboard help',
    run: () => openPart('shortcuts'),
  },
  { id: 'frame.tour', titleKey: 'frame.tour', also: 'tour help intro', run: () => openPart('tour') },
];
