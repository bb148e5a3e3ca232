import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar, minuteOf } from '@bw/working-time';
import { defaultOptions, type LinkType, type NetworkActivity, type NetworkLink, schedule } from './index.ts';

/** A real project's baseline, levelled by its resources. The data may not be shipped: absent, the test is skipped. */
const folder = process.env['ACCEPTANCE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const file = join(folder, 'dslib-c2011-07-baseline.csv');

const MINUTES: Readonly<Record<string, number>> = { h: 60, d: 480, w: 2400 };
const minutes = (text: string) =>
  [...text.matchAll(/(\d+)([hdw])/g)].reduce(
    (sum, [, count, unit = 'h']) => sum + Number(count) * (MINUTES[unit] ?? 0),
    0,
  );

interface Row {
  readonly id: string;
  readonly predecessors: string;
  readonly start: string;
  readonly finish: string;
  readonly duration: string;
}

function rows(): readonly Row[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const at = (column: string) => header.split(',').indexOf(column);
  return lines
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
    .filter((cells) => cells[at('resource_cost')] !== '')
    .map((cells) => {
      const cell = (column: string) => cells[at(column)] ?? '';
      return {
        id: cell('id'),
        predecessors: cell('predecessors'),
        start: cell('baseline_start'),
        finish: cell('baseline_end'),
        duration: cell('duration'),
      };
    });
}

/** `1FS+1w 1d;35FF-2h` */
function linksOf({ id, predecessors }: Row): readonly NetworkLink[] {
  return [...predecessors.matchAll(/(\d+)(FS|SS|FF|SF)(?:([+-])([^;]*))?/g)].map(
    ([text, predecessor = '', type, sign, lag = '']) => ({
      id: `${text}>${id}`,
      predecessor,
      successor: id,
      type: type as LinkType,
      lag: sign === '-' ? -minutes(lag) : minutes(lag),
    }),
  );
}

(existsSync(file) ? describe : describe.skip)('the logic of a real project, levelled by its resources', () => {
  it('gives 34 of its 49 baseline dates; the other 15 lie later, where the levelling put them', () => {
    const project = rows();
    const calendar = compileCalendar({
      zone: 'UTC',
      shifts: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, from: '08:00', to: '12:00' },
        { weekday, from: '13:00', to: '17:00' },
      ]),
      exceptions: [],
      holidays: [],
    });
    const at = (local: string) => minuteOf(`${local}:00.000Z`);
    const activities = project.map(({ id, duration }): NetworkActivity => ({
      id,
      type: 'task',
      duration: minutes(duration),
    }));
    const network = {
      projectStart: at('2010-01-01T08:00'),
      calendars: new Map([['office', calendar]]),
      projectCalendar: 'office',
      activities,
      links: project.flatMap(linksOf),
    };
    const outcome = schedule(network, defaultOptions);
    if (!outcome.scheduled) throw new Error(JSON.stringify(outcome.problems));
    const levelled = project.filter((row, index) => {
      const line = outcome.schedule.activities[index];
      return line?.earlyStart !== at(row.start) || line.earlyFinish !== at(row.finish);
    });
    expect([project.length, levelled.length]).toEqual([49, 15]);
    expect(levelled.map(({ id }) => Number(id))).toEqual([25, 26, 31, 32, 33, 38, 39, 40, 41, 42, 43, 46, 47, 48, 49]);
  });
});
