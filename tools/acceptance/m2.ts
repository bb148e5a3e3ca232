import type { Office } from '../product/office.ts';
import { activitiesOf, minor, type PublishedProject } from './dslib.ts';
import { instantOf } from './published-zone.ts';
import { type Case, withProduct } from './run.ts';
import { type ProjectInProduct, takeIn } from './set-up.ts';

interface PlannedValue {
  readonly cells: readonly { readonly activityId: string; readonly at: string; readonly pv: number }[];
}

interface BaselineLine {
  readonly activityId: string;
  readonly start: string;
  readonly finish: string;
}

/** Imports the published baseline; its dates and all planned-value cells are those of the file. */
export const m2: Case = async (run) => {
  await withProduct(run, {}, async (office) => {
    const place = await takeIn(office, run.project);
    await compareDates(office, run.project, place, (compared, wrong) =>
      run.report.told('M2 dates of the baseline', compared, wrong),
    );
    await compareCells(office, run.project, place, (compared, wrong) =>
      run.report.told('M2 planned-value cells', compared, wrong),
    );
  });
};

type Tell = (compared: number, wrong: readonly string[]) => void;

async function compareDates(
  office: Office,
  project: PublishedProject,
  place: ProjectInProduct,
  tell: Tell,
): Promise<void> {
  const manager = await office.as('project-manager');
  const lines = new Map<string, BaselineLine>();
  let cursor: string | undefined;
  do {
    const page: { items: readonly BaselineLine[]; next?: string } = await manager.get(
      `/api/v1/baselines/${place.baseline}/lines`,
      { limit: 200, cursor },
    );
    for (const line of page.items) lines.set(line.activityId, line);
    cursor = page.next;
  } while (cursor);

  const published = activitiesOf(project);
  const wrong = published.flatMap((row) => {
    const line = lines.get(place.activities.get(row['id'] ?? '') ?? '');
    const expected = [instantOf(row['baseline_start'] ?? ''), instantOf(row['baseline_end'] ?? '')];
    const found = [line?.start, line?.finish];
    return found.join() === expected.join()
      ? []
      : [`${row['id']} is ${found.join(' to ')}, published ${expected.join(' to ')}`];
  });
  tell(published.length, wrong);
}

async function compareCells(
  office: Office,
  project: PublishedProject,
  place: ProjectInProduct,
  tell: Tell,
): Promise<void> {
  const manager = await office.as('project-manager');
  const dates = project.overview.map((row) => instantOf(row['status_date'] ?? ''));
  const asOf = dates.toSorted().at(-1) ?? '';
  const cells = new Map<string, number>();
  const { cells: found } = await manager.get<PlannedValue>('/api/v1/planned-value', {
    plan: place.plan,
    asOf,
    at: dates.join(','),
  });
  for (const { activityId, at, pv } of found) cells.set(`${activityId} ${at}`, pv);

  const rows = project.periods.filter(
    ({ id = '' }) => place.activities.has(id) && activitiesOf(project).some((each) => each['id'] === id),
  );
  const wrong = rows.flatMap((row) => {
    const key = `${place.activities.get(row['id'] ?? '')} ${instantOf(row['status_date'] ?? '')}`;
    const expected = minor(row['pv'] ?? '');
    return cells.get(key) === expected
      ? []
      : [`${row['id']} at ${row['status_date']} is ${cells.get(key)}, published ${expected}`];
  });
  tell(rows.length, wrong);
}
