import { columnsFor, withWidth } from './columns.ts';
import { firstEditable, neighbourOf, pastedLines } from './editing.ts';
import type { GanttColumn, GanttRow } from './gantt-row.ts';

const row: GanttRow = { id: 'a', wbs: '1', name: 'A', kind: 'task', done: 0, critical: false };
const column = (key: string, width: number, isEditable: boolean): GanttColumn => ({
  key,
  header: key,
  width,
  isName: key === 'name',
  text: () => '',
  ...(isEditable && { edit: { value: () => '1', commit: () => undefined } }),
});
const columns = [column('name', 220, true), column('start', 80, false), column('days', 60, true)];

describe('cells that can be changed', () => {
  it('follow each other, and end', () => {
    expect(firstEditable(columns, row)).toBe('name');
    expect(neighbourOf(columns, row, 'name', 1)).toBe('days');
    expect(neighbourOf(columns, row, 'days', 1)).toBeUndefined();
    expect(neighbourOf(columns, row, 'days', -1)).toBe('name');
  });

  it('take a column from a spreadsheet', () => {
    expect(pastedLines('3\t9\r\n 4 \r\n')).toEqual(['3', '4']);
    expect(pastedLines('3')).toEqual(['3']);
  });
});

describe('columns', () => {
  it('leave the bars half of the room; the name stays', () => {
    expect(columnsFor(columns, {}, 1000).map(({ key }) => key)).toEqual(['name', 'start', 'days']);
    expect(columnsFor(columns, {}, 600).map(({ key }) => key)).toEqual(['name', 'start']);
    expect(columnsFor(columns, {}, 350)).toMatchObject([{ key: 'name', width: 150 }]);
  });

  it('are no narrower than can be read', () => {
    expect(withWidth(columns[0] ?? column('', 0, false), {}, 5)).toEqual({ name: 36 });
  });
});
