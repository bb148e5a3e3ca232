import type { BatchLine } from '../../libs/client/src/index.ts';
import type { Office } from '../product/office.ts';
import { sampleId } from './ids.ts';
import { lay, type Piece, type Span } from './outline.ts';
import { activityIds, type Project } from './planning.ts';
import { chance } from './random.ts';
import { DAY_MINUTES } from './work-time.ts';

/** How the work goes in truth: what a day of plan takes, and what it costs, by the day it begins. */
export interface Course {
  readonly effort: (startMinute: number) => number;
  readonly cost: (startMinute: number) => number;
}

/** Of what the client is charged for the work, the provider's own cost. */
const PROVIDER_SHARE = 0.73;
const HOUR = 60;
const HOURS_OF_DAY = 8;

export interface ToldCost {
  readonly costId: string;
  readonly activityId: string;
  readonly amount: number;
  /** The status date that it was told for. */
  readonly effective: string;
}

interface Report {
  readonly actualStart: string;
  readonly actualDuration: number;
  readonly remainingDuration: number;
  readonly actualFinish?: string;
}

/** Tells a project's status dates: the data date, then progress, then cost as what was added. */
export class StatusTeller {
  readonly #project: Project;
  readonly #course: Course;
  readonly #happened: ReadonlyMap<string, Span>;
  readonly #told = new Map<string, string>();
  readonly #costSoFar = new Map<string, number>();
  /** By day, what the client was charged most for. */
  readonly #costliest = new Map<string, ToldCost>();
  #ids: ReadonlyMap<string, string> | undefined;

  constructor(project: Project, course: Course) {
    this.#project = project;
    this.#course = course;
    const minutesOf = ({ code, days }: Piece, start: number) => {
      const scatter = chance(`${project.about.code}/${code}`, 0.94, 1.08);
      return Math.round(days * HOURS_OF_DAY * course.effort(start) * scatter) * HOUR;
    };
    const earliest = ({ code }: Piece) => project.planned.get(code)?.start ?? 0;
    this.#happened = lay(project.outline, minutesOf, earliest);
  }

  /** When all is done in truth, in working minutes of the project. */
  get end(): number {
    return Math.max(...[...this.#happened.values()].map(({ finish }) => finish));
  }

  /** The evening of that day is the status date. */
  async tell(office: Office, day: string): Promise<void> {
    const { planId, outline, time } = this.#project;
    const manager = await office.as('project-manager');
    this.#ids ??= await activityIds(office, this.#project);
    const ids = this.#ids;
    const now = time.untilEveningOf(day);
    const statusDate = time.finishAt(now);
    await manager.post(`/api/v1/plans/${planId}/data-date`, { dataDate: statusDate });
    const pieces = outline.pieces.filter(({ type }) => type !== 'summary');
    const reports = pieces.flatMap((piece) => {
      const report = this.reportOf(piece, now);
      if (!report || this.#told.get(piece.code) === JSON.stringify(report)) return [];
      this.#told.set(piece.code, JSON.stringify(report));
      const command = `progress/${planId}/${piece.code}/${day}`;
      return [{ command, planId, activityId: ids.get(piece.code), statusDate, ...report }];
    });
    if (reports.length > 0) accepted(await manager.batch('/api/v1/progress/batch', reports));
    const costs = pieces.flatMap((piece) => this.#costs(piece, now, { day, effective: statusDate, ids }));
    if (costs.length > 0) accepted(await manager.batch('/api/v1/actual-costs/batch', costs));
  }

  /** What is known of a piece of work in the evening after so many working minutes. */
  reportOf({ code }: Piece, now: number): Report | undefined {
    const span = this.#happened.get(code);
    const { time } = this.#project;
    const isMilestone = span?.start === span?.finish;
    if (!span || span.start > now || (!isMilestone && span.start === now)) return undefined;
    const actualDuration = Math.min(now, span.finish) - span.start;
    const remainingDuration = span.finish - span.start - actualDuration;
    const finish = time.finishAt(span.finish);
    return {
      actualStart: isMilestone ? finish : time.startAt(span.start),
      actualDuration,
      remainingDuration,
      ...(remainingDuration === 0 && { actualFinish: finish }),
    };
  }

  /** New dates for all that is not begun by that evening: as the manager can know them then. */
  replanned(day: string, effort: number): ReadonlyMap<string, Span> {
    const now = this.#project.time.untilEveningOf(day);
    const begun = (code: string): Span | undefined => {
      const span = this.#happened.get(code);
      return span && span.start < now ? span : undefined;
    };
    const minutesOf = ({ code, days }: Piece) => {
      const span = begun(code);
      return span ? span.finish - span.start : Math.round(days * HOURS_OF_DAY * effort) * HOUR;
    };
    const spans = lay(this.#project.outline, minutesOf, ({ code }) => begun(code)?.start ?? now);
    return new Map([...spans].filter(([code]) => !begun(code)));
  }

  costliest(day: string): ToldCost | undefined {
    return this.#costliest.get(day);
  }

  #costs(
    { code, fixed, variable }: Piece,
    now: number,
    { day, effective, ids }: { day: string; effective: string; ids: ReadonlyMap<string, string> },
  ): readonly object[] {
    const span = this.#happened.get(code);
    if (!span || span.start >= now || fixed + variable === 0) return [];
    const { planId, about } = this.#project;
    const share = Math.min(1, (now - span.start) / (span.finish - span.start));
    const total = fixed + Math.round(variable * share * this.#course.cost(span.start));
    const amount = total - (this.#costSoFar.get(code) ?? 0);
    if (amount === 0) return [];
    this.#costSoFar.set(code, total);
    const [activityId = '', costId] = [ids.get(code), sampleId(about.id, 'cost', code, day)];
    const most = this.#costliest.get(day);
    if (!most || most.amount < amount) this.#costliest.set(day, { costId, activityId, amount, effective });
    const shared = { planId, activityId, currency: about.currency, effective };
    const told = { command: `cost/project/${planId}/${code}/${day}`, costId, amount, basis: 'project', ...shared };
    if (share < 1) return [told];
    // What it cost the provider is known when the piece is done and its hours are closed.
    const command = `cost/provider/${planId}/${code}/${day}`;
    const own = { costId: sampleId(about.id, 'own-cost', code, day), amount: Math.round(total * PROVIDER_SHARE) };
    return [told, { command, ...own, basis: 'provider', ...shared }];
  }
}

/** Working minutes after so many weeks of five days. */
export const weeksOfWork = (weeks: number): number => weeks * 5 * DAY_MINUTES;

function accepted(lines: readonly BatchLine[]): void {
  const refused = lines.find(({ status }) => status >= 300);
  if (refused) throw new Error(`Line ${refused.line} was refused: ${JSON.stringify(refused.problem)}`);
}
