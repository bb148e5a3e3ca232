import type { Event, Fact } from '@bw/contracts-base';
import type { FactProjection, ProjectedFact } from './facts.ts';

/** For each type of event that matters, the facts that it says. */
export type FactHandlers<F extends Fact> = {
  readonly [Type in F['type']]?: (
    data: Extract<F, { type: Type }>['data'],
    event: Event,
  ) => ProjectedFact | readonly ProjectedFact[];
};

/** A projection from handlers by event type; types that are not listed say nothing. */
export function factProjection<F extends Fact>(
  { name, version }: Pick<FactProjection, 'name' | 'version'>,
  handlers: FactHandlers<F>,
): FactProjection {
  return {
    name,
    version,
    facts(event) {
      if (!Object.hasOwn(handlers, event.type)) return [];
      // The type was looked up, and the contract has read the data before it came here: the compiler cannot follow.
      const handle = handlers[event.type as F['type']] as Handler | undefined;
      const facts = handle?.(event.data, event) ?? [];
      return 'fact' in facts ? [facts] : facts;
    },
  };
}

type Handler = (data: unknown, event: Event) => ProjectedFact | readonly ProjectedFact[];
