import { outlineOf } from '../outline.ts';

/** A community bank’s mobile banking. Days in Australian dollars. */
export const mobileBanking = outlineOf(
  'Mobile banking',
  {
    'Product manager': 1480,
    Designer: 1210,
    'App developer': 1350,
    'Backend developer': 1390,
    Tester: 980,
    'Security lead': 1640,
  },
  [
    {
      name: 'Foundations',
      lines: `
        scope    | Journeys of the first release   | 6  |                  | Product manager      |
        gateway  | Gateway to the core bank        | 14 | scope SS+3d      | 2x Backend developer | 38000
        identity | Strong authentication           | 12 | scope            | 2x Backend developer | 21000
        system   | Design system                   | 10 | scope            | 2x Designer          |
        pipeline | Build and release of the apps   | 6  | scope            | App developer        |
        base     | Foundations accepted            | 0  | gateway, identity, system, pipeline | |
      `,
    },
    {
      name: 'Journeys',
      each: [
        'Sign-in',
        'Balances',
        'Transfers',
        'Scheduled payments',
        'Bills',
        'Cards',
        'Limits',
        'Savings goals',
        'Statements',
        'Term deposits',
        'Loans at a glance',
        'Alerts',
        'Branches',
        'Travel notice',
        'Dispute a payment',
        'Profile',
        'Foreign exchange',
        'Shared accounts',
        'Card wallet',
        'Help and chat',
      ],
      lines: `
        write   | {}: stories and wording      | 4 | base SS+1d, <write SS+6d | Product manager |
        draw    | {}: screens                  | 4 | write           | Designer |
        serve   | {}: services                 | 8 | write, base     | 2x Backend developer |
        apps    | {}: iOS and Android          | 9 | draw, base      | 2x App developer |
        join    | {}: joined up                | 3 | serve, apps     | App developer |
        test    | {}: functional test          | 5 | join            | Tester |
        secure  | {}: threats reviewed         | 2 | serve           | Security lead |
        fix     | {}: corrections              | 3 | test            | App developer |
        journey | {}: accepted                 | 0 | fix, secure     | |
      `,
    },
    {
      name: 'Release',
      lines: `
        attack   | Penetration test               | 8  | *journey         | Security lead   | 42000
        load     | Load test of a pay day         | 5  | *journey         | 2x Tester       |
        regulate | File for the regulator         | 6  | attack           | Product manager |
        staff    | Pilot with the staff           | 10 | *journey         | Product manager |
        stores   | Apps in the stores             | 4  | load, staff, regulate | App developer |
        live     | Open to all customers          | 0  | stores           | |
      `,
    },
  ],
);
