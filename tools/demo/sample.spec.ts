import { freeDays, holidaySet } from './holidays.ts';
import { lay, outlineOf } from './outline.ts';
import { spreadsheetOf, projectOf } from './planning.ts';
import { claimsPortal } from './plans/claims-portal.ts';
import { warehouse } from './plans/warehouse.ts';
import { warehouseFrom } from './stories/nordwind.ts';
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

describe('holidays', () => {
  it('are those of the country', () => {
    expect(holidaySet('US', 2026).days).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-04',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
    // Easter: 5 April 2026, 28 March 2027; Corpus Christi 60 days later.
    expect(holidaySet('DE', 2026).days).toEqual(expect.arrayContaining(['2026-04-03', '2026-04-06', '2026-05-25']));
    expect(holidaySet('PL', 2027).days).toEqual(expect.arrayContaining(['2027-03-29', '2027-05-27']));
  });

  it('of a portfolio reach from the year it begins in to the one after the next', () => {
    const days = freeDays('AU', '2025-12-01');
    expect([days[0], days.at(-1)]).toEqual(['2025-01-01', '2027-12-26']);
  });
});

describe('an outline', () => {
  const outline = outlineOf('Small', { A: 10, B: 20 }, [
    {
      name: 'Once',
      lines: `
        first | First | 2 |            | A | 5
        next  | Next  | 1 | first+1d   | 2x B |
        with  | With  | 4 | first SS+1d | B |
        until | Until | 1 | with FF+1d | B |
        done  | Done  | 0 | next, until | |
      `,
    },
    {
      name: 'Places',
      each: ['North', 'South'],
      lines: `
        go   | {}: go    | 4 | done, <back | A | 100
        back | {}: back  | 4 | go          | A |
      `,
    },
    { name: 'End', lines: 'all | All back | 0 | *back | |' },
  ]);
  const piece = (name: string) => outline.pieces.find((each) => each.name === name);

  it('is laid by its ties', () => {
    const days = ['First', 'Next', 'With', 'Until', 'Done'].map((name) => {
      const span = lay(outline).get(piece(name)?.code ?? '');
      return [name, (span?.start ?? 0) / 480, (span?.finish ?? 0) / 480];
    });
    expect(days).toEqual([
      ['First', 0, 2],
      ['Next', 3, 4],
      ['With', 1, 5],
      ['Until', 5, 6],
      ['Done', 6, 6],
    ]);
    expect(piece('First')).toMatchObject({ wbs: '1.1', variable: 2_000, fixed: 500, type: 'task' });
    expect(piece('Next')).toMatchObject({ variable: 4_000 });
    expect(piece('Once')?.type).toBe('summary');
  });

  it('repeats a part for each place: in turn, and never quite alike', () => {
    const [north, south] = [piece('North: back'), piece('South: go')];
    expect([north?.wbs, south?.wbs]).toEqual(['2.1.2', '2.2.1']);
    expect(south?.after.map(({ code }) => code)).toEqual([piece('Done')?.code, north?.code]);
    expect(piece('All back')?.after.map(({ code }) => code)).toEqual([north?.code, piece('South: back')?.code]);
    expect(piece('North: go')?.fixed).not.toBe(south?.fixed);
  });

  it('says what cannot be read', () => {
    const bad = (lines: string) => () => outlineOf('Bad', {}, [{ name: 'x', lines }]);
    expect(bad('a | A | 2 | after 3 | |')).toThrow('cannot be read: after 3');
    expect(bad('a | A | 2 | other | |')).toThrow('Bad has nothing called other before it.');
    expect(bad('a | A | 2 | | Wizard |')).toThrow('Bad has no rate of a Wizard.');
  });

  it('is written as a spreadsheet that schedule tools could have made', () => {
    const about = warehouseFrom('2026-03-02');
    const project = projectOf(about, warehouse, new WorkTime(about.zone, '2026-03-02'));
    const lines = spreadsheetOf(project).split('\n');
    expect(lines[0]).toBe('ID,Name,WBS,Predecessors,Start,Finish,Duration,Resources,Fixed Cost,Variable Cost');
    expect(lines[3]).toBe(
      '3,"Data model and migration rules",1.2,"2FS",2026-03-06 08:00,2026-03-16 17:00,7d,Data engineer,0,14700',
    );
    expect(lines[5]).toBe(
      '5,"Process map signed off",1.3,"2FS;3FS",2026-03-16 17:00,2026-03-16 17:00,0d,,,'.replace('1.3', '1.4'),
    );
    expect(claimsPortal.pieces.length).toBeLessThan(50);
  });
});
