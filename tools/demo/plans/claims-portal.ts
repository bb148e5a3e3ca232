import { outlineOf } from '../outline.ts';

/** A claims portal that is still being talked about. Costs in dollars. */
export const claimsPortal = outlineOf(
  'Claims portal pilot',
  `
  1  | 1   | Shape                                  |    |         |                |      |
  2  | 1.1 | Interview claims handlers              | 5  |         | Product analyst | 980  | 0
  3  | 1.2 | Map today’s claim journey              | 4  | 2SS+2d  | Product analyst | 980  | 0
  4  | 1.3 | Choose the pilot’s claim types         | 3  | 2, 3    | Product analyst | 980  | 0
  5  | 1.4 | Scope of the pilot agreed              | 0  | 4       |                |      |
  6  | 2   | Foundations                            |    |         |                |      |
  7  | 2.1 | Cloud account and network              | 5  | 5       | Cloud engineer | 1150 | 3000
  8  | 2.2 | Sign-in for policy holders             | 7  | 7       | Developer      | 1050 | 0
  9  | 2.3 | Data protection assessment             | 6  | 5       | Security lead  | 1250 | 0
  10 | 2.4 | Read access to the policy system       | 9  | 7       | Developer      | 1050 | 0
  11 | 3   | Portal                                 |    |         |                |      |
  12 | 3.1 | Design of the claim form               | 6  | 5       | Designer       | 900  | 0
  13 | 3.2 | Claim form                             | 10 | 8, 12   | Developer      | 1050 | 0
  14 | 3.3 | Upload of photographs                  | 6  | 13SS+4d | Developer      | 1050 | 0
  15 | 3.4 | Status page                            | 7  | 10, 12  | Developer      | 1050 | 0
  16 | 3.5 | Messages to claims handlers            | 6  | 13SS+5d | Developer      | 1050 | 0
  17 | 3.6 | Portal complete                        | 0  | 14, 15, 16 |             |      |
  18 | 4   | Trial                                  |    |         |                |      |
  19 | 4.1 | Accessibility review                   | 4  | 17      | Designer       | 900  | 2500
  20 | 4.2 | Penetration test                       | 5  | 9, 17   | Security lead  | 1250 | 12000
  21 | 4.3 | Corrections                            | 6  | 19, 20  | Developer      | 1050 | 0
  22 | 4.4 | Trial with 200 policy holders          | 15 | 21      | Product analyst | 980  | 0
  23 | 4.5 | Evaluation against the goals           | 4  | 22      | Product analyst | 980  | 0
  24 | 4.6 | Decision on the roll-out               | 0  | 23      |                |      |
`,
);
