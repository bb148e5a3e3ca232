import type { BatchLine } from '../../libs/client/src/index.ts';
import type { Office } from '../product/office.ts';
import { sampleId } from './ids.ts';
import { lay, type Piece, type Span } from './outline.ts';
import { activityIds, type Project } from './planning.ts';
import { chance } from './random.ts';

/** How the work goes in truth: what a day of plan takes, and what it costs, by the day it begins. */
export interface Course {
  readonly effort: (startMinute: number) => number;
  readonly cost: (startMinute: number) => number;
}

/** Of what the client is charged for the work, the provider's own cost. */
const PROVIDER_SHARE = 0.73;
const HOUR = 60;
const HOURS_OF_DAY = 8;

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

  /** The evening of that day is the status date. */
  async tell(office: Office, day: string): Promise<void> {
    const { planId, outline, time } = this.#project;
    const manager = await office.as('project-manager');
    const ids = await activityIds(office, this.#project);
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
    return (['project', 'provider'] as const).map((basis) => ({
      command: `cost/${basis}/${planId}/${code}/${day}`,
      costId: sampleId(about.id, 'cost', basis, code, day),
      planId,
      activityId: ids.get(code),
      amount: basis === 'project' ? amount : Math.round(amount * PROVIDER_SHARE),
      currency: about.currency,
      basis,
      effective,
    }));
  }
}

function accepted(lines: readonly BatchLine[]): void {
  const refused = lines.find(({ status }) => status >= 300);
  if (refused) throw new Error(`Line ${refused.line} was refused: ${JSON.stringify(refused.problem)}`);
}
