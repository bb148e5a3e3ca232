import type { Command, Place } from '../palette/command.ts';

const isHere = ({ engagement }: Place) => engagement !== undefined;
const mayManage = (place: Place) =>
  isHere(place) && !place.isPast && ['project-manager', 'director'].some((role) => place.roles.includes(role));

const show =
  (search: Readonly<Record<string, string>>): Command['run'] =>
  (go, { engagement = '', plan }) =>
    go(`/engagements/${engagement}`, { tab: 'plan', plan, ...search });

/** The plan of the engagement that is open: how it is shown, and what may be written in it. */
export const planCommands: readonly Command[] = [
  { id: 'plan.open', titleKey: 'plan.command.open', keys: 'g l', also: 'gantt schedule', when: isHere, run: show({}) },
  {
    id: 'plan.table',
    titleKey: 'plan.command.table',
    also: 'list activities',
    when: isHere,
    run: show({ view: 'table' }),
  },
  { id: 'plan.fit', titleKey: 'plan.command.fit', also: 'zoom whole', when: isHere, run: show({ zoom: 'fit' }) },
  { id: 'plan.add', titleKey: 'plan.addActivity', also: 'new task', when: mayManage, run: show({ write: 'activity' }) },
  {
    id: 'plan.data-date',
    titleKey: 'plan.dataDate',
    also: 'status date',
    when: mayManage,
    run: show({ write: 'data-date' }),
  },
  {
    id: 'plan.baseline',
    titleKey: 'plan.baselines',
    also: 'capture submit approve',
    when: mayManage,
    run: show({ write: 'baseline' }),
  },
];
