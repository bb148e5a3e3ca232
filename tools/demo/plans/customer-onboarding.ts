import { outlineOf } from '../outline.ts';

/** Opening an account without a visit, built in Pune for Sydney. Days in Australian dollars. */
export const customerOnboarding = outlineOf(
  'Customer onboarding',
  {
    'Product owner': 980,
    'Process analyst': 690,
    Developer: 560,
    'Integration developer': 610,
    Tester: 420,
    'Compliance lead': 1120,
  },
  [
    {
      name: 'Shape',
      lines: `
        today   | How accounts are opened today       | 6 |            | 2x Process analyst |
        law     | What the law asks for               | 8 |            | Compliance lead    |
        target  | Target journeys                     | 8 | today, law | Product owner      |
        rules   | Rules of risk classes               | 6 | law        | Compliance lead    |
        agreed  | Journeys agreed with compliance     | 0 | target, rules | |
      `,
    },
    {
      name: 'Checks',
      each: [
        'Identity documents',
        'Face comparison',
        'Address',
        'Sanctions lists',
        'Politically exposed persons',
        'Source of funds',
      ],
      lines: `
        choose  | {}: choose the provider     | 4 | rules, <choose SS+3d | Product owner |
        connect | {}: connect                 | 8 | choose, agreed       | Integration developer | 9000
        decide  | {}: decision rules          | 4 | connect SS+3d        | Developer |
        audit   | {}: trail for the auditor   | 3 | decide               | Developer |
        check   | {}: tested with real cases  | 4 | connect, audit       | Tester |
        works   | {}: works                   | 0 | check                | |
      `,
    },
    {
      name: 'Journeys',
      each: [
        'Private customers',
        'Joint accounts',
        'Young people',
        'Sole traders',
        'Companies',
        'Clubs',
        'Trusts',
        'Newcomers',
      ],
      lines: `
        form    | {}: forms                   | 6 | agreed, <form SS+5d | Developer |
        flow    | {}: flow and hand-over      | 6 | form                | 2x Developer |
        desk    | {}: desk for hard cases     | 4 | flow                | Developer |
        test    | {}: end-to-end test         | 5 | desk, *works        | 2x Tester |
        comply  | {}: sign-off by compliance  | 2 | test                | Compliance lead |
        open    | {}: open                    | 0 | comply              | |
      `,
    },
    {
      name: 'Start',
      lines: `
        branch  | Train the branches            | 8 | *open SS+0d | 2x Process analyst |
        soft    | Soft start in two branches    | 10 | *open      | Product owner      |
        measure | Measure drop-outs             | 5 | soft        | Process analyst    |
        everywhere | Open everywhere            | 0 | branch, measure | |
      `,
    },
  ],
);
