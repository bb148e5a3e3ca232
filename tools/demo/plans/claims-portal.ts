import { outlineOf } from '../outline.ts';

/** A claims portal that is still being talked about. Days in dollars. */
export const claimsPortal = outlineOf(
  'Claims portal pilot',
  {
    'Product analyst': 980,
    'Cloud engineer': 1150,
    Developer: 1050,
    Designer: 900,
    'Security lead': 1250,
  },
  [
    {
      name: 'Shape',
      lines: `
        interview | Interview claims handlers     | 5 |                   | Product analyst |
        journey   | Map today’s claim journey     | 4 | interview SS+2d   | Product analyst |
        choose    | Choose the pilot’s claim types | 3 | interview, journey | Product analyst |
        scope     | Scope of the pilot agreed     | 0 | choose            | |
      `,
    },
    {
      name: 'Foundations',
      lines: `
        cloud   | Cloud account and network        | 5 | scope | Cloud engineer | 3000
        signin  | Sign-in for policy holders       | 7 | cloud | Developer      |
        privacy | Data protection assessment       | 6 | scope | Security lead  |
        policy  | Read access to the policy system | 9 | cloud | Developer      |
        design  | Design of the claim form         | 6 | scope | Designer       |
      `,
    },
    {
      name: 'Claim types',
      each: ['Glass', 'Water', 'Theft'],
      lines: `
        form     | {}: claim form              | 7 | signin, design, <form SS+3d | Developer |
        photos   | {}: upload of photographs   | 4 | form SS+3d     | Developer |
        status   | {}: status page             | 4 | policy, design | Developer |
        messages | {}: messages to claims handlers | 4 | form SS+4d | Developer |
        complete | {}: complete                | 0 | photos, status, messages | |
      `,
    },
    {
      name: 'Trial',
      lines: `
        accessible | Accessibility review              | 4  | *complete          | Designer        | 2500
        attack     | Penetration test                  | 5  | privacy, *complete | Security lead   | 12000
        fix        | Corrections                       | 6  | accessible, attack | 2x Developer    |
        trial      | Trial with 200 policy holders     | 15 | fix                | Product analyst |
        evaluate   | Evaluation against the goals      | 4  | trial              | Product analyst |
        decided    | Decision on the roll-out          | 0  | evaluate           | |
      `,
    },
  ],
);
