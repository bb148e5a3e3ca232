import { Injectable } from '@nestjs/common';
import type {
  ActivitiesLinked,
  ActivityAdded,
  BudgetSet,
  LinkChanged,
  ScheduleCalculated,
  ScheduleLine,
} from '@bw/contracts-scheduling';
import type { Reading, SeenLevel } from '@bw/projections';
import type { Page } from '@bw/service-shell';
import { minuteOf } from '@bw/working-time';
import type { KnownLine } from '../evm/baselines.ts';
import { planAtPoint } from '../evm/evm.query.ts';
import type { PlanAsked } from '../evm/plan-reading.ts';
import type { ProgressValue } from '../evm/plan-values.ts';
import { pageThrough } from '../reading/paging.ts';
import { lastOf, valueOf } from '../reading/values.ts';
import { byWbs } from '../reading/wbs-order.ts';
import type {
  ConstraintView,
  PlanActivitiesView,
  PlanActivityView,
  PredecessorView,
  RunView,
} from './plan-activities.views.ts';

type ActivityValue = Omit<ActivityAdded, 'planId' | 'activityId' | 'wbs'>;
/** The value of `plan.schedule`. */
export type RunValue = Omit<ScheduleCalculated, 'planId'>;
type Dates = Omit<ScheduleLine, 'activityId'>;

/** Everything that is known of the activities of a plan, by activity. */
interface Known {
  readonly activities: ReadonlyMap<string, ActivityValue>;
  readonly wbs: ReadonlyMap<string, string>;
  readonly budgets: ReadonlyMap<string, Pick<BudgetSet, 'fixed' | 'variable'>>;
  readonly constraints: ReadonlyMap<string, ConstraintView>;
  readonly predecessors: ReadonlyMap<string, readonly PredecessorView[]>;
  readonly dates: ReadonlyMap<string, Dates>;
  readonly progress: ReadonlyMap<string, ProgressValue>;
  readonly baseline: ReadonlyMap<string, KnownLine>;
}

const MEASURES = ['activity', 'activity.wbs', 'activity.budget', 'activity.constraint', 'link', 'link.logic'];

/** A plan's activities as they stand at a point, in the order of the plan. */
interface Standing {
  readonly known: Known;
  readonly order: readonly string[];
  readonly run?: RunValue;
}

@Injectable()
export class PlanActivitiesQuery {
  async page(asked: PlanAsked, page: Page): Promise<PlanActivitiesView> {
    const { known, order, run } = await standing(asked);
    const { items, next } = pageThrough(order, page);
    return {
      ...planAtPoint(asked),
      ...(run && { run: runView(run) }),
      items: items.flatMap((activityId) => activityView(activityId, known, asked)),
      ...(next !== undefined && { next }),
    };
  }

  /** Those that are wanted, however many the plan has. */
  async some(
    asked: PlanAsked,
    isWanted: (activity: PlanActivityView) => boolean,
  ): Promise<readonly PlanActivityView[]> {
    const { known, order } = await standing(asked);
    return order.flatMap((activityId) => activityView(activityId, known, asked)).filter(isWanted);
  }
}

async function standing(asked: PlanAsked): Promise<Standing> {
  const { reading, evaluation, planId, baseline } = asked;
  const [content, progress, run] = await Promise.all([
    reading.levels({ within: planId, measures: MEASURES }),
    evaluation.levels({ within: planId, measures: ['progress'] }),
    latestRun(evaluation, planId),
  ]);
  const dates = run ? await reading.levels({ within: run.runId, measures: ['schedule.line'] }) : [];
  const of = <Value>(measure: string) => valuesOf<Value>(content.filter((level) => level.measure === measure));
  const known: Known = {
    activities: of<ActivityValue>('activity'),
    wbs: of<string>('activity.wbs'),
    budgets: of('activity.budget'),
    constraints: of('activity.constraint'),
    predecessors: predecessorsOf(of('link'), of('link.logic')),
    dates: valuesOf<Dates>(dates),
    progress: valuesOf<ProgressValue>(progress),
    baseline: new Map(baseline?.lines.map((line) => [line.activityId, line])),
  };
  const order = [...known.activities.keys()].toSorted((a, b) => byWbs(known.wbs.get(a) ?? '', known.wbs.get(b) ?? ''));
  return { known, order, ...(run && { run }) };
}

export const runView = ({ runId, dataDate, finish, resultHash }: RunValue): RunView => ({
  runId,
  dataDate,
  finish,
  resultHash,
});

/** The forecast that holds where the reading stands. */
export async function latestRun(reading: Reading, planId: string): Promise<RunValue | undefined> {
  const [run] = await reading.levels({ subject: planId, measures: ['plan.schedule'] });
  return run && valueOf<RunValue>(run);
}

const valuesOf = <Value>(levels: readonly SeenLevel[]): ReadonlyMap<string, Value> =>
  new Map(levels.map((level) => [lastOf(level.subject), valueOf<Value>(level)]));

function predecessorsOf(
  links: ReadonlyMap<string, Pick<ActivitiesLinked, 'predecessor' | 'successor'>>,
  logics: ReadonlyMap<string, Pick<LinkChanged, 'type' | 'lag'>>,
): ReadonlyMap<string, readonly PredecessorView[]> {
  const ends = [...links].flatMap(([linkId, { predecessor, successor }]) => {
    const logic = logics.get(linkId);
    return logic ? [{ successor, view: { activityId: predecessor, linkId, type: logic.type, lag: logic.lag } }] : [];
  });
  const bySuccessor = Map.groupBy(ends, ({ successor }) => successor);
  return new Map([...bySuccessor].map(([successor, all]) => [successor, all.map(({ view }) => view)]));
}

function activityView(activityId: string, known: Known, asked: PlanAsked): readonly PlanActivityView[] {
  const activity = known.activities.get(activityId);
  if (!activity) return [];
  const { code, name, type, duration, calendarId, start, finish } = activity;
  const [budget, dates, line] = [
    known.budgets.get(activityId),
    known.dates.get(activityId),
    known.baseline.get(activityId),
  ];
  const progress = known.progress.get(activityId);
  const constraint = known.constraints.get(activityId);
  const startVariance = varianceOf(asked, line?.start, progress?.actualStart ?? dates?.earlyStart);
  const finishVariance = varianceOf(asked, line?.finish, progress?.actualFinish ?? dates?.earlyFinish);
  return [
    {
      activityId,
      code,
      wbs: known.wbs.get(activityId) ?? '',
      name,
      type,
      duration,
      ...(calendarId && { calendarId }),
      ...(start && { start }),
      ...(finish && { finish }),
      predecessors: (known.predecessors.get(activityId) ?? []).map((link) => {
        const predecessor = known.activities.get(link.activityId);
        return { ...link, ...(predecessor && { code: predecessor.code }) };
      }),
      ...(constraint && { constraint: { kind: constraint.kind, ...(constraint.at && { at: constraint.at }) } }),
      ...(budget && { budget: { fixed: budget.fixed, variable: budget.variable } }),
      ...(dates && { scheduled: dates }),
      ...(line && { baselineStart: line.start, baselineFinish: line.finish }),
      ...(progress && progressView(progress)),
      ...(startVariance !== undefined && { startVariance }),
      ...(finishVariance !== undefined && { finishVariance }),
    },
  ];
}

function progressView({
  actualStart,
  actualFinish,
  actualDuration: done,
  remainingDuration: remaining,
}: ProgressValue) {
  const all = done + remaining;
  return {
    ...(actualStart && { actualStart }),
    ...(actualFinish && { actualFinish }),
    done,
    remaining,
    ...(all > 0 && { doneBp: Math.floor((done * 10_000) / all) }),
  };
}

/** In working minutes of the project's calendar; later is more. */
function varianceOf({ baseline }: PlanAsked, planned?: string, expected?: string): number | undefined {
  if (!planned || !expected) return undefined;
  return baseline?.forFigures.calendar.workBetween(minuteOf(planned), minuteOf(expected));
}
