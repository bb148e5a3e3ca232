import { createHash } from 'node:crypto';
import type { Event, Fact } from '@bw/contracts-base';
import type { Id } from '@bw/kernel';

export const TEST_TENANT: Id = '01931b7c-0000-7000-8000-000000000001';

/** An id that is the same in every run: `idOf('risk', 1)`. */
export function idOf(...names: readonly (string | number)[]): Id {
  const hex = createHash('sha256').update(names.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The envelope around a fact as if it were the first of its log; `overrides` says what matters to the test. */
export function sampleEvent<Type extends string, Data>(
  fact: Fact<Type, Data>,
  overrides: Partial<Omit<Event, 'type' | 'data'>> = {},
): Event<Type, Data> {
  const position = overrides.position ?? 1;
  const tenant = overrides.tenant ?? TEST_TENANT;
  const stream = overrides.stream ?? `sample-${idOf('stream')}`;
  const command = overrides.command ?? idOf('command', fact.type, position);
  return {
    id: idOf('event', fact.type, position),
    version: 1,
    tenant,
    source: fact.type.split('.')[0] ?? '',
    stream,
    streamVersion: position,
    position,
    key: `${tenant}/${overrides.engagement ?? stream}`,
    effective: fact.effective?.at ?? '2026-03-02T09:00:00.000Z',
    ...(fact.effective?.day && { effectiveDay: fact.effective.day }),
    ...(fact.effective?.zone && { effectiveZone: fact.effective.zone }),
    recorded: '2026-03-02T09:00:00.000Z',
    actor: idOf('user'),
    command,
    correlation: command,
    causation: command,
    ...(fact.corrects && { corrects: fact.corrects }),
    ...overrides,
    type: fact.type,
    data: fact.data,
  };
}

/** The facts of a pure fact projection over a history, in order: `factsOf(planActivities, event1, event2)`. */
export function factsOf<E extends Event, Projected>(
  projection: { facts(event: E): readonly Projected[] },
  ...events: readonly E[]
): readonly Projected[] {
  return events.flatMap((event) => projection.facts(event));
}
