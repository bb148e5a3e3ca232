import { civilDaysOf } from './civil-days.ts';
import { dragged, daysOf } from './drag.ts';
import type { GanttRow } from './gantt-row.ts';
import { scaleFor } from './time-scale.ts';

const at = (text: string) => Date.parse(text);
const row: GanttRow = {
  id: 'a',
  wbs: '1',
  name: 'A',
  kind: 'task',
  done: 0,
  critical: false,
  start: at('2027-03-26T08:00:00Z'),
  finish: at('2027-03-26T16:00:00Z'),
};
const berlin = civilDaysOf('Europe/Berlin');

describe('a bar in the hand', () => {
  it('keeps its clock times over a change of the clocks', () => {
    const moved = dragged(row, { id: 'a', mode: 'move', days: 3 }, berlin);
    expect([moved.start, moved.finish]).toEqual([at('2027-03-29T07:00:00Z'), at('2027-03-29T15:00:00Z')]);
  });

  it('keeps its start while its end is pulled, and stays longer than nothing', () => {
    expect(dragged(row, { id: 'a', mode: 'resize', days: 1 }, berlin)).toMatchObject({
      start: row.start,
      finish: at('2027-03-27T16:00:00Z'),
    });
    expect(dragged(row, { id: 'a', mode: 'resize', days: -5 }, berlin).finish).toBe((row.start ?? 0) + 3_600_000);
  });

  it('moves in whole days', () => {
    const scale = scaleFor({ from: 0, until: 1 }, 'day', 100);
    expect([16, 18, -18].map((pixels) => daysOf(pixels, scale))).toEqual([0, 1, -1]);
  });
});
