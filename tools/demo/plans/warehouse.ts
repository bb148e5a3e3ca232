import { outlineOf } from '../outline.ts';

/** Replacing a warehouse system, with a vendor for the scanners. Days in złoty. */
export const warehouse = outlineOf(
  'Warehouse system replacement',
  {
    'Process analyst': 1900,
    'Data engineer': 2100,
    'Platform engineer': 2200,
    Developer: 2000,
    Tester: 1700,
    Trainer: 1500,
    Vendor: 2400,
  },
  [
    {
      name: 'Design',
      lines: `
        walk      | Walk through both warehouses      | 4 |               | 2x Process analyst |
        rules     | Data model and migration rules    | 7 | walk          | Data engineer      |
        base      | Base installation                 | 5 | walk          | Platform engineer  | 180000
        designed  | Process map signed off            | 0 | walk, rules   | |
      `,
    },
    {
      name: 'Processes',
      each: [
        'Goods in',
        'Put-away',
        'Replenishment',
        'Picking',
        'Packing',
        'Goods out',
        'Returns',
        'Stock count',
        'Yard',
        'Dangerous goods',
        'Labels',
      ],
      lines: `
        process   | {}: process design            | 5  | designed, <process SS+3d | Process analyst |
        approve   | {}: process signed off        | 0  | process          | |
        configure | {}: configure the standard    | 5  | approve, base    | Developer |
        extend    | {}: extensions                | 9  | configure        | 2x Developer |
        screens   | {}: screens of the scanners   | 5  | configure        | Developer |
        unit      | {}: tests of the developers   | 4  | extend, screens  | Tester |
        accept    | {}: shown to the shift leads  | 2  | unit             | Process analyst |
        built     | {}: built                     | 0  | accept           | |
      `,
    },
    {
      name: 'Interfaces and data',
      each: ['Finance', 'Carriers', 'Customs', 'Web shop', 'Article data', 'Stock'],
      lines: `
        agree-data | {}: agree the content       | 3 | rules, <agree-data SS+2d | Data engineer |
        build-data | {}: build and map           | 8 | agree-data, base   | Data engineer |
        run        | {}: run on copies           | 5 | build-data         | Data engineer |
        clean      | {}: clean what fails        | 5 | run SS+2d          | Data engineer |
        flows      | {}: flows                   | 0 | run, clean         | |
      `,
    },
    {
      name: 'Scanners',
      each: ['Hall 1', 'Hall 2', 'Hall 3'],
      lines: `
        survey  | {}: radio survey              | 4  | walk+10d, <survey | Vendor |
        mount   | {}: mount access points       | 6  | survey+5d        | Vendor | 64000
        deliver | {}: deliver scanners          | 2  | mount            | Vendor | 118000
        pilot   | {}: pilot with one shift      | 4  | deliver          | Vendor |
        mobile  | {}: scanners ready            | 0  | pilot            | |
      `,
    },
    {
      name: 'Test',
      lines: `
        system   | System test                      | 12 | *built, *flows  | 2x Tester         |
        halls    | Test with scanners in one hall   | 8  | *mobile, system SS+4d | Tester     |
        load     | Load test with a season’s volume | 5  | system SS+5d    | Platform engineer | 60000
        fix      | Correct what the tests show      | 8  | system SS+6d    | 2x Developer      |
        accepted | Accepted by the warehouse        | 6  | halls, load, fix | Process analyst   |
      `,
    },
    {
      name: 'Cut-over',
      each: ['Gdańsk', 'Poznań'],
      lines: `
        shifts    | {}: train the shifts       | 6 | halls SS+3d     | 2x Trainer      | 20000
        rehearse  | {}: dress rehearsal        | 3 | accepted, <live | Data engineer   |
        count     | {}: stock count            | 2 | rehearse, shifts | 2x Process analyst |
        live      | {}: live                   | 0 | count           | |
        floor     | {}: support on the floor   | 10 | live           | 2x Process analyst |
        off       | {}: old system switched off | 0 | floor          | |
      `,
    },
  ],
);
