import type { Baseline } from './baseline.ts';
import type { Evaluation, Performance } from './performance.ts';

/** All figures of a project at one instant, with what each activity contributes. */
export function evaluate(baseline: Baseline, evaluation: Evaluation): Performance {
  throw new Error(`no figures yet for ${baseline.projectStart} at ${evaluation.at}`);
}
