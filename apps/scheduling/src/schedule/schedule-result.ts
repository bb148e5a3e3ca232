import type { ScheduleLine } from '@bw/contracts-scheduling';
import { engineVersion, inputHash, type NetworkProblem, resultHash, schedule } from '@bw/schedule-engine';
import { instantOf, tzVersion } from '@bw/working-time';
import { networkOf, optionsOf, type ScheduleSource } from './plan-network.ts';
import type { RunResult } from './schedule-run.decider.ts';

export type Calculation =
  | { readonly done: true; readonly result: Omit<RunResult, 'previous' | 'planVersion' | 'calculatedAt'> }
  | { readonly done: false; readonly cause: string; readonly detail: string };

/** Hash of all that a calculation would depend on: equal hashes need no second one. */
export function sourceHash(source: ScheduleSource): string {
  return inputHash(networkOf(source), optionsOf(source.plan));
}

/** Calculates a plan's schedule. Pure: the same source always gives the same result. */
export function calculate(source: ScheduleSource): Calculation {
  const { plan, dataDate = plan.projectStart } = source;
  const network = networkOf(source);
  const options = optionsOf(plan);
  const outcome = schedule(network, options);
  if (!outcome.scheduled) return { done: false, ...whyNot(outcome.problems, source) };

  const lines = outcome.schedule.activities.map(
    ({ id, earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat, critical }): ScheduleLine => ({
      activityId: id,
      earlyStart: instantOf(earlyStart),
      earlyFinish: instantOf(earlyFinish),
      lateStart: instantOf(lateStart),
      lateFinish: instantOf(lateFinish),
      totalFloat,
      freeFloat,
      critical,
    }),
  );
  const result = {
    dataDate,
    inputHash: inputHash(network, options),
    resultHash: resultHash(outcome.schedule),
    engineVersion,
    zoneDataVersion: tzVersion,
    finish: instantOf(outcome.schedule.finish),
    activities: lines.length,
    critical: lines.filter(({ critical }) => critical).length,
    lines,
  };
  return { done: true, result };
}

function whyNot(problems: readonly NetworkProblem[], { plan }: ScheduleSource): { cause: string; detail: string } {
  const code = (id: string) => plan.activities.get(id)?.code ?? id;
  const details = problems.slice(0, 10).map((problem) => {
    if (problem.code === 'CYCLE') {
      const path = problem.path.map(({ activity, type }) => `${code(activity)} ${type}`).join(' > ');
      return `the links run in a circle: ${path}`;
    }
    if (problem.code === 'UNKNOWN_CALENDAR') return `calendar ${problem.calendar} is not published`;
    return 'link' in problem
      ? `link ${problem.link}: ${problem.code}`
      : `activity ${code(problem.activity)}: ${problem.code}`;
  });
  return { cause: problems[0]?.code ?? 'UNKNOWN', detail: details.join('; ').slice(0, 1_000) };
}
