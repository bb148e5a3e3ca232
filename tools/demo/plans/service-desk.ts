import { outlineOf } from '../outline.ts';

/** Taking over a service desk. Costs in euros. */
export const serviceDesk = outlineOf(
  'Service desk takeover',
  `
  1  | 1     | Prepare                                   |    |        |                 |     |
  2  | 1.1   | Agree access and security rules           | 4  |        | Service manager | 720 | 0
  3  | 1.2   | Inventory of services and contracts       | 6  | 2      | Service analyst | 640 | 0
  4  | 1.3   | Plan of knowledge transfer                | 3  | 2      | Service manager | 720 | 0
  5  | 1.4   | Inventory confirmed                       | 0  | 3, 4   |                 |     |
  6  | 2     | Knowledge transfer                        |    |        |                 |     |
  7  | 2.1   | Shadow first-line support                 | 8  | 5      | Service analyst | 640 | 0
  8  | 2.2   | Shadow second-line support                | 10 | 7SS+3d | Service analyst | 640 | 0
  9  | 2.3   | Write runbooks for the top 40 requests    | 12 | 7SS+4d | Service analyst | 640 | 0
  10 | 2.4   | Runbooks reviewed by the client           | 4  | 9      | Service manager | 720 | 0
  11 | 2.5   | Knowledge transfer complete               | 0  | 8, 10  |                 |     |
  12 | 3     | Tools                                     |    |        |                 |     |
  13 | 3.1   | Set up the ticket system                  | 10 | 3      | Tool engineer   | 780 | 9000
  14 | 3.2   | Connect identity and device management    | 8  | 13     | Tool engineer   | 780 | 0
  15 | 3.3   | Move open tickets                         | 5  | 14     | Tool engineer   | 780 | 0
  16 | 3.4   | Reports of service levels                 | 6  | 14     | Tool engineer   | 780 | 0
  17 | 3.5   | Tools accepted                            | 0  | 15, 16 |                 |     |
  18 | 4     | Parallel run                              |    |        |                 |     |
  19 | 4.1   | First line runs in parallel               | 10 | 11, 17 | Service analyst | 640 | 0
  20 | 4.2   | Second line runs in parallel              | 10 | 19SS+3d | Service analyst | 640 | 0
  21 | 4.3   | Weekly quality samples                    | 8  | 19SS+2d | Service manager | 720 | 0
  22 | 4.4   | Correct what the samples show             | 6  | 21FF+2d | Service analyst | 640 | 0
  23 | 4.5   | Ready for service                         | 0  | 20, 22 |                 |     |
  24 | 5     | Service                                   |    |        |                 |     |
  25 | 5.1   | Switch the telephone lines                | 1  | 23     | Tool engineer   | 780 | 2500
  26 | 5.2   | Intensive care of the first weeks         | 10 | 25     | Service manager | 720 | 0
  27 | 5.3   | Survey of users                           | 5  | 25FS+5d | Service analyst | 640 | 0
  28 | 5.4   | Handed over to regular service            | 0  | 26, 27 |                 |     |
`,
);
