import type { Command, Place } from '../palette/command.ts';

const isHere = ({ engagement }: Place) => engagement !== undefined;
const RECORDERS = ['director', 'project-manager', 'vendor-lead', 'integrator', 'finance-controller'];

/** The issues of the engagement that is open. */
export const issueCommands: readonly Command[] = [
  {
    id: 'issues.show',
    titleKey: 'command.showIssues',
    keys: 'g c',
    also: 'clocks breached escalation',
    when: isHere,
    run: (go, { engagement = '' }) => go(`/engagements/${engagement}`, { tab: 'issues' }),
  },
  {
    id: 'issues.raise',
    titleKey: 'command.raiseIssue',
    keys: 'n i',
    also: 'new problem incident',
    when: (place) => isHere(place) && !place.isPast && RECORDERS.some((role) => place.roles.includes(role)),
    run: (go, { engagement = '' }) => go(`/engagements/${engagement}`, { tab: 'issues', do: 'issue.raise' }),
  },
];
