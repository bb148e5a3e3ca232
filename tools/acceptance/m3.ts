import { type Office, until } from '../product/office.ts';
import { compare, type Reading } from './comparison.ts';
import { type PublishedProject, workWeekOf } from './dslib.ts';
import { type StatusDate, statusDatesOf, Teller } from './replay.ts';
import { type Case, withProduct } from './run.ts';
import { type ProjectInProduct, takeIn } from './set-up.ts';

/** The published tool counts earned schedule in whole working hours. */
const ES_STEP = 60;

/**
 * Replays the published tracking periods as they came. Each status date is read as it closes and compared with the
 * published results; all are read again at the end with the `cut` of that reading; and in a run of its own under the
 * replay clock with `knownAt`. All readings of a date are identical.
 */
export const m3: Case = async (run) => {
  const first = await withProduct(run, {}, async (office) => {
    const place = await takeIn(office, run.project);
    const readings = await replay(office, run.project, place);
    tellPublished(run.report.told.bind(run.report), run.project, readings);

    const again = await readAgain(office, place, readings, ({ point }) => ({ cut: point.cut }));
    const differ = again.flatMap(({ date, reading }, index) =>
      figuresOf(reading) === figuresOf(readings[index]?.reading) ? [] : [`status date ${date.number}`],
    );
    run.report.told('M3 read again with the cut of each reading', again.length, differ);
    return readings;
  });

  await withProduct(run, { clock: 'replay' }, async (office) => {
    const started = new Date(Date.parse(instantBefore(run.project)) - 86_400_000 * 30).toISOString();
    await office.advance(started);
    const place = await takeIn(office, run.project);
    const dates = statusDatesOf(run.project);
    const teller = new Teller(office, run.project, place);
    for (const date of dates) {
      await office.advance(date.at);
      await teller.tell(date);
      await office.rest();
    }
    await office.advance(new Date(Date.parse(dates.at(-1)?.at ?? '') + 86_400_000).toISOString());
    const readings = await readAgain(office, place, first, ({ point }) => ({ knownAt: point.asOf }));
    const differ = readings.flatMap(({ date, reading }, index) =>
      figuresOf(reading) === figuresOf(first[index]?.reading) ? [] : [`status date ${date.number}`],
    );
    run.report.told('M3 under the replay clock, known as of each status date', readings.length, differ);
  });
};

export interface ReadAt {
  readonly date: StatusDate;
  readonly reading: Reading;
}

/** Tells date after date, and reads each as it closes. */
export async function replay(
  office: Office,
  project: PublishedProject,
  place: ProjectInProduct,
  from = 0,
): Promise<readonly ReadAt[]> {
  const teller = new Teller(office, project, place);
  const readings: ReadAt[] = [];
  for (const date of statusDatesOf(project)) {
    const minPosition = await teller.tell(date);
    if (date.number > from)
      readings.push({ date, reading: await readEvm(office, place, { asOf: date.at, minPosition }) });
  }
  return readings;
}

export async function readEvm(
  office: Office,
  { plan }: ProjectInProduct,
  point: Readonly<Record<string, string>>,
): Promise<Reading> {
  const manager = await office.as('project-manager');
  return until(
    'the figures',
    () => manager.get<Reading>('/api/v1/evm', { plan, esStep: ES_STEP, ...point }),
    () => true,
  );
}

async function readAgain(
  office: Office,
  place: ProjectInProduct,
  readings: readonly ReadAt[],
  point: (reading: Reading) => Readonly<Record<string, string>>,
): Promise<readonly ReadAt[]> {
  const again: ReadAt[] = [];
  for (const { date, reading } of readings) {
    again.push({ date, reading: await readEvm(office, place, { asOf: date.at, ...point(reading) }) });
  }
  return again;
}

/** All figures as text: equal texts, equal readings. */
export const figuresOf = (reading: Reading | undefined): string => JSON.stringify(reading?.figures);

function tellPublished(
  tell: (name: string, compared: number, wrong: readonly string[]) => void,
  project: PublishedProject,
  readings: readonly ReadAt[],
): void {
  const week = workWeekOf(project);
  const outcomes = readings.map(({ date, reading }) => ({ date, ...compare(reading, date.results, week) }));
  const wrong = outcomes.flatMap(({ date, wrong: lines }) =>
    lines.map((line) => `status date ${date.number}: ${line}`),
  );
  tell(
    `M3 published results of ${readings.length} status dates`,
    outcomes.reduce((sum, { compared }) => sum + compared, 0),
    wrong,
  );
}

/** Before everything that the project tells. */
function instantBefore({ baseline }: PublishedProject): string {
  const starts = baseline.map((row) => row['baseline_start'] ?? '').filter(Boolean);
  return `${starts.toSorted()[0] ?? ''}:00.000Z`;
}
