import type { Command, Place } from '../palette/command.ts';

const isHere = ({ engagement }: Place) => engagement !== undefined;
const RECORDERS = ['director', 'project-manager', 'vendor-lead', 'integrator', 'finance-controller'];

/** The risks of the engagement that is open. */
export const riskCommands: readonly Command[] = [
  {
    id: 'risks.show',
    titleKey: 'command.showRisks',
    keys: 'g r',
    also: 'register matrix appetite',
    when: isHere,
    run: (go, { engagement = '' }) => go(`/engagements/${engagement}`, { tab: 'risks' }),
  },
  {
    id: 'risks.identify',
    titleKey: 'command.identifyRisk',
    keys: 'n r',
    also: 'new threat opportunity',
    when: (place) => isHere(place) && !place.isPast && RECORDERS.some((role) => place.roles.includes(role)),
    run: (go, { engagement = '' }) => go(`/engagements/${engagement}`, { tab: 'risks', do: 'risk.identify' }),
  },
];
