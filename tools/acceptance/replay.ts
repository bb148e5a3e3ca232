import { createHash } from 'node:crypto';
import type { BatchLine } from '../../libs/client/src/index.ts';
import type { Office } from '../product/office.ts';
import { activitiesOf, minor, minutesOf, type PublishedProject, type WorkWeek, workWeekOf } from './dslib.ts';
import { CURRENCY, instantOf } from './published-zone.ts';
import type { ProjectInProduct } from './set-up.ts';

type Row = Readonly<Record<string, string>>;

/** What became known at one status date. */
export interface StatusDate {
  readonly number: number;
  readonly at: string;
  /** The published rows of this date, activities only. */
  readonly rows: readonly Row[];
  /** The published results of this date. */
  readonly results: Row;
}

export function statusDatesOf(project: PublishedProject): readonly StatusDate[] {
  // Summaries carry sums of what the activities below them say.
  const activities = new Set(activitiesOf(project).map((row) => row['id'] ?? ''));
  const known = project.periods.filter(({ id = '' }) => activities.has(id));
  return project.overview.map((results, index) => {
    const local = results['status_date'] ?? '';
    return {
      number: index + 1,
      at: instantOf(local),
      rows: known.filter((row) => row['status_date'] === local),
      results,
    };
  });
}

/** Tells the product a status date as its users would: the data date, then progress, then cost as differences. */
export class Teller {
  readonly office: Office;
  readonly place: ProjectInProduct;
  readonly #week: WorkWeek;
  readonly #costSoFar = new Map<string, number>();
  readonly #told = new Map<string, string>();

  constructor(office: Office, project: PublishedProject, place: ProjectInProduct) {
    this.office = office;
    this.place = place;
    this.#week = workWeekOf(project);
  }

  /** Position after which everything of this date can be read. */
  async tell(date: StatusDate): Promise<string> {
    const manager = await this.office.as('project-manager');
    const { plan } = this.place;
    const moved = await manager.post(
      `/api/v1/plans/${plan}/data-date`,
      { dataDate: date.at },
      { key: `${plan}/${date.at}` },
    );
    const positions = [moved.position];
    const reports = date.rows.flatMap((row) => this.#report(row, date));
    if (reports.length > 0)
      positions.push(...taken(await manager.batch('/api/v1/progress/batch?policy=historic', reports)));
    const costs = date.rows.flatMap((row) => this.#cost(row, date));
    if (costs.length > 0)
      positions.push(...taken(await manager.batch('/api/v1/actual-costs/batch?policy=historic', costs)));
    return latest(positions);
  }

  /** A report where something was reported, and only where it says something new. */
  #report(row: Row, date: StatusDate): readonly object[] {
    const { id = '', actual_start: start = '' } = row;
    if (start === '') return [];
    const actualDuration = minutesOf(row['actual_duration'] ?? '', this.#week);
    const remainingDuration = minutesOf(row['remaining_duration'] ?? '', this.#week);
    const report = { actualStart: instantOf(start), actualDuration, remainingDuration };
    if (this.#told.get(id) === JSON.stringify(report)) return [];
    this.#told.set(id, JSON.stringify(report));
    const command = `progress/${this.place.plan}/${id}/${date.number}`;
    return [
      { command, planId: this.place.plan, activityId: this.place.activities.get(id), statusDate: date.at, ...report },
    ];
  }

  /** The files tell cost so far; the product takes what was added since. */
  #cost(row: Row, date: StatusDate): readonly object[] {
    const { id = '' } = row;
    const total = minor(row['actual_cost'] ?? '');
    const amount = total - (this.#costSoFar.get(id) ?? 0);
    if (amount === 0) return [];
    this.#costSoFar.set(id, total);
    const command = `cost/${this.place.plan}/${id}/${date.number}`;
    const about = { planId: this.place.plan, activityId: this.place.activities.get(id) };
    return [
      { command, costId: idFor(command), ...about, amount, currency: CURRENCY, basis: 'project', effective: date.at },
    ];
  }
}

/** The same cost of the same date is the same thing, however often it is told. */
function idFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The positions of a batch's lines; a refused line ends the run with its problem. */
function taken(lines: readonly BatchLine[]): readonly string[] {
  const refused = lines.find(({ status }) => status >= 300);
  if (refused) throw new Error(`Line ${refused.line} was refused: ${JSON.stringify(refused.problem)}`);
  return lines.flatMap(({ position }) => (position ? [position] : []));
}

/** All of one service: the greatest is the last. */
function latest(positions: readonly string[]): string {
  const number = (position: string) => Number(position.split(':')[1]);
  return positions.reduce((a, b) => (number(a) > number(b) ? a : b));
}
