import type { Command } from '../palette/command.ts';

const PLANNERS = ['director', 'project-manager'];
const mayPlan = ({ roles }: { readonly roles: readonly string[] }) => roles.some((role) => PLANNERS.includes(role));

/** To the wizard, from anywhere and from an engagement. */
export const importCommands: readonly Command[] = [
  {
    id: 'import.open',
    titleKey: 'import.command.open',
    keys: 'g i',
    also: 'excel csv xlsx spreadsheet upload file',
    run: (go) => go('/import'),
  },
  {
    id: 'import.here',
    titleKey: 'import.command.here',
    when: (place) => place.engagement !== undefined && !place.isPast && mayPlan(place),
    run: (go, { engagement, plan }) => go('/import', { engagement, plan }),
  },
];
