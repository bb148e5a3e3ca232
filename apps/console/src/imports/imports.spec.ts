import { compareDates } from './compare.ts';
import { columnsOf, gapsIn, mappingOf, meaningOf, recalled, rememberedFrom } from './mapping.ts';
import { importSearch } from './search.ts';
import type { Layout } from './views.ts';

const layout: Layout = {
  format: 'csv',
  sheets: [
    {
      name: 'csv',
      rows: 4,
      columns: 4,
      first: [
        { row: 1, cells: { A: 'Plan of the year' } },
        { row: 2, cells: { A: 'Key', B: 'What', D: 'Days' } },
        { row: 3, cells: { A: 'A', B: 'Dig', D: '2d' } },
        { row: 5, cells: { A: 'B', B: 'Fill', C: 'x' } },
      ],
    },
  ],
  headerRow: 2,
  columns: { code: 'A', name: 'B' },
  notes: [],
};
const [sheet] = layout.sheets;
const columns = sheet ? columnsOf(sheet, 2) : [];

describe('the columns of a file', () => {
  it('are those below the header that hold anything, with examples', () => {
    expect(columns).toEqual([
      { letter: 'A', header: 'Key', examples: ['A', 'B'] },
      { letter: 'B', header: 'What', examples: ['Dig', 'Fill'] },
      { letter: 'C', header: '', examples: ['x'] },
      { letter: 'D', header: 'Days', examples: ['2d'] },
    ]);
    const wide = { name: 's', rows: 1, columns: 28, first: [{ row: 1, cells: { AA: 'z', B: 'b', Z: 'y' } }] };
    expect(columnsOf(wide, 1).map(({ letter }) => letter)).toEqual(['B', 'Z', 'AA']);
  });

  it('mean what was detected, until somebody says otherwise', () => {
    const meaning = meaningOf(layout);
    expect(meaning).toEqual({ sheet: 'csv', headerRow: 2, columns: { code: 'A', name: 'B' } });
    expect(gapsIn(meaning)).toEqual(['work']);
    expect(gapsIn({ ...meaning, columns: { start: 'A', finish: 'B' } })).toEqual(['name']);
    const said = { ...meaning, columns: { ...meaning.columns, duration: 'D' }, dateOrder: 'dmy' };
    expect(gapsIn(said)).toEqual([]);
    expect(mappingOf(said)).toMatchObject({
      headerRow: 2,
      dateOrder: 'dmy',
      columns: { code: 'column A', duration: 'column D', start: '-' },
    });
  });

  it('mean the same in the client’s next file, wherever they stand by then', () => {
    const meaning = { ...meaningOf(layout), columns: { name: 'B', duration: 'D' } as const, decimal: 'comma' };
    const last = rememberedFrom(meaning, columns);
    expect(last).toEqual({ headers: { name: 'What', duration: 'Days' }, decimal: 'comma' });
    const next = [
      { letter: 'A', header: 'DAYS', examples: [] },
      { letter: 'C', header: 'what', examples: [] },
    ];
    expect(recalled(meaningOf(layout), next, last)).toMatchObject({
      columns: { name: 'C', duration: 'A' },
      decimal: 'comma',
    });
    expect(recalled(meaningOf(layout), next.slice(1), last)).toEqual(meaningOf(layout));
    expect(recalled(meaningOf(layout), next, undefined)).toEqual(meaningOf(layout));
  });
});

describe('the dates of a file', () => {
  const activity = (code: string, finish: string | undefined, earlyFinish: string | undefined, type = 'task') => ({
    activityId: code,
    code,
    name: code,
    type,
    ...(finish && { finish }),
    ...(earlyFinish && { scheduled: { earlyStart: earlyFinish, earlyFinish } }),
  });

  it('stand beside those of the calculation, the greatest difference first', () => {
    const compared = compareDates([
      activity('A', '2026-03-02T16:00:00.000Z', '2026-03-02T16:00:00.000Z'),
      activity('B', '2026-03-03T16:00:00.000Z', '2026-03-04T16:00:00.000Z'),
      activity('C', '2026-03-09T16:00:00.000Z', '2026-03-05T16:00:00.000Z'),
      activity('F', '2026-03-03T16:00:00.000Z', '2026-03-03T16:30:00.000Z'),
      activity('D', undefined, '2026-03-06T16:00:00.000Z'),
      activity('E', '2026-04-01T16:00:00.000Z', undefined),
      activity('S', '2026-03-01T16:00:00.000Z', '2026-03-09T16:00:00.000Z', 'summary'),
    ]);
    expect(compared).toMatchObject({
      compared: 4,
      same: 1,
      finishInFile: '2026-03-09T16:00:00.000Z',
      finishCalculated: '2026-03-06T16:00:00.000Z',
    });
    expect(compared.differences.map(({ code, days }) => [code, days])).toEqual([
      ['C', -4],
      ['B', 1],
      ['F', 0.1],
    ]);
    expect(compareDates([])).toEqual({ compared: 0, same: 0, differences: [] });
  });
});

describe('the address of the wizard', () => {
  it('keeps ids and the filter', () => {
    const id = '01931b7c-5a11-7001-8000-000000000001';
    expect(importSearch({ plan: id, import: id, rows: 'changed' })).toEqual({ plan: id, import: id, rows: 'changed' });
    expect(importSearch({ plan: '../x', engagement: 7, rows: 'none' })).toEqual({});
  });
});
