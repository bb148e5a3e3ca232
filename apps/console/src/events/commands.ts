import type { Command } from '../palette/command.ts';

const isEvents = ({ path }: { readonly path: string }) => path === '/events';

/** To the events and around on their page. */
export const eventsCommands: readonly Command[] = [
  {
    id: 'events.open',
    titleKey: 'events.command.open',
    keys: 'g e',
    also: 'feed log stream tail',
    run: (go) => go('/events'),
  },
  {
    id: 'events.types',
    titleKey: 'events.command.types',
    also: 'catalogue schema contract',
    run: (go) => go('/events', { part: 'types' }),
  },
  {
    id: 'events.ofEngagement',
    titleKey: 'events.command.ofEngagement',
    when: ({ engagement }) => engagement !== undefined,
    run: (go, { engagement }) => go('/events', { engagement }),
  },
  {
    id: 'events.follow',
    titleKey: 'events.command.follow',
    keys: 'p',
    when: (place) => isEvents(place) && !place.isPast,
    run: () => document.getElementById('events-follow')?.click(),
  },
  {
    id: 'events.search',
    titleKey: 'events.command.search',
    keys: '/',
    when: isEvents,
    run: () => document.getElementById('events-text')?.focus(),
  },
];
