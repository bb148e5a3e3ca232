import type { Office } from '../product/office.ts';
import * as agreement from './agreement.ts';
import * as assurance from './assurance.ts';
import { correctCost, correctProgress } from './corrections.ts';
import { type Course, StatusTeller } from './execution.ts';
import { freeDays, holidaySet, yearsFrom } from './holidays.ts';
import type { Outline, Piece } from './outline.ts';
import * as planning from './planning.ts';
import { promisesWith } from './promises.ts';
import type { Timeline } from './timeline.ts';
import { type Weeks, WEEKS } from './weeks.ts';
import { WorkTime } from './work-time.ts';

export interface Stage {
  readonly timeline: Timeline;
  readonly weeks: Weeks;
  readonly now: string;
}

export interface Play {
  readonly about: agreement.Undertaking;
  readonly outline: Outline;
  /** The week in which the work begins, of those that the portfolio tells; may lie after them. */
  readonly firstWeek: number;
  readonly course: Course;
}

interface BaselineDays {
  /** 1 is Monday. */
  readonly submitted?: number;
  readonly approved?: number;
}

/** Since then the house has asked for a report a week. */
const EVERY_WEEK_FROM = 40;

/** When people in the east and in the west of the world make their Monday round. */
const ROUND = { east: '04:30', west: '13:30' } as const;
const EASTERN: readonly string[] = ['AU', 'IN'];

/** One engagement's story, told in weeks of the portfolio. */
export class Scene {
  readonly project: planning.Project;
  readonly #stage: Stage;
  readonly #teller: StatusTeller;
  readonly #firstWeek: number;

  constructor(stage: Stage, { about, outline, firstWeek, course }: Play) {
    this.#stage = stage;
    const { first } = stage.weeks;
    const time = new WorkTime(about.zone, stage.weeks.monday(firstWeek), freeDays(about.country, first));
    const holidaySets = yearsFrom(first).map((year) => holidaySet(about.country, year).id);
    this.project = planning.projectOf(about, outline, time, holidaySets);
    this.#teller = new StatusTeller(this.project, course);
    this.#firstWeek = firstWeek;
  }

  /** Something happens. 1 is Monday. */
  on(week: number, weekday: number, what: string, act: (office: Office, engagementId: string) => Promise<void>): this {
    return this.at(this.#stage.weeks.at(week, weekday), what, act);
  }

  at(at: string, what: string, act: (office: Office, engagementId: string) => Promise<void>): this {
    const { id, code } = this.project.about;
    this.#stage.timeline.at(at, code, what, (office) => act(office, id));
    return this;
  }

  /** From the enquiry to a plan that is imported: seven weeks, until two before the work begins. */
  prepare(): this {
    const { project } = this;
    const { about, outline, calendarId } = project;
    const first = this.#firstWeek;
    return this.#enquire(first - 7)
      .on(first - 4, 1, 'governance and terms', async (office) => {
        await agreement.agreeGovernance(office, about, promisesWith(calendarId));
        const from = this.#stage.weeks.monday(first - 3);
        await agreement.draftTerms(office, about, { from, rates: outline.rates });
        await agreement.propose(office, about);
      })
      .on(first - 3, 2, 'both parties sign', (office) => agreement.sign(office, about))
      .on(first - 3, 4, 'the plan is imported', (office) => planning.importPlan(office, project));
  }

  /** And on to the kick-off: a baseline that the sponsor has approved. */
  begin(): this {
    const { about } = this.project;
    const first = this.#firstWeek;
    return this.prepare()
      .baseline(first - 2, 'first', { approved: 4 })
      .on(first - 1, 3, 'kick-off', (office) => agreement.completeTransition(office, about));
  }

  /** Still talking: an intake, and a plan before anything is signed. */
  talk(week: number): this {
    const { project } = this;
    return this.#enquire(week).on(week + 3, 4, 'the plan is imported', (office) =>
      planning.importPlan(office, project),
    );
  }

  #enquire(week: number): this {
    const { project } = this;
    const { about } = project;
    return this.on(week, 1, 'enquiry', (office) => agreement.openEnquiry(office, about)).on(
      week + 1,
      1,
      'intake',
      async (office) => {
        await planning.createPlan(office, project);
        await agreement.takeIntake(office, about);
      },
    );
  }

  /** Without a day of approval the sponsor still has to decide. */
  baseline(week: number, name: string, { submitted = 1, approved }: BaselineDays): this {
    const { project } = this;
    this.on(week, submitted, 'a baseline is submitted', (office) => planning.submitBaseline(office, project, name));
    if (approved === undefined) return this;
    return this.on(week, approved, 'the sponsor approves', (office) => planning.approveBaseline(office, project, name));
  }

  /** Told on Friday evenings, up to that week or to the end of the portfolio: every second week at first, then every week. */
  work(until = WEEKS - 1): this {
    const { timeline, weeks } = this.#stage;
    for (let week = this.#firstWeek; week <= until; week++) {
      const friday = weeks.friday(week);
      const isDone = this.project.time.untilEveningOf(friday) >= this.#teller.end;
      const isLast = isDone || week === until;
      if (week < EVERY_WEEK_FROM && week % 2 === 0 && !isLast) continue;
      timeline.at(weeks.status(week), this.project.about.code, 'how the week went', (office) =>
        this.#teller.tell(office, friday),
      );
      if (isDone) break; // all is told
    }
    return this;
  }

  /** The manager's Monday round over the issues. */
  rounds(from: number, to: number, tending: assurance.Tending & { readonly every?: number } = {}): this {
    const { country, id } = this.project.about;
    const time = ROUND[EASTERN.includes(country) ? 'east' : 'west'];
    for (let week = from; week <= to; week += tending.every ?? 1) {
      const at = this.#stage.weeks.at(week, 1, time);
      this.at(at, 'the manager looks after the issues', (office) => assurance.tendIssues(office, id, at, tending));
    }
    return this;
  }

  risk(week: number, risk: assurance.SampleRisk, response?: assurance.Response): this {
    return this.on(week, 2, 'a risk is identified', async (office, id) => {
      await assurance.identifyRisk(office, id, risk);
      if (response) await assurance.respond(office, id, risk.name, response);
    });
  }

  /** What is not begun gets new dates by that effort, and new budgets: all as known on the Friday before. */
  replan(week: number, { effort, budget }: { readonly effort: number; readonly budget: number }): this {
    const { project } = this;
    return this.on(week, 2, 'the plan is made anew', async (office) => {
      const spans = this.#teller.replanned(this.#stage.weeks.friday(week - 1), effort);
      const budgetOf = ({ variable }: Piece) => Math.round(variable * budget);
      await planning.replan(office, project, spans, budgetOf);
    });
  }

  /** What was told on the Friday of a week turns out wrong in another. */
  correctsProgress(at: string, ofWeek: number): this {
    const day = this.#stage.weeks.friday(ofWeek);
    return this.at(at, 'a late correction', (office) => correctProgress(office, this.project, day));
  }

  correctsCost(week: number, ofWeek: number): this {
    const day = this.#stage.weeks.friday(ofWeek);
    return this.on(week, 3, 'an invoice is corrected', (office) =>
      correctCost(office, this.project, this.#teller.costliest(day)),
    );
  }
}
