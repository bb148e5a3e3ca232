import type { Event } from '@bw/contracts-base';
import fc from 'fast-check';
import type { FactProjection, ProjectedFact } from '../facts.ts';
import { Sources } from '../sources.ts';

/** What tests of this library fold and read. */
export const TENANT = '00000000-0000-4000-8000-00000000000a';
export const ENGAGEMENTS = ['00000000-0000-4000-8000-0000000000e1', '00000000-0000-4000-8000-0000000000e2'] as const;
export const MEASURES = ['cost', 'work'] as const;
export const LEVELS = ['progress', 'rate'] as const;
export const KINDS = ['baseline'] as const;

export const sources = new Sources([
  { name: 'scheduling', id: 1, code: 's' },
  { name: 'risk', id: 2, code: 'r' },
]);

/** An event's data is the list of its facts: histories are about time, not about meaning. */
export const asSaid: FactProjection = {
  name: 'as-said',
  version: 1,
  facts: ({ data }) => data as readonly ProjectedFact[],
};

const BASE = Date.UTC(2026, 0, 1);
export const dayAfter = (days: number): string => new Date(BASE + days * 86_400_000).toISOString();

const subject = fc.constantFrom('a', 'b', 'c');
const fact: fc.Arbitrary<ProjectedFact> = fc.oneof(
  fc.record({
    fact: fc.constant('flow' as const),
    measure: fc.constantFrom(...MEASURES),
    subject,
    amount: fc.integer({ min: -50, max: 100 }),
  }),
  fc.record({
    fact: fc.constant('level' as const),
    measure: fc.constantFrom(...LEVELS),
    subject,
    value: fc.option(fc.nat(9)),
  }),
  fc.record({
    fact: fc.constant('decision' as const),
    kind: fc.constantFrom(...KINDS),
    subject,
    outcome: fc.constantFrom('approved', 'revoked'),
  }),
);

const said = fc.record({
  risk: fc.boolean(),
  // Days are few, so that equal effectives, backdating and late decisions are common.
  day: fc.integer({ min: 0, max: 40 }),
  engagement: fc.constantFrom(...ENGAGEMENTS),
  pause: fc.integer({ min: 0, max: 3 }),
  facts: fc.array(fact, { maxLength: 3 }),
  /** Corrects an earlier event of the same log, so many before it; chains and forks come by themselves. */
  corrects: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 2 }),
});

export const idOf = (source: string, position: number): string =>
  `00000000-0000-4000-8000-${source === 'risk' ? 'b' : 'a'}${position.toString(16).padStart(11, '0')}`;

/** Two logs with clocks of their own; the one of `risk` is three days behind. */
export const histories = fc.array(said, { minLength: 1, maxLength: 25 }).map((all): readonly Event[] => {
  const heads = { scheduling: { position: 0, clock: 0 }, risk: { position: 0, clock: -3 * 86_400_000 } };
  return all.map(({ risk, day, engagement, pause, facts, corrects }) => {
    const source = risk ? 'risk' : 'scheduling';
    const head = heads[source];
    head.position += 1;
    head.clock += pause * 1_000;
    const corrected = corrects === null ? 0 : head.position - corrects;
    return event({
      source,
      position: head.position,
      recorded: new Date(BASE + head.clock).toISOString(),
      effective: dayAfter(day),
      engagement,
      facts,
      ...(corrected > 0 && { corrects: idOf(source, corrected) }),
    });
  });
});

interface Told {
  readonly source: string;
  readonly position: number;
  readonly recorded?: string;
  readonly effective: string;
  readonly engagement?: string;
  readonly facts: readonly ProjectedFact[];
  readonly corrects?: string;
  readonly tenant?: string;
}

export function event({
  source,
  position,
  recorded,
  effective,
  engagement,
  facts,
  corrects,
  tenant = TENANT,
}: Told): Event {
  const id = idOf(source, position);
  return {
    id,
    type: `${source}.Said`,
    version: 1,
    tenant,
    engagement: engagement ?? ENGAGEMENTS[0],
    source,
    stream: `said-${id}`,
    streamVersion: 1,
    position,
    key: `${tenant}/${id}`,
    effective,
    recorded: recorded ?? new Date(BASE + position * 1_000).toISOString(),
    actor: 'somebody',
    command: id,
    correlation: id,
    causation: id,
    ...(corrects && { corrects }),
    data: facts,
  };
}
