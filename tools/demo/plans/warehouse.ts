import { outlineOf } from '../outline.ts';

/** Replacing a warehouse system, with a vendor for the scanners. Costs in złoty. */
export const warehouse = outlineOf(
  'Warehouse system replacement',
  `
  1  | 1     | Design                                    |    |          |                  |      |
  2  | 1.1   | Walk through both warehouses              | 4  |          | Process analyst  | 1900 | 0
  3  | 1.2   | Process design: goods in                  | 8  | 2        | Process analyst  | 1900 | 0
  4  | 1.3   | Process design: goods out                 | 8  | 3SS+3d   | Process analyst  | 1900 | 0
  5  | 1.4   | Data model and migration rules            | 7  | 3SS+2d   | Data engineer    | 2100 | 0
  6  | 1.5   | Design signed off                         | 0  | 3, 4, 5  |                  |      |
  7  | 2     | Build                                     |    |          |                  |      |
  8  | 2.1   | Base installation                         | 5  | 2        | Platform engineer | 2200 | 18000
  9  | 2.2   | Goods in                                  | 14 | 6, 8     | Developer        | 2000 | 0
  10 | 2.3   | Goods out                                 | 16 | 6, 8     | Developer        | 2000 | 0
  11 | 2.4   | Interface to finance                      | 12 | 5, 8     | Developer        | 2000 | 0
  12 | 2.5   | Interface to carriers                     | 10 | 11SS+4d  | Developer        | 2000 | 0
  13 | 2.6   | Migration runs on copies                  | 12 | 6        | Data engineer    | 2100 | 0
  14 | 2.7   | Build complete                            | 0  | 9, 10, 11, 12 |             |      |
  15 | 3     | Scanners                                  |    |          |                  |      |
  16 | 3.1   | Order scanners and access points          | 3  | 2        | Project office   | 1600 | 96000
  17 | 3.2   | Radio survey of the halls                 | 4  | 16       | Vendor           | 2400 | 0
  18 | 3.3   | Mount access points                       | 8  | 17FS+5d  | Vendor           | 2400 | 0
  19 | 3.4   | Scanner software                          | 10 | 8, 17    | Vendor           | 2400 | 0
  20 | 3.5   | Scanners ready                            | 0  | 18, 19   |                  |      |
  21 | 4     | Test                                      |    |          |                  |      |
  22 | 4.1   | System test                               | 10 | 14       | Tester           | 1700 | 0
  23 | 4.2   | Test with scanners in one hall            | 8  | 20, 22SS+4d | Tester        | 1700 | 0
  24 | 4.3   | Load test with a season’s volume          | 5  | 22SS+5d  | Platform engineer | 2200 | 6000
  25 | 4.4   | Acceptance by the warehouse               | 6  | 22, 23, 24 | Process analyst | 1900 | 0
  26 | 5     | Cut-over                                  |    |          |                  |      |
  27 | 5.1   | Train the shifts                          | 8  | 23SS+3d  | Trainer          | 1500 | 4000
  28 | 5.2   | Dress rehearsal                           | 3  | 13, 25   | Data engineer    | 2100 | 0
  29 | 5.3   | Stock count and cut-over                  | 3  | 27, 28   | Data engineer    | 2100 | 8000
  30 | 5.4   | Support on the floor                      | 10 | 29       | Process analyst  | 1900 | 0
  31 | 5.5   | Old system switched off                   | 0  | 30       |                  |      |
`,
);
