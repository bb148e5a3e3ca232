import { instantOf } from '@bw/working-time';
import { schedule } from './index.ts';
import { hasExport, readExport } from './xer.fixture.ts';

/** Links with minute offsets make the exporting tool show 08:01 or 15:59: one minute is its artefact, not ours. */
const ARTEFACT = 1;
/** The export rounds floats to hundredths of an hour. */
const FLOAT_ROUNDING = 1.2;

const schedules = [
  { file: 'p6-building-51.xer', count: 51, tolerance: ARTEFACT },
  { file: 'p6-hotel-4217.xer.gz', count: 4217, tolerance: 0 },
];
const present = schedules.every(({ file }) => hasExport(file));

(present ? describe : describe.skip)('published schedules', () => {
  it.each(schedules)('$file has the same five values on all $count activities', ({ file, count, tolerance }) => {
    const { network, options, computed, calendarOf } = readExport(file);
    const outcome = schedule(network, options);
    if (!outcome.scheduled) throw new Error(JSON.stringify(outcome.problems));
    const wrong = outcome.schedule.activities.flatMap((line) => {
      const published = computed.get(line.id);
      const calendar = calendarOf(line.id);
      // Two instants are equal when no work is done between them.
      const dates = (['earlyStart', 'earlyFinish', 'lateStart', 'lateFinish'] as const).filter((date) => {
        const expected = published?.[date];
        return expected === undefined || Math.abs(calendar.workBetween(line[date], expected)) > tolerance;
      });
      const float = published?.totalFloat;
      const floats =
        float === undefined || Math.abs(float - line.totalFloat) > FLOAT_ROUNDING + tolerance
          ? ['totalFloat' as const]
          : [];
      return [...dates, ...floats].map(
        (value) => `${line.id} ${value} ${value === 'totalFloat' ? line.totalFloat : instantOf(line[value])}`,
      );
    });
    expect(wrong).toEqual([]);
    expect(outcome.schedule.activities).toHaveLength(count);
  });
});
