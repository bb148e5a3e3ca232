import { Injectable } from '@nestjs/common';
import type { Id } from '@bw/kernel';
import { type FormulaId, formulas } from '@bw/performance-engine';
import { contributionViews, planAtPoint } from '../evm/evm.query.ts';
import type { ContributionView } from '../evm/evm.views.ts';
import { figureView, undefinedFigure } from '../evm/figure.ts';
import { type Measured, PerformanceQuery } from '../evm/performance.query.ts';
import type { PlanAsked } from '../evm/plan-reading.ts';
import { FeedQuery } from '../facts/feed.query.ts';
import { withEvents } from '../reading/fact-view.ts';
import type { ExplainedFigure, ExplainView, GroupView } from './explain.views.ts';
import { factKindsOf, factPage, operandsOf } from './fact-pages.ts';

interface Wanted {
  readonly figure: FormulaId;
  readonly esStepMinutes: number;
  readonly activity?: Id;
  readonly cursor?: string;
  readonly limit: number;
}

/** What an activity adds to those figures that are sums over activities, and how many facts say so. */
const SUMS: Partial<Record<FormulaId, (line: ContributionView) => readonly [amount: number, facts: number]>> = {
  BAC: ({ bac, baselineEvent }) => [bac, baselineEvent ? 1 : 0],
  PV: ({ pv, baselineEvent }) => [pv, baselineEvent ? 1 : 0],
  EV: ({ ev, baselineEvent, progressEvent }) => [ev, (baselineEvent ? 1 : 0) + (progressEvent ? 1 : 0)],
  AC: ({ ac, costFacts }) => [ac, costFacts],
};

/** Why a figure is what it is: its formula, the figures below it, who adds what, and the events at the bottom. */
@Injectable()
export class ExplainQuery {
  constructor(
    private readonly performances: PerformanceQuery,
    private readonly feed: FeedQuery,
  ) {}

  async explain(asked: PlanAsked, { figure, esStepMinutes, ...page }: Wanted): Promise<ExplainView> {
    const measured = await this.performances.measure(asked, esStepMinutes);
    const { facts, next } = await factPage(asked, { kinds: factKindsOf(figure), ...page });
    const events = await this.feed.byId(
      asked.principal.tenant,
      facts.map(({ event }) => event),
    );
    const { currency } = asked.plan;
    return {
      ...planAtPoint(asked),
      figure: explained(figure, measured, currency),
      operands: operandsOf(figure).map((id) => explained(id, measured, currency)),
      groups: measured ? groupsOf(figure, measured) : [],
      facts: withEvents(facts, events),
      ...(next !== undefined && { next }),
      lineage: measured?.lineage ?? '0'.repeat(32),
    };
  }
}

function explained(id: FormulaId, measured: Measured | undefined, currency: string): ExplainedFigure {
  const view = measured
    ? figureView(id, measured.performance.figures[id], currency)
    : undefinedFigure(id, 'NO_BASELINE');
  return { ...view, text: formulas[id].text, from: formulas[id].operands };
}

function groupsOf(figure: FormulaId, measured: Measured): readonly GroupView[] {
  const added = SUMS[figure];
  if (!added) return [];
  return contributionViews(measured)
    .map((line) => {
      const [amount, facts] = added(line);
      const { activityId, code, name } = line;
      return { activityId, ...(code && { code }), ...(name && { name }), amount, facts };
    })
    .filter(({ amount, facts }) => amount !== 0 || facts > 0)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}
