import { readDemands } from './resources.ts';

describe('demands for resources', () => {
  it.each<[string, unknown[]]>([
    ['Project Coordinator', [{ resource: 'Project Coordinator', units: 10_000 }]],
    [
      'Headnurses[65.00 #65];Stretcher-bearer/logisticians[24.00 #24]',
      [
        { resource: 'Headnurses', units: 650_000, availability: 650_000 },
        { resource: 'Stretcher-bearer/logisticians', units: 240_000, availability: 240_000 },
      ],
    ],
    [
      'Architect[50%], Editor[0,5]',
      [
        { resource: 'Architect', units: 5_000 },
        { resource: 'Editor', units: 5_000 },
      ],
    ],
    ['', []],
  ])('reads %p', (text, expected) => {
    expect(readDemands(text).map((each) => ('value' in each ? each.value : each))).toEqual(expected);
  });

  it.each(['[50%]', 'Architect[many]', `${'x'.repeat(130)}`, 'a[1]b'])('refuses %p', (text) => {
    expect(readDemands(text)[0]).toEqual({ problem: expect.any(String) });
  });
});
