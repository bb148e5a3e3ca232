import type { Instant } from '@bw/kernel';
import type { SeenFlow, SeenLevel } from './reading.ts';

/** What ruled at each of many business times, from histories read once: for curves, where each point is a reading. */
export class LevelHistories {
  readonly #levels = new Map<string, SeenLevel[]>();

  /** As `Reading.levelHistory` gives them: by subject and measure, then in business order. */
  constructor(history: readonly SeenLevel[]) {
    for (const level of history) {
      const key = `${level.subject}\u0000${level.measure}`;
      const levels = this.#levels.get(key);
      if (levels) levels.push(level);
      else this.#levels.set(key, [level]);
    }
  }

  /** The ruling levels at that business time: the same as a reading there at the same cut. */
  at(asOf: Instant): readonly SeenLevel[] {
    return [...this.#levels.values()].flatMap((levels) => {
      const ruling = levels.findLast(({ effective }) => effective <= asOf);
      return ruling && ruling.value !== null ? [ruling] : [];
    });
  }
}

/** Sums of flows by subject at many business times, from flows read once. */
export class FlowHistories {
  constructor(private readonly flows: readonly SeenFlow[]) {}

  at(asOf: Instant): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const { subject, amount, effective } of this.flows) {
      if (effective <= asOf) sums.set(subject, (sums.get(subject) ?? 0) + amount);
    }
    return sums;
  }
}
