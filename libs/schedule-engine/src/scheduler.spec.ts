import { at, DAY, early, link, networkOf, scheduled, shown, task } from './networks.fixture.ts';

describe('a chain of tasks', () => {
  it('runs from shift to shift over the weekend', () => {
    const result = scheduled(networkOf([task('a', 3), task('b', 3)], [link('a', 'b')]));
    expect(shown(result, 'a')).toBe('02T08:00-04T16:00 / 02T08:00-04T16:00 +0');
    expect(shown(result, 'b')).toBe('05T08:00-09T16:00 / 05T08:00-09T16:00 +0');
    expect([result.start, result.finish]).toEqual([at(2), at(9, '16:00')]);
    expect(result.criticalPath).toEqual(['a', 'b']);
  });

  it('leaves float beside the longest path, and says what drives', () => {
    const result = scheduled(
      networkOf(
        [task('a', 1), task('long', 4), task('short', 1), task('z', 1)],
        [link('a', 'long'), link('a', 'short'), link('long', 'z'), link('short', 'z')],
      ),
    );
    expect(shown(result, 'short')).toBe('03T08:00-03T16:00 / 06T08:00-06T16:00 +1440');
    const line = (id: string) => result.activities.find((each) => each.id === id);
    expect(line('short')).toMatchObject({
      freeFloat: 3 * DAY,
      critical: false,
      driving: ['a-FS-short'],
      drivenBy: 'link',
    });
    expect(line('z')).toMatchObject({ driving: ['long-FS-z'], critical: true });
    expect(line('a')).toMatchObject({ driving: [], drivenBy: 'floor' });
    expect(result.criticalPath).toEqual(['a', 'long', 'z']);
  });
});

describe('links', () => {
  const two = (...links: Parameters<typeof link>[]) =>
    scheduled(
      networkOf(
        [task('a', 4), task('b', 2)],
        links.map((each) => link(...each)),
      ),
    );

  it.each([
    [['a', 'b', 'FS', 1], '09T08:00-10T16:00'],
    [['a', 'b', 'FS', -1], '05T08:00-06T16:00'],
    [['a', 'b', 'SS', 1], '03T08:00-04T16:00'],
    [['a', 'b', 'FF', 0], '04T08:00-05T16:00'],
    [['a', 'b', 'FF', 1], '05T08:00-06T16:00'],
    [['a', 'b', 'SF', 3], '03T08:00-04T16:00'],
  ] as [Parameters<typeof link>, string][])('%j puts the successor at %s', (given, dates) => {
    expect(early(two(given), 'b')).toBe(dates);
  });

  it('never lead before the project start', () => {
    expect(early(two(['a', 'b', 'FF', -4]), 'b')).toBe('02T08:00-03T16:00');
  });

  it('hold together as a pair: not to start and not to finish before', () => {
    expect(early(two(['a', 'b', 'SS', 1], ['a', 'b', 'FF', 1]), 'b')).toBe('05T08:00-06T16:00');
  });

  it('count lags on the calendar they name', () => {
    const on = (lagCalendar: 'predecessor' | 'successor' | 'project' | '24h', minutes: number) => {
      const lagged = { ...link('a', 'b'), lag: minutes, lagCalendar };
      return early(scheduled(networkOf([task('a', 5), task('b', 1, { calendar: 'site' })], [lagged])), 'b');
    };
    // a ends on Friday 16:00; the site works on Saturday and ten hours a day.
    expect(on('predecessor', DAY)).toBe('10T08:00-10T16:00');
    expect(on('successor', 600)).toBe('07T16:00-09T14:00');
    expect(on('project', DAY)).toBe('10T08:00-10T16:00');
    expect(on('24h', 1440)).toBe('07T16:00-09T14:00');
  });
});

describe('milestones', () => {
  it('mark a start by the next working minute and a finish by the end of the shift', () => {
    const milestones = [task('begin', 0, { type: 'start-milestone' }), task('end', 0, { type: 'finish-milestone' })];
    const result = scheduled(networkOf([task('a', 5), ...milestones], [link('a', 'begin'), link('a', 'end')]));
    expect(early(result, 'begin')).toBe('09T08:00-09T08:00');
    expect(early(result, 'end')).toBe('06T16:00-06T16:00');
  });

  it('of another calendar move to that calendar’s work', () => {
    const end = task('end', 0, { type: 'finish-milestone', calendar: 'office' });
    const result = scheduled(networkOf([task('a', 1, { calendar: 'site', duration: 600 }), end], [link('a', 'end')]));
    expect(early(result, 'end')).toBe('03T08:00-03T08:00');
  });

  it('may be tasks without duration', () => {
    const result = scheduled(networkOf([task('a', 1), task('b', 0), task('c', 1)], [link('a', 'b'), link('b', 'c')]));
    expect(shown(result, 'b')).toBe('03T08:00-03T08:00 / 03T08:00-03T08:00 +0');
    expect(early(result, 'c')).toBe('03T08:00-03T16:00');
  });
});

describe('constraints', () => {
  const with_ = (type: string, day: number, time?: string, days = 2) =>
    scheduled(
      networkOf(
        [task('a', 1), task('b', days, { constraints: [{ type: type as 'SNET', at: at(day, time) }] }), task('c', 6)],
        [link('a', 'b')],
      ),
    );

  it.each([
    ['SNET', 5, '08:00', '05T08:00-06T16:00 / 06T08:00-09T16:00 +480'],
    ['SNET', 2, '08:00', '03T08:00-04T16:00 / 06T08:00-09T16:00 +1440'],
    ['SNLT', 4, '08:00', '03T08:00-04T16:00 / 04T08:00-05T16:00 +480'],
    ['SNLT', 2, '08:00', '03T08:00-04T16:00 / 02T08:00-03T16:00 -480'],
    ['FNET', 6, '16:00', '05T08:00-06T16:00 / 06T08:00-09T16:00 +480'],
    ['FNLT', 5, '16:00', '03T08:00-04T16:00 / 04T08:00-05T16:00 +480'],
    ['MSO', 4, '08:00', '04T08:00-05T16:00 / 04T08:00-05T16:00 +0'],
    ['MFO', 6, '16:00', '05T08:00-06T16:00 / 05T08:00-06T16:00 +0'],
    ['MSO', 2, '08:00', '03T08:00-04T16:00 / 02T08:00-03T16:00 -480'],
    ['mandatory-start', 2, '08:00', '02T08:00-03T16:00 / 02T08:00-03T16:00 +0'],
    ['mandatory-finish', 3, '16:00', '02T08:00-03T16:00 / 02T08:00-03T16:00 +0'],
    ['mandatory-finish', 2, '16:00', '02T08:00-03T16:00 / 27T08:00-02T16:00 -480'],
    ['expected-finish', 6, '16:00', '03T08:00-06T16:00 / 04T08:00-09T16:00 +480'],
    ['expected-finish', 2, '16:00', '03T08:00-03T08:00 / 09T16:00-09T16:00 +2400'],
  ])('%s on day %i at %s give b %s', (type, day, time, dates) => {
    expect(shown(with_(type, day, time), 'b')).toBe(dates);
  });

  it('as late as possible take up free float only', () => {
    const late = { constraints: [{ type: 'ALAP' }] } as const;
    const result = scheduled(
      networkOf(
        [task('a', 1, late), task('b', 1, late), task('c', 4), task('d', 1), task('open', 1, late)],
        [link('a', 'b'), link('b', 'd'), link('c', 'd')],
      ),
    );
    expect(early(result, 'b')).toBe('05T08:00-05T16:00');
    expect(early(result, 'a')).toBe('04T08:00-04T16:00');
    expect(early(result, 'd')).toBe('06T08:00-06T16:00');
    expect(early(result, 'open')).toBe('06T08:00-06T16:00');
    expect(result.activities.find(({ id }) => id === 'b')).toMatchObject({
      drivenBy: 'constraint',
      freeFloat: 0,
      totalFloat: 0,
    });
  });

  it('of the whole project make floats negative', () => {
    const result = scheduled(networkOf([task('a', 3), task('b', 1)], [link('a', 'b')], { mustFinish: at(4, '16:00') }));
    expect(shown(result, 'a')).toBe('02T08:00-04T16:00 / 27T08:00-03T16:00 -480');
    expect(result.warnings.filter(({ code }) => code === 'NEGATIVE_FLOAT')).toHaveLength(2);
  });

  it('say that they drive', () => {
    expect(with_('SNET', 5).activities.find(({ id }) => id === 'b')).toMatchObject({
      driving: [],
      drivenBy: 'constraint',
    });
    expect(with_('FNET', 6, '16:00').activities.find(({ id }) => id === 'b')).toMatchObject({ drivenBy: 'constraint' });
  });
});

describe('options', () => {
  it('tell critical by a threshold or by the longest path', () => {
    const network = networkOf([task('a', 4), task('b', 3), task('z', 1)], [link('a', 'z'), link('b', 'z')], {
      mustFinish: at(20, '16:00'),
    });
    expect(scheduled(network).criticalPath).toEqual([]);
    expect(scheduled(network, { critical: { by: 'float', threshold: 10 * DAY } }).criticalPath).toEqual(['a', 'z']);
    expect(scheduled(network, { critical: { by: 'longest-path' } }).criticalPath).toEqual(['a', 'z']);
  });

  it('count total float at the finish, the start or where it is smaller', () => {
    const network = networkOf([task('a', 5), task('b', 1)]);
    const floats = (['finish', 'start', 'smaller'] as const).map(
      (totalFloat) => scheduled(network, { totalFloat }).activities[1]?.totalFloat,
    );
    expect(floats).toEqual([4 * DAY, 4 * DAY, 4 * DAY]);
  });
});

describe('what takes no part in the passes', () => {
  const summary = { type: 'summary', duration: 0 } as const;

  it('spans what it stands for', () => {
    const activities = [
      task('all', 0, summary),
      task('phase', 0, { ...summary, parent: 'all' }),
      task('a', 2, { parent: 'phase' }),
      task('b', 2, { parent: 'phase' }),
      task('support', 9, { type: 'level-of-effort', parent: 'all' }),
      task('c', 1),
    ];
    const result = scheduled(
      networkOf(activities, [
        link('a', 'b'),
        link('a', 'support', 'SS'),
        link('b', 'support', 'FF'),
        link('b', 'c'),
        link('support', 'c', 'FS'),
      ]),
    );
    expect(early(result, 'support')).toBe('02T08:00-06T08:00');
    expect(early(result, 'phase')).toBe('02T08:00-05T16:00');
    expect(early(result, 'c')).toBe('06T08:00-06T16:00');
    expect(result.activities.find(({ id }) => id === 'phase')).toMatchObject({ drivenBy: 'span', critical: false });
    expect(result.activities.map(({ id }) => id)).toEqual(activities.map(({ id }) => id));
  });

  it('stands at the floor with a warning where it spans nothing', () => {
    const result = scheduled(
      networkOf([task('empty', 0, summary), task('alone', 1, { type: 'level-of-effort' }), task('a', 1)]),
    );
    expect(early(result, 'empty')).toBe('02T08:00-02T08:00');
    expect(result.warnings.map(({ code, activity }) => `${code} ${activity}`)).toEqual([
      'SPANS_NOTHING alone',
      'SPANS_NOTHING empty',
    ]);
  });

  it('is an empty network, too', () => {
    expect(scheduled(networkOf([]))).toMatchObject({ start: at(2), finish: at(2), activities: [], criticalPath: [] });
  });
});
