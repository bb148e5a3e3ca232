import { Injectable } from '@nestjs/common';
import { subtract, toDecimal } from '@bw/kernel';
import type { Figure, FormulaId } from '@bw/performance-engine';
import type { SeenDecision, SeenFlow, SeenLevel } from '@bw/projections';
import { contributionViews, planAtPoint } from '../evm/evm.query.ts';
import type { ContributionView } from '../evm/evm.views.ts';
import { figureView, formulaIds, undefinedFigure } from '../evm/figure.ts';
import { type Measured, PerformanceQuery, PROJECT_COST } from '../evm/performance.query.ts';
import type { PlanAsked } from '../evm/plan-reading.ts';
import type { BaselineDecision } from '../evm/plan-values.ts';
import { FeedQuery } from '../facts/feed.query.ts';
import { costFact, progressFact, withEvents } from '../reading/fact-view.ts';
import { detailOf } from '../reading/values.ts';
import type {
  CauseView,
  RestatedActivity,
  RestatedDecision,
  RestatedFigure,
  RestatementView,
} from './restatements.views.ts';

interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** Why a figure of the past is another one today: what was learned and what was replaced between two cuts. */
@Injectable()
export class RestatementsQuery {
  constructor(
    private readonly performances: PerformanceQuery,
    private readonly feed: FeedQuery,
  ) {}

  async restate(plan: Both<PlanAsked>, esStepMinutes: number): Promise<RestatementView> {
    const [before, after] = await Promise.all([
      this.performances.measure(plan.before, esStepMinutes),
      this.performances.measure(plan.after, esStepMinutes),
    ]);
    const causes = await this.#causes(plan, { before, after });
    const items = itemsOf({ before, after }, causes);
    const sum = (of: (item: RestatedActivity) => number) => items.reduce((total, item) => total + of(item), 0);
    return {
      ...planAtPoint(plan.after),
      before: plan.before.view.cut,
      figures: formulaIds.flatMap((id) => restatedFigure(id, { before, after }, plan.after.plan.currency)),
      difference: { pv: sum(({ pv }) => pv), ev: sum(({ ev }) => ev), ac: sum(({ ac }) => ac) },
      items,
      decisions: await decisionsOf(plan),
    };
  }

  async #causes(plan: Both<PlanAsked>, { before, after }: Both<Measured | undefined>): Promise<readonly CauseView[]> {
    const progress = onlyInOne(
      before?.progress ?? [],
      after?.progress ?? [],
      ({ event, n }: SeenLevel) => `${event}/${n}`,
    );
    const which = { within: plan.after.planId, measures: [PROJECT_COST] };
    const [was, is] = await Promise.all([plan.before.evaluation.flows(which), plan.after.evaluation.flows(which)]);
    const costs = onlyInOne(was, is, ({ event, n, corrects = '' }: SeenFlow) => `${event}/${n}/${corrects}`);
    const causes = [
      ...progress.map(({ cause, one }) => ({ cause, fact: progressFact(one) })),
      ...costs.map(({ cause, one }) => ({ cause, fact: costFact(one) })),
    ];
    const events = await this.feed.byId(
      plan.after.principal.tenant,
      causes.map(({ fact }) => fact.event),
    );
    return causes.map(({ cause, fact }) => ({ cause, fact: withEvents([fact], events)[0] ?? fact }));
  }
}

interface InOne<T> {
  readonly cause: CauseView['cause'];
  readonly one: T;
}

function onlyInOne<T>(before: readonly T[], after: readonly T[], key: (one: T) => string): readonly InOne<T>[] {
  const [was, is] = [new Set(before.map(key)), new Set(after.map(key))];
  return [
    ...before.filter((one) => !is.has(key(one))).map((one) => ({ cause: 'replaced' as const, one })),
    ...after.filter((one) => !was.has(key(one))).map((one) => ({ cause: 'learned' as const, one })),
  ];
}

const NOTHING = { bac: 0, pv: 0, ev: 0, ac: 0 };

function itemsOf(
  { before, after }: Both<Measured | undefined>,
  causes: readonly CauseView[],
): readonly RestatedActivity[] {
  const [was, is] = [byActivity(before), byActivity(after)];
  const causesOf = Map.groupBy(causes, ({ fact }) => fact.activityId ?? '');
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((activityId) => {
    const [earlier, later] = [was.get(activityId) ?? NOTHING, is.get(activityId) ?? NOTHING];
    const known = is.get(activityId) ?? was.get(activityId);
    const own = causesOf.get(activityId) ?? [];
    const [pv, ev, ac] = [later.pv - earlier.pv, later.ev - earlier.ev, later.ac - earlier.ac];
    if (pv === 0 && ev === 0 && ac === 0 && own.length === 0) return [];
    return [
      {
        activityId,
        ...(known?.code && { code: known.code }),
        ...(known?.name && { name: known.name }),
        pv,
        ev,
        ac,
        causes: own,
      },
    ];
  });
}

const byActivity = (measured: Measured | undefined): ReadonlyMap<string, ContributionView> =>
  new Map(measured ? contributionViews(measured).map((line) => [line.activityId, line]) : []);

/** Nothing where the figure is the same. */
function restatedFigure(
  id: FormulaId,
  { before, after }: Both<Measured | undefined>,
  currency: string,
): readonly RestatedFigure[] {
  const [was, is] = [before?.performance.figures[id], after?.performance.figures[id]];
  const view = (figure: Figure | undefined) =>
    figure ? figureView(id, figure, currency) : undefinedFigure(id, 'NO_BASELINE');
  const [earlier, later] = [view(was), view(is)];
  if (JSON.stringify(earlier) === JSON.stringify(later)) return [];
  return [{ id, before: earlier, after: later, ...(was && is && difference(was, is)) }];
}

function difference(was: Figure, is: Figure): Partial<RestatedFigure> {
  if (was.unit === 'money' && is.unit === 'money') return { amount: is.amount - was.amount };
  if (was.unit === 'ratio' && is.unit === 'ratio') return { value: toDecimal(subtract(is.ratio, was.ratio)) };
  if ((was.unit === 'minutes' && is.unit === 'minutes') || (was.unit === 'instant' && is.unit === 'instant')) {
    return { minutes: is.minutes - was.minutes };
  }
  return {};
}

async function decisionsOf(plan: Both<PlanAsked>): Promise<readonly RestatedDecision[]> {
  const which = { subject: plan.after.planId, kinds: ['baseline'] };
  const [was, is] = await Promise.all([
    plan.before.evaluation.decisions(which),
    plan.after.evaluation.decisions(which),
  ]);
  return onlyInOne(was, is, ({ event, n }: SeenDecision) => `${event}/${n}`).map(({ one }) => {
    const { outcome, event, effective, recorded, by } = one;
    return { baselineId: detailOf<BaselineDecision>(one).baselineId, outcome, event, effective, recorded, by };
  });
}
