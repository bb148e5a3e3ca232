import { outlineOf } from '../outline.ts';

/** Moving an insurer’s claims from a mainframe to a platform, a line of business at a time. Days in dollars. */
export const claimsMigration = outlineOf(
  'Claims platform migration',
  {
    'Solution architect': 1480,
    Developer: 1080,
    'Mainframe developer': 1320,
    'Data engineer': 1160,
    'Business analyst': 1010,
    Tester: 780,
    Trainer: 820,
  },
  [
    {
      name: 'Foundations',
      lines: `
        vision   | Target picture of claims handling  | 10 |              | 2x Business analyst   |
        platform | Platform installed                 | 12 | vision SS+4d | 2x Solution architect | 180000
        ledger   | Interface to the general ledger    | 18 | platform     | 2x Developer          |
        payments | Interface to payments              | 15 | platform     | Developer             | 22000
        extract  | Extracts from the mainframe        | 20 | vision       | 2x Mainframe developer |
        ground   | Foundations accepted               | 0  | ledger, payments, extract | |
      `,
    },
    {
      name: 'Lines of business',
      each: [
        'Glass',
        'Household',
        'Motor liability',
        'Motor own damage',
        'Travel',
        'Legal expenses',
        'Buildings',
        'Marine',
        'Cyber',
        'Accident',
        'Liability of firms',
        'Workers’ compensation',
        'Reinsurance',
        'Recoveries',
        'Events cover',
        'Assistance',
      ],
      lines: `
        rules     | {}: rules and products            | 6 | vision, <rules SS+9d    | Business analyst |
        configure | {}: configure the platform        | 9 | rules, platform         | 2x Developer |
        letters   | {}: letters and documents         | 6 | rules                   | Developer |
        reserves  | {}: reserves and payments         | 7 | configure SS+4d         | Developer |
        map       | {}: map the data                  | 6 | rules                   | Data engineer |
        convert   | {}: convert open claims           | 8 | map, extract            | 2x Data engineer |
        reconcile | {}: reconcile to the cent         | 5 | convert                 | Data engineer |
        system    | {}: system test                   | 7 | configure, letters, reserves | Tester |
        regress   | {}: regression                    | 4 | system, reconcile       | Tester |
        accept    | {}: accepted by claims handlers   | 5 | regress                 | Business analyst |
        teach     | {}: train claims handlers         | 4 | system                  | Trainer | 1800
        run       | {}: live                          | 0 | accept, teach, ground   | |
        care      | {}: care of the first weeks       | 8 | run                     | Developer |
      `,
    },
    {
      name: 'End of the mainframe',
      lines: `
        archive  | Archive of closed claims          | 15 | extract+60d   | 2x Data engineer |
        parallel | Month-end close in both systems   | 12 | *run          | 2x Business analyst |
        audit    | Review by the auditors            | 8  | parallel SS+4d | Solution architect | 35000
        off      | Mainframe switched off            | 0  | *care, archive, audit | |
      `,
    },
  ],
);
