import { outlineOf } from '../outline.ts';

/** Leaving a data centre whose contract ends, a group of applications at a time. Days in euros. */
export const dataCentreExit = outlineOf(
  'Data-centre exit',
  {
    'Cloud architect': 1040,
    'Cloud engineer': 860,
    'Application engineer': 820,
    'Database engineer': 880,
    'Security lead': 990,
    Tester: 640,
  },
  [
    {
      name: 'Foundations',
      lines: `
        discover | Discover what runs where             | 10 |            | 2x Cloud engineer |
        groups   | Cut the applications into move groups | 6 | discover   | Cloud architect   |
        landing  | Landing zone                          | 12 | discover SS+4d | 2x Cloud engineer | 26000
        network  | Lines to the cloud                    | 15 | landing SS+3d  | Cloud engineer   | 41000
        rules    | Security rules and their proof        | 8  | landing SS+5d  | Security lead    |
        backup   | Backup and restore proven             | 6  | landing        | Cloud engineer   |
        ground   | Landing zone accepted                 | 0  | network, rules, backup | |
      `,
    },
    {
      name: 'Move groups',
      each: [
        'Intranet',
        'File services',
        'Printing',
        'Personnel',
        'Fleet control',
        'Route planning',
        'Customs',
        'Archive',
        'Reporting',
        'Finance',
        'Customer portal',
        'Tolls',
        'Telematics',
        'Tyres and parts',
        'Billing',
        'Supplier portal',
        'Integration hub',
        'Directory',
      ],
      lines: `
        depend   | {}: dependencies confirmed by owners | 3 | groups, <depend SS+7d  | Application engineer |
        design   | {}: design of the move               | 4 | depend                 | Cloud architect |
        build    | {}: build the target                 | 6 | design, ground         | Cloud engineer |
        adapt    | {}: adapt applications               | 8 | design                 | Application engineer |
        data     | {}: trial move of the data           | 5 | build                  | Database engineer |
        test     | {}: test by the owners               | 5 | adapt, data            | Tester |
        secure   | {}: security check                   | 2 | build                  | Security lead |
        rehearse | {}: rehearsal                        | 2 | test, secure           | 2x Cloud engineer |
        move     | {}: move weekend                     | 2 | rehearse, <move+3d     | 3x Cloud engineer | 3500
        settle   | {}: care after the move              | 4 | move                   | Application engineer |
        moved    | {}: moved                            | 0 | settle                 | |
      `,
    },
    {
      name: 'Close the data centre',
      lines: `
        erase    | Erase disks, with certificates    | 8 | *moved        | 2x Cloud engineer | 12000
        remove   | Remove the hardware               | 10 | erase SS+3d  | Cloud engineer    | 18000
        lines    | Cancel lines and contracts        | 5 | *moved        | Cloud architect   |
        handback | Rooms handed back                 | 0 | remove, lines | |
      `,
    },
  ],
);
