import { outlineOf } from '../outline.ts';

/** New networks for the depots of a haulier, one depot after the other. Days in euros. */
export const networkRefresh = outlineOf(
  'Depot network refresh',
  { 'Network engineer': 760, 'Network architect': 940, 'Project office': 560, Vendor: 880 },
  [
    {
      name: 'Design',
      lines: `
        inventory | Inventory of lines and devices  | 6 |            | Network engineer  |
        target    | Target design                   | 8 | inventory  | Network architect |
        tender    | Compare three offers            | 6 | target     | Project office    |
        ordered   | Frame contract signed           | 0 | tender     | |
      `,
    },
    {
      name: 'Depots',
      each: [
        'Bremen',
        'Hamburg',
        'Rostock',
        'Leipzig',
        'Erfurt',
        'Kassel',
        'Dortmund',
        'Köln',
        'Mannheim',
        'Stuttgart',
        'Nürnberg',
        'München',
        'Augsburg',
        'Regensburg',
        'Dresden',
        'Magdeburg',
        'Kiel',
        'Osnabrück',
        'Freiburg',
        'Saarbrücken',
      ],
      lines: `
        survey  | {}: site survey            | 2 | target, <survey+1d | Network engineer |
        cable   | {}: new cables             | 4 | survey, ordered    | Vendor           | 7800
        order   | {}: order devices          | 2 | survey, ordered    | Project office   | 14500
        stage   | {}: stage devices          | 2 | order+8d           | Network engineer |
        night   | {}: change over at night   | 1 | cable, stage       | 2x Network engineer |
        check   | {}: a week of observation  | 4 | night              | Network engineer |
        depot   | {}: depot on the new network | 0 | check            | |
      `,
    },
    {
      name: 'Centre',
      lines: `
        core    | Exchange the core routers     | 6 | ordered+10d   | 2x Network engineer | 96000
        watch   | Monitoring and alarms         | 6 | core          | Network engineer |
        old     | Cancel the old lines          | 3 | *depot        | Project office   |
        papers  | Documents handed over         | 4 | *depot, watch | Network architect |
        done    | Refresh accepted              | 0 | old, papers   | |
      `,
    },
  ],
);
