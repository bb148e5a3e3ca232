import type { PlanFact } from '@bw/contracts-scheduling';
import type { Id } from '@bw/kernel';
import type { ImportPlanData } from '../plans/plan.commands.ts';
import { importPlan } from '../plans/plan.import.ts';
import type { DraftPlan } from '../plans/plan.state.ts';
import type { ImportLimits, Note, RowChange } from './import-report.ts';

export interface PlanChanges {
  /** What becomes of each activity of the file, by code. */
  readonly changes: ReadonlyMap<string, RowChange>;
  /** Codes that the plan has and the file has not: they stay as they are. */
  readonly missing: readonly string[];
  readonly problems: readonly Note[];
}

/** What the plan would make of the file: asked of the very rules that will take it, so that nothing is promised twice. */
export function changesOf(data: ImportPlanData, plan: DraftPlan, limits: ImportLimits): PlanChanges {
  const decision = importPlan(data, plan);
  const facts = decision.accepted ? decision.events : [];
  const touched = touchedBy(facts, plan);
  const changes = data.activities.map(({ activityId, code }): [string, RowChange] => {
    if (!plan.activities.has(activityId)) return [code, 'added'];
    return [code, touched.has(activityId) ? 'changed' : 'unchanged'];
  });
  const listed = new Set(data.activities.map(({ activityId }) => activityId));
  const missing = plan.activities
    .values()
    .filter(({ activityId }) => !listed.has(activityId))
    .map(({ code }) => code)
    .toSorted();
  return { changes: new Map(changes), missing, problems: [...refused(decision), ...tooMany(facts, limits)] };
}

function touchedBy(facts: readonly PlanFact[], plan: DraftPlan): ReadonlySet<Id> {
  return new Set(
    facts.flatMap(({ data }): readonly Id[] => {
      if ('activityId' in data) return [data.activityId];
      if ('successor' in data) return [data.successor];
      const link = 'linkId' in data ? plan.links.get(data.linkId) : undefined;
      return link ? [link.successor] : [];
    }),
  );
}

/** Circles are told by the judge of the file, row by row. */
function refused(decision: ReturnType<typeof importPlan>): readonly Note[] {
  if (decision.accepted || decision.refusal === 'plan-would-have-a-cycle') return [];
  const { details = {} } = decision;
  const of = [details['code'], details['activity']].flatMap((each) => (typeof each === 'string' ? ` (${each})` : []));
  const detail = `would not be taken by the plan: ${decision.refusal.replaceAll('-', ' ')}${of[0] ?? ''}`;
  return [{ code: 'REFUSED_BY_PLAN', detail }];
}

/** The log takes so many facts of one command. A second import goes on where the first ended. */
function tooMany(facts: readonly PlanFact[], limits: ImportLimits): readonly Note[] {
  if (facts.length <= limits.facts) return [];
  const detail = `makes ${facts.length} facts; ${limits.facts} are the most that one import takes: import the rows in two parts, one after the other`;
  return [{ code: 'TOO_MANY_FACTS', detail }];
}
