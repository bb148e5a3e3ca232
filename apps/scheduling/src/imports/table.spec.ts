import { type NoteCode, UnreadableFile } from './import-report.ts';
import type { Cell, Sheet } from './sheet.ts';
import { findTable } from './table.ts';

const cell = (value: string): Cell => (value === '' ? { kind: 'empty' } : { kind: 'text', text: value });
const sheet = (name: string, ...rows: readonly string[]): Sheet => ({
  name,
  rows: rows.map((row, index) => ({ number: index + 1, cells: row.split('|').map(cell) })),
});
const refusal = (...parameters: Parameters<typeof findTable>): NoteCode | undefined => {
  try {
    findTable(...parameters);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.notes[0]?.code;
    throw error;
  }
};

describe('the header of a sheet', () => {
  it('is found by the names that schedule tools use, whatever stands above it', () => {
    const plan = sheet(
      'Plan',
      'General|General|Baseline|',
      'ID|Name|Duration|Baseline Start|Remarks',
      '1|Dig|2d|2026-01-05|soft',
    );
    expect(findTable([plan], {})).toMatchObject({
      headerRow: 2,
      columns: { code: 0, name: 1, duration: 2, start: 3 },
      headers: { start: 'Baseline Start' },
      rows: [{ number: 3 }],
      notes: [{ code: 'COLUMN_NOT_READ', column: 'E', row: 2 }],
    });
  });

  it('decides which sheet is the plan', () => {
    const people = sheet('Resources', 'ID|Name|Type|Availability', '1|Crew|x|5');
    const plan = sheet('Plan', 'ID|Name|Duration|Predecessors|Total Cost', '1|Dig|2d||5');
    expect(findTable([people, plan], {}).sheet).toBe('Plan');
  });

  it('follows a mapping by header text or by letter', () => {
    const plan = sheet('Plan', 'Key|What|Days', '1|Dig|2d');
    const mapping = { columns: { code: 'Key', name: 'B', duration: 'days' } };
    expect(findTable([plan], mapping).columns).toEqual({ code: 0, name: 1, duration: 2 });
  });

  it('ends the data at the last row that holds something', () => {
    const plan = sheet('Plan', 'Name|Duration', 'Dig|2d', '|', 'Fill|1d', '|', ' |');
    expect(findTable([plan], {}).rows.map(({ number }) => number)).toEqual([2, 3, 4]);
  });

  it.each<[NoteCode, Sheet[], object]>([
    ['NO_HEADER', [sheet('Plan', 'a|b', '1|2')], {}],
    ['NO_SUCH_SHEET', [sheet('Plan', 'Name|Duration')], { sheet: 'Plans' }],
    ['MISSING_COLUMN', [sheet('Plan', 'Name|Start|Cost', 'Dig|2026-01-05|1')], {}],
    ['MISSING_COLUMN', [sheet('Plan', 'Name|Duration')], { columns: { start: 'Begin of work' } }],
  ])('is refused as %s', (code, sheets, mapping) => {
    expect(refusal(sheets, mapping)).toBe(code);
  });

  it('may be merged, but data may not', () => {
    const merge = (row: number, column: number): Sheet => {
      const { name, rows } = sheet('Plan', 'Top|Top|', 'ID|Name|Duration', '1|Dig|2d');
      const cells = (number: number, old: readonly Cell[]) =>
        old.map((each, index) => (number === row && index === column ? { ...each, merged: true } : each));
      return { name, rows: rows.map(({ number, cells: old }) => ({ number, cells: cells(number, old) })) };
    };
    expect(findTable([merge(1, 0)], {}).headerRow).toBe(2);
    expect(refusal([merge(3, 1)], {})).toBe('MERGED_DATA_CELLS');
  });
});
