import { Injectable } from '@nestjs/common';
import type { Event } from '@bw/contracts-base';
import type { SeenLevel } from '@bw/projections';
import { minuteOf } from '@bw/working-time';
import { planAtPoint } from '../evm/evm.query.ts';
import type { PlanAsked } from '../evm/plan-reading.ts';
import { FeedQuery } from '../facts/feed.query.ts';
import { latestRun, PlanActivitiesQuery, type RunValue, runView } from '../plan-activities/plan-activities.query.ts';
import type { PlanActivityView } from '../plan-activities/plan-activities.views.ts';
import { valueOf } from '../reading/values.ts';
import type { ForecastFinish, OutlookView } from './outlook.views.ts';

const AT_MOST = 200;
const MILESTONES: ReadonlySet<string> = new Set(['start-milestone', 'finish-milestone']);
/** Their dates follow from those of others, so they drive nothing. */
const FOLLOWERS: ReadonlySet<string> = new Set(['summary', 'level-of-effort']);

/** When a plan will end by its schedule runs, and why then. */
@Injectable()
export class OutlookQuery {
  constructor(
    private readonly activities: PlanActivitiesQuery,
    private readonly feed: FeedQuery,
  ) {}

  async outlook(asked: PlanAsked): Promise<OutlookView> {
    const { evaluation, planId, baseline } = asked;
    const [run, told, wanted] = await Promise.all([
      latestRun(evaluation, planId),
      evaluation.levelHistory({ subject: planId, measures: ['plan.schedule'] }),
      this.activities.some(asked, (activity) => isMilestone(activity) || isDriving(activity)),
    ]);
    const runs = lastPerDataDate(told);
    const events = await this.feed.byId(
      asked.principal.tenant,
      runs.map(({ event }) => event),
    );
    const driving = wanted.filter(isDriving);
    const baselineFinish = baseline?.captured.totals.finish;
    const variance = run && baselineFinish && workBetween(asked, baselineFinish, run.finish);
    return {
      ...planAtPoint(asked),
      ...(run && { run: runView(run) }),
      ...(baselineFinish && { baselineFinish }),
      ...(typeof variance === 'number' && { finishVariance: variance }),
      finishes: finishesOf(asked, runs, events).toReversed().slice(0, AT_MOST),
      critical: driving.toSorted(byEarlyStart).slice(0, AT_MOST),
      criticalCount: driving.length,
      milestones: wanted.filter(isMilestone).toSorted(byExpectedFinish).slice(0, AT_MOST),
    };
  }
}

const isMilestone = ({ type }: PlanActivityView) => MILESTONES.has(type);
const isDriving = ({ scheduled, actualFinish, type }: PlanActivityView) =>
  scheduled?.critical === true && actualFinish === undefined && !FOLLOWERS.has(type);

const expectedFinish = ({ actualFinish, scheduled, finish, baselineFinish }: PlanActivityView) =>
  actualFinish ?? scheduled?.earlyFinish ?? finish ?? baselineFinish ?? '';
const byExpectedFinish = (a: PlanActivityView, b: PlanActivityView) =>
  compareText(expectedFinish(a), expectedFinish(b));
const byEarlyStart = (a: PlanActivityView, b: PlanActivityView) =>
  compareText(a.scheduled?.earlyStart ?? '', b.scheduled?.earlyStart ?? '');

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A plan may be calculated many times a day: the last run says what a data date was worth. */
function lastPerDataDate(told: readonly SeenLevel[]): readonly SeenLevel[] {
  const last = new Map(told.map((level) => [valueOf<RunValue>(level).dataDate, level]));
  return [...last].toSorted(([a], [b]) => compareText(a, b)).map(([, level]) => level);
}

function finishesOf(
  asked: PlanAsked,
  runs: readonly SeenLevel[],
  events: ReadonlyMap<string, Event>,
): readonly ForecastFinish[] {
  return runs.map((level, index) => {
    const { runId, dataDate, finish } = valueOf<RunValue>(level);
    const before = runs[index - 1];
    const moved = before && workBetween(asked, valueOf<RunValue>(before).finish, finish);
    const { actor, reason } = events.get(level.event) ?? {};
    return {
      runId,
      dataDate,
      finish,
      event: level.event,
      recorded: level.recorded,
      ...(moved !== undefined && { moved }),
      ...(actor && { actor }),
      ...(reason && { reason }),
    };
  });
}

function workBetween({ baseline }: PlanAsked, from: string, to: string): number | undefined {
  return baseline?.forFigures.calendar.workBetween(minuteOf(from), minuteOf(to));
}
