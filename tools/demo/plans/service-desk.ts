import { outlineOf } from '../outline.ts';

const SERVICES = [
  'Mail and calendar',
  'Depot terminals',
  'Telephony',
  'Printing',
  'Identity',
  'Transport planning',
  'Mobile devices',
  'Finance applications',
  'Intranet',
  'Remote access',
];

/** Taking over a service desk, service by service. Days in euros. */
export const serviceDesk = outlineOf(
  'Service desk takeover',
  { 'Service manager': 720, 'Service analyst': 640, 'Tool engineer': 780 },
  [
    {
      name: 'Prepare',
      lines: `
        access    | Agree access and security rules         | 4 |             | Service manager    |
        inventory | Inventory of services and contracts     | 6 | access      | 2x Service analyst |
        transfer  | Plan of knowledge transfer              | 3 | access      | Service manager    |
        confirmed | Inventory confirmed                     | 0 | inventory, transfer | |
      `,
    },
    {
      name: 'Tools',
      lines: `
        tickets   | Set up the ticket system                | 10 | inventory  | 2x Tool engineer | 9000
        identity  | Connect identity and device management  | 8  | tickets    | Tool engineer    |
        move      | Move open tickets                       | 5  | identity   | Tool engineer    |
        levels    | Reports of service levels               | 6  | identity   | Tool engineer    |
        tooled    | Tools accepted                          | 0  | move, levels | |
      `,
    },
    {
      name: 'Knowledge transfer',
      each: SERVICES,
      lines: `
        shadow-first  | {}: shadow the first line             | 5 | confirmed, <shadow-first SS+4d  | Service analyst |
        shadow-second | {}: shadow the second line            | 5 | shadow-first SS+2d | Service analyst |
        record        | {}: record the twenty commonest cases | 3 | shadow-first SS+3d | Service analyst |
        runbooks      | {}: write runbooks                    | 6 | record             | Service analyst |
        review        | {}: runbooks reviewed by the client   | 2 | runbooks           | Service manager |
        train         | {}: train the first line              | 3 | review, shadow-second | Service analyst |
        known         | {}: knowledge transferred             | 0 | train              | |
      `,
    },
    {
      name: 'Parallel run',
      each: SERVICES,
      lines: `
        parallel | {}: both desks in parallel          | 7 | *known, tooled, <parallel SS+2d | 2x Service analyst |
        samples  | {}: quality samples                 | 5 | parallel SS+2d                  | Service manager |
        correct  | {}: correct what the samples show   | 3 | samples FF+1d                   | Service analyst |
        ready    | {}: ready for service               | 0 | parallel, correct               | |
      `,
    },
    {
      name: 'Service',
      lines: `
        switch   | Switch the telephone lines              | 1  | *ready | Tool engineer      | 2500
        care     | Intensive care of the first weeks       | 10 | switch | 2x Service manager |
        survey   | Survey of users                         | 5  | switch+5d | Service analyst |
        regular  | Handed over to regular service          | 0  | care, survey | |
      `,
    },
  ],
);
