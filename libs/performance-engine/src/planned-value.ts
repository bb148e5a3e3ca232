import type { Instant } from '@bw/kernel';
import type { Baseline } from './baseline.ts';

/** Planned value of one activity at one instant, in minor units. */
export interface PlannedValueCell {
  readonly activityId: string;
  readonly at: Instant;
  readonly pv: number;
}

/** The time-phased budget of a baseline, made ready for many questions. */
export class PlannedValue {
  constructor(private readonly baseline: Baseline) {}

  /** Planned value of every activity at the instant, in the order of the baseline. */
  cellsAt(at: Instant): readonly PlannedValueCell[] {
    throw new Error(`no cells yet at ${at} of ${this.baseline.projectStart}`);
  }

  /** The curve of the whole project: planned value at each instant. */
  series(at: readonly Instant[]): readonly number[] {
    throw new Error(`no series yet of ${at.length}`);
  }
}
