import { outlineOf } from '../outline.ts';

/** An app for policy holders. Days in dollars. */
export const policyApp = outlineOf(
  'Policy holders’ app',
  {
    'Product manager': 1150,
    Designer: 920,
    'App developer': 1040,
    'Backend developer': 1080,
    Tester: 760,
    'Security lead': 1250,
  },
  [
    {
      name: 'Discovery',
      lines: `
        talks   | Talks with forty policy holders | 8 |             | 2x Designer     |
        slices  | Cut the app into slices         | 5 | talks       | Product manager |
        look    | Design language                 | 10 | talks      | Designer        |
        stores  | Accounts of the app stores      | 3 |             | Product manager | 400
        shell   | Empty app in both stores        | 6 | stores, slices | 2x App developer |
        started | Discovery closed                | 0 | slices, look, shell | |
      `,
    },
    {
      name: 'Slices',
      each: [
        'Sign-in',
        'Policies at a glance',
        'Proof of insurance',
        'Pay a premium',
        'Report glass damage',
        'Report an accident',
        'Photographs',
        'Follow a claim',
        'Find a garage',
        'Roadside help',
        'Messages',
        'Change an address',
        'Documents',
        'Consents',
        'Bonus',
        'Recommend a friend',
      ],
      lines: `
        flow    | {}: flow and wording       | 4 | started, <flow SS+6d | Designer |
        service | {}: interface behind it    | 7 | flow                 | Backend developer |
        ios     | {}: on iOS                 | 6 | flow                 | App developer |
        android | {}: on Android             | 6 | flow                 | App developer |
        join    | {}: joined up              | 3 | service, ios, android | 2x App developer |
        usable  | {}: usability test         | 2 | join                 | Designer |
        verify  | {}: tested on twelve devices | 4 | join               | Tester |
        slice   | {}: ready                  | 0 | usable, verify       | |
      `,
    },
    {
      name: 'Launch',
      lines: `
        attack  | Penetration test            | 8 | *slice   | Security lead   | 24000
        reach   | Accessibility audit         | 6 | *slice   | Designer        | 6000
        staff   | Pilot with employees        | 10 | *slice  | Product manager |
        fix     | Corrections                 | 8 | attack, reach | 2x App developer |
        launch  | Launch                      | 0 | fix, staff | |
      `,
    },
  ],
);
