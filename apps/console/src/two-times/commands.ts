import type { Command } from '../palette/command.ts';
import { stepPoint } from './step-point.ts';

/** Back and forth in time, from anywhere. */
export const pointCommands: readonly Command[] = [
  { id: 'point.back', titleKey: 'point.weekBack', keys: '[', also: 'past history earlier', run: () => stepPoint(-1) },
  {
    id: 'point.forth',
    titleKey: 'point.weekForth',
    keys: ']',
    also: 'later',
    when: ({ isPast }) => isPast,
    run: () => stepPoint(1),
  },
  {
    id: 'point.now',
    titleKey: 'point.toNow',
    keys: 'g n',
    also: 'today present',
    when: ({ isPast }) => isPast,
    run: () => stepPoint(0),
  },
];
