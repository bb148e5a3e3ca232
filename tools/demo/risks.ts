import type { SampleRisk } from './assurance.ts';

export const deskRisks: readonly SampleRisk[] = [
  {
    name: 'knowledge',
    title: 'Knowledge leaves before it is written down',
    category: 'people',
    cause: 'Two analysts of the present provider have given notice.',
    event: 'They leave before their runbooks are reviewed.',
    effect: 'The parallel run starts with gaps.',
    likelihood: 2,
    impact: 3,
  },
];

export const warehouseRisks: readonly SampleRisk[] = [
  {
    name: 'season',
    title: 'Cut-over falls into the season',
    category: 'schedule',
    cause: 'The build takes longer than planned.',
    event: 'The cut-over moves into the weeks with the highest volume.',
    effect: 'The client stops the cut-over until the season is over.',
    likelihood: 4,
    impact: 5,
  },
  {
    name: 'master-data',
    title: 'Article data are worse than the sample',
    category: 'quality',
    cause: 'Only one warehouse has delivered its article data.',
    event: 'The other one’s data need cleaning by hand.',
    effect: 'The migration takes longer and costs more.',
    likelihood: 3,
    impact: 3,
  },
  {
    name: 'radio',
    title: 'Dead spots between the high racks',
    category: 'technical',
    cause: 'The racks of hall 2 are made of steel up to the roof.',
    event: 'Scanners lose the connection.',
    effect: 'More access points are needed.',
    likelihood: 3,
    impact: 2,
  },
];
