import { compileCalendar } from '@bw/working-time';
import { twinBaseline, twinCalendar } from '../testing/twin-project.ts';
import { readCsv } from './csv.ts';
import { importLimits } from './import-report.ts';
import { judgeCalendar } from './judge-calendar.ts';
import { judgePlan } from './judge-plan.ts';
import { findTable } from './table.ts';
import { workUnitsOf } from './work-units.ts';

it('is read completely, and the late activity is named', () => {
  const { draft: agenda } = judgeCalendar([readCsv(twinCalendar, importLimits)]);
  const zone = 'Europe/Brussels';
  const calendar = compileCalendar({ zone, shifts: agenda.shifts, exceptions: [], holidays: agenda.days });
  const table = findTable([readCsv(twinBaseline, importLimits)], {});
  const { draft, rows, problems } = judgePlan(table, {
    zone,
    currency: 'EUR',
    calendar,
    units: workUnitsOf(agenda),
    projectStart: '2026-04-06T06:00:00.000Z',
    mapping: {},
    limits: importLimits,
  });
  expect(problems).toEqual([]);
  expect(rows.flatMap(({ row, notes }) => notes.map(({ code, detail }) => [row, code, detail]))).toEqual([
    [8, 'LATER_THAN_LOGIC', expect.stringContaining('720 working minutes')],
    ...[9, 10, 12, 13].map((row) => [row, 'LATER_THAN_LOGIC', expect.any(String)]),
  ]);
  expect([draft.activities.length, draft.links.length, draft.resources]).toEqual([
    12,
    9,
    [
      { code: 'Coordinator', availability: 10_000 },
      { code: 'Librarians', availability: 120_000 },
      { code: 'Technicians', availability: 20_000 },
    ],
  ]);
});
