import type { Event } from '@bw/contracts-base';
import type { DecisionFact, FlowFact, LevelFact, ProjectedFact } from '../facts.ts';
import type { Point } from '../reading.ts';

interface Visible<F> {
  readonly fact: F;
  readonly event: Event;
}

/** The meaning of a reading, written as plainly as can be: no rows, no sums in advance, no closing of intervals. */
export class NaiveModel {
  constructor(private readonly events: readonly Event[]) {}

  /** Events known at the cut, less those whose line holds a later known one. */
  #standing({ asOf, cut }: Point): readonly Event[] {
    const known = this.events.filter(({ source, position }) => position <= (cut[source] ?? 0));
    const root = (event: Event): string => {
      const corrected = this.events.find(({ id }) => id === event.corrects);
      return corrected ? root(corrected) : event.id;
    };
    const last = new Map<string, Event>();
    for (const event of known) {
      const line = root(event);
      if ((last.get(line)?.position ?? 0) < event.position) last.set(line, event);
    }
    return known.filter((event) => last.get(root(event)) === event && event.effective <= asOf);
  }

  #facts<F extends ProjectedFact>(kind: F['fact'], events: readonly Event[]): readonly Visible<F>[] {
    return events.flatMap((event) =>
      (event.data as readonly ProjectedFact[])
        .filter((fact): fact is F => fact.fact === kind)
        .map((fact) => ({ fact, event })),
    );
  }

  sum(point: Point, measure: string, where: (visible: Visible<FlowFact>) => boolean): number {
    return this.#facts<FlowFact>('flow', this.#standing(point))
      .filter((visible) => visible.fact.measure === measure && where(visible))
      .reduce((sum, { fact }) => sum + fact.amount, 0);
  }

  count(point: Point, measure: string): number {
    return this.#facts<FlowFact>('flow', this.#standing(point)).filter(({ fact }) => fact.measure === measure).length;
  }

  level(point: Point, subject: string, measure: string): unknown {
    const standing = this.#facts<LevelFact>('level', this.#standing(point)).filter(
      ({ fact }) => fact.subject === subject && fact.measure === measure,
    );
    const latest = standing.reduce<Visible<LevelFact> | undefined>(
      (best, next) => (best && rules(best, next) ? best : next),
      undefined,
    );
    return latest?.fact.value ?? undefined;
  }

  /** Decisions stand for ever: only decisions change them. */
  decisions({ asOf, cut }: Point, subject: string): readonly string[] {
    const known = this.events
      .filter(({ source, position, effective }) => position <= (cut[source] ?? 0) && effective <= asOf)
      .toSorted(
        (a, b) => order(a.recorded, b.recorded) || order(sourceOrder(a), sourceOrder(b)) || a.position - b.position,
      );
    return this.#facts<DecisionFact>('decision', known)
      .filter(({ fact }) => fact.subject === subject)
      .map(({ fact }) => fact.outcome);
  }
}

const order = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const sourceOrder = ({ source }: Event): number => (source === 'scheduling' ? 1 : 2);

/** Greatest effective, then position, then log; within one event its last word. */
function rules(best: Visible<LevelFact>, next: Visible<LevelFact>): boolean {
  const difference =
    order(best.event.effective, next.event.effective) ||
    best.event.position - next.event.position ||
    sourceOrder(best.event) - sourceOrder(next.event);
  return difference > 0;
}
