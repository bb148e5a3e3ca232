import { outlineOf } from '../outline.ts';

/** Rolling out a finance system to a bank and its subsidiaries. Days in Australian dollars. */
export const financeErp = outlineOf(
  'Finance system roll-out',
  {
    'Solution architect': 1720,
    Consultant: 1510,
    Developer: 1280,
    'Data engineer': 1330,
    Tester: 960,
    Trainer: 890,
    'Change manager': 1240,
  },
  [
    {
      name: 'Template',
      lines: `
        chart    | Common chart of accounts        | 12 |              | 2x Consultant      |
        process  | Processes of the template       | 15 | chart SS+4d  | 3x Consultant      |
        system   | Template configured             | 20 | process SS+6d | 2x Consultant     | 95000
        links    | Interfaces of the core bank     | 22 | chart        | 2x Developer       |
        proof    | Template proven with a month’s figures | 8 | system, links | 2x Tester   |
        template | Template accepted               | 0  | proof        | |
      `,
    },
    {
      name: 'Companies',
      each: [
        'Community Bank',
        'Leasing',
        'Insurance agency',
        'Trustees',
        'Property',
        'Payments',
        'Farm credit',
        'Superannuation',
        'Cards',
        'Foundation',
        'Brokerage',
        'Real estate fund',
        'Services company',
        'Holding',
      ],
      lines: `
        gaps     | {}: gaps to the template          | 4 | process, <gaps SS+8d  | Consultant |
        local    | {}: taxes and reports             | 6 | gaps, system     | Consultant |
        extend   | {}: extensions                    | 7 | gaps             | Developer |
        master   | {}: clean suppliers and customers | 8 | gaps             | Data engineer |
        balances | {}: load balances, trial          | 4 | master, local    | Data engineer |
        integrate | {}: integration test             | 6 | local, extend, balances | Tester |
        learn    | {}: train the accountants         | 5 | integrate SS+3d  | Trainer | 2400
        users    | {}: acceptance by finance         | 5 | integrate, template | Consultant |
        people   | {}: roles and approvals           | 3 | users SS+1d      | Change manager |
        cut      | {}: cut-over at month end         | 3 | users, learn, people, <cut+5d | 2x Consultant |
        live     | {}: live                          | 0 | cut              | |
        close    | {}: first close together          | 8 | live             | Consultant |
      `,
    },
    {
      name: 'Group',
      lines: `
        consolidate | Consolidation                | 15 | template+20d | 2x Consultant |
        audit       | Review by the auditors       | 8  | *live        | Solution architect | 28000
        retire      | Old ledgers archived         | 10 | *close       | Data engineer |
        finished    | Roll-out complete            | 0  | consolidate, audit, retire | |
      `,
    },
  ],
);
