import type { Id } from '@bw/kernel';
import { type FormulaId, formulas } from '@bw/performance-engine';
import { UnreadableCursor } from '@bw/projections';
import { invalid } from '@bw/service-shell';
import { PROJECT_COST } from '../evm/performance.query.ts';
import type { PlanAsked } from '../evm/plan-reading.ts';
import { costFact, dataDateFact, type FactKind, type FactView, lineFact, progressFact } from '../reading/fact-view.ts';

/** Which facts a figure rests on that is made from no other figures. */
const BASE: Partial<Record<FormulaId, readonly FactKind[]>> = {
  BAC: ['baseline-line'],
  PV: ['baseline-line'],
  EV: ['baseline-line', 'progress'],
  AC: ['cost'],
  AT: ['data-date'],
  PD: ['baseline-line'],
};

/** Every figure below this one, itself not. */
export function operandsOf(id: FormulaId): readonly FormulaId[] {
  const found = new Set<FormulaId>();
  const visit = (at: FormulaId) => {
    for (const operand of formulas[at].operands) {
      if (found.has(operand)) continue;
      found.add(operand);
      visit(operand);
    }
  };
  visit(id);
  found.delete(id);
  return [...found];
}

/** Kinds of fact below a figure, in the order in which they are listed. */
export function factKindsOf(id: FormulaId): readonly FactKind[] {
  const kinds = new Set([id, ...operandsOf(id)].flatMap((each) => BASE[each] ?? []));
  return (['data-date', 'baseline-line', 'progress', 'cost'] as const).filter((kind) => kinds.has(kind));
}

export interface PageOfFacts {
  readonly facts: readonly FactView[];
  readonly next?: string;
}

interface Wanted {
  readonly kinds: readonly FactKind[];
  readonly activity?: Id;
  readonly cursor?: string;
  readonly limit: number;
}

/** The facts below a figure, kind by kind; a cursor is the kind and the place in it. */
export async function factPage(asked: PlanAsked, { kinds, activity, cursor, limit }: Wanted): Promise<PageOfFacts> {
  const [startKind, startAt] = place(cursor, kinds);
  const facts: FactView[] = [];
  let after = startAt;
  for (const kind of kinds.slice(startKind)) {
    const page = await onePage(asked, { kind, activity, after, limit: limit - facts.length });
    facts.push(...page.facts);
    if (page.next !== undefined) return { facts, next: `${kind}:${page.next}` };
    if (facts.length === limit) return restOf(kinds, kind, facts);
    after = undefined;
  }
  return { facts };
}

function restOf(kinds: readonly FactKind[], kind: FactKind, facts: readonly FactView[]): PageOfFacts {
  const next = kinds[kinds.indexOf(kind) + 1];
  return next ? { facts, next: `${next}:` } : { facts };
}

function place(cursor: string | undefined, kinds: readonly FactKind[]): readonly [number, string | undefined] {
  if (cursor === undefined) return [0, undefined];
  const [kind, after] = cursor.split(':');
  const index = kinds.findIndex((each) => each === kind);
  if (index < 0) throw invalid('/cursor', 'must be the next of an earlier answer');
  return [index, after || undefined];
}

interface OneKind {
  readonly kind: FactKind;
  readonly activity?: Id;
  readonly after?: string;
  readonly limit: number;
}

async function onePage(asked: PlanAsked, { kind, activity, after, limit }: OneKind): Promise<PageOfFacts> {
  const { evaluation, planId } = asked;
  if (kind === 'cost') {
    const which = { ...within(planId, activity), measures: [PROJECT_COST], limit };
    try {
      const { flows, next } = await evaluation.flowPage({ ...which, ...(after !== undefined && { after }) });
      return { facts: flows.map(costFact), ...(next !== undefined && { next }) };
    } catch (error) {
      if (error instanceof UnreadableCursor) throw invalid('/cursor', 'must be the next of an earlier answer');
      throw error;
    }
  }
  const from = Number(after ?? 0);
  if (!Number.isSafeInteger(from) || from < 0) throw invalid('/cursor', 'must be the next of an earlier answer');
  const all = await levelsOf(asked, kind, activity);
  const facts = all.slice(from, from + limit);
  return { facts, ...(from + limit < all.length && { next: String(from + limit) }) };
}

async function levelsOf(
  { evaluation, planId, baseline }: PlanAsked,
  kind: Exclude<FactKind, 'cost'>,
  activity?: Id,
): Promise<readonly FactView[]> {
  switch (kind) {
    case 'baseline-line': {
      if (!baseline) return [];
      const which = within(baseline.baselineId, activity);
      const counted = new Set(baseline.lines.map((line) => `${baseline.baselineId}/${line.activityId}`));
      const lines = await evaluation.levels({ ...which, measures: ['baseline.line'] });
      return lines.filter(({ subject }) => counted.has(subject)).map(lineFact);
    }
    case 'progress':
      return (await evaluation.levels({ ...within(planId, activity), measures: ['progress'] })).map(progressFact);
    case 'data-date':
      if (activity) return [];
      return (await evaluation.levels({ subject: planId, measures: ['plan.data-date'] })).map(dataDateFact);
  }
}

const within = (whole: Id, activity?: Id) => (activity ? { subject: `${whole}/${activity}` } : { within: whole });
