import { lay, outlineOf } from './outline.ts';
import { spreadsheetOf, projectOf } from './planning.ts';
import { claimsPortal } from './plans/claims-portal.ts';
import { serviceDesk } from './plans/service-desk.ts';
import { warehouse } from './plans/warehouse.ts';
import { undertakingsFrom } from './undertakings.ts';
import { instantIn, localText, WorkTime } from './work-time.ts';

describe('office time', () => {
  const time = new WorkTime('Europe/Berlin', '2026-03-23', ['2026-03-25']);

  it('goes on the next morning and ends in the evening, also where the clocks change', () => {
    expect(time.startAt(0)).toBe('2026-03-23T07:00:00.000Z');
    expect([time.finishAt(480), time.startAt(480)]).toEqual(['2026-03-23T16:00:00.000Z', '2026-03-24T07:00:00.000Z']);
    expect([time.finishAt(240), time.startAt(240)]).toEqual(['2026-03-23T11:00:00.000Z', '2026-03-23T12:00:00.000Z']);
    // 25 March is free, and from 29 March on it is summer.
    expect(time.startAt(4 * 480)).toBe('2026-03-30T06:00:00.000Z');
    expect(time.untilEveningOf('2026-03-27')).toBe(4 * 480);
  });

  it('is told in the zone of the project', () => {
    const instant = instantIn('America/New_York', '2026-07-01', '08:00');
    expect(instant).toBe('2026-07-01T12:00:00.000Z');
    expect(localText('America/New_York', instant)).toBe('2026-07-01 08:00');
  });
});

describe('an outline', () => {
  it('is laid by its ties', () => {
    const outline = outlineOf(
      'Small',
      `1 | 1   | All   |   |        | |    |
       2 | 1.1 | First | 2 |        | A | 10 | 5
       3 | 1.2 | Next  | 1 | 2FS+1d | B | 20 | 0
       4 | 1.3 | With  | 4 | 2SS+1d | B | 20 | 0
       5 | 1.4 | Until | 1 | 4FF+1d | B | 20 | 0
       6 | 1.5 | Done  | 0 | 3, 5   |   |    |`,
    );
    const days = [...lay(outline)].map(([code, { start, finish }]) => [code, start / 480, finish / 480]);
    expect(days).toEqual([
      ['2', 0, 2],
      ['3', 3, 4],
      ['4', 1, 5],
      ['5', 5, 6],
      ['6', 6, 6],
    ]);
    expect(outline.pieces[1]).toMatchObject({ variable: 2_000, fixed: 500, type: 'task' });
    expect(outline.pieces[0]?.type).toBe('summary');
    expect(() => outlineOf('Bad', '1 | 1 | x | 2 | after 3')).toThrow('cannot be read: after 3');
  });

  it.each([serviceDesk, warehouse, claimsPortal])('of the sample is a believable plan: $title', (outline) => {
    const ends = [...lay(outline).values()].map(({ finish }) => finish / 480);
    expect(outline.pieces.length).toBeGreaterThanOrEqual(24);
    expect(Math.max(...ends)).toBeGreaterThan(50);
    expect(Math.max(...ends)).toBeLessThan(80);
  });

  it('is written as a spreadsheet that schedule tools could have made', () => {
    const { warehouse: about } = undertakingsFrom('2026-03-02');
    const project = projectOf(about, warehouse, new WorkTime(about.zone, '2026-03-02'), []);
    const lines = spreadsheetOf(project).split('\n');
    expect(lines[4]).toBe(
      '4,"Process design: goods out",1.3,"3SS+3d",2026-03-11 08:00,2026-03-20 17:00,8d,Process analyst,0,15200',
    );
    expect(lines[6]).toBe('6,"Design signed off",1.5,"3FS;4FS;5FS",2026-03-20 17:00,2026-03-20 17:00,0d,,,');
  });
});
