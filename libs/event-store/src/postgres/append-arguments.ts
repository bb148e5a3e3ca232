import type { Clock } from '../clock.ts';
import { RETRY_HORIZON } from '../append-limits.ts';
import type { Expected } from '../event-store.ts';
import type { PreparedAppend } from '../prepared-append.ts';

const TYPES = [
  'uuid[]', 'text[]', 'bigint[]', 'int[]', 'text[]',
  'uuid[]', 'uuid[]', 'text[]', 'text[]',
  'uuid[]', 'uuid[]', 'uuid[]', 'text[]', 'timestamptz[]',
  'int[]', 'int[]', 'uuid[]', 'text[]', 'smallint[]',
  'timestamptz[]', 'date[]', 'text[]', 'uuid[]', 'json[]', 'bytea[]',
  'timestamptz', 'boolean', 'int',
]; // prettier-ignore

export const APPEND_SQL = `select * from log.append_many(${TYPES.map((type, i) => `$${i + 1}::${type}`).join(', ')})`;

/** The arguments of `log.append_many` in its order. */
export function appendArguments(batch: readonly PreparedAppend[], clock: Clock): unknown[] {
  const commands = batch.map(({ request }) => request);
  const events = batch.flatMap(({ request, texts, hashes }, command) =>
    request.events.map((event, index) => ({ event, text: texts[index], hash: hashes[index], command, index })),
  );
  return [
    commands.map(({ tenant }) => tenant),
    commands.map(({ stream }) => stream),
    commands.map(({ expected }) => asNumber(expected)),
    commands.map((request) => request.events.length),
    commands.map(({ key }) => key),
    commands.map(({ client }) => client ?? null),
    commands.map(({ engagement }) => engagement ?? null),
    commands.map(({ actor }) => actor),
    commands.map(({ onBehalfOf }) => onBehalfOf ?? null),
    commands.map(({ command }) => command),
    commands.map(({ correlation }) => correlation),
    commands.map(({ causation }) => causation),
    commands.map(({ reason }) => reason ?? null),
    commands.map(({ notBefore }) => notBefore ?? null),
    events.map(({ command }) => command + 1),
    events.map(({ index }) => index + 1),
    events.map(({ event }) => event.id),
    events.map(({ event }) => event.type),
    events.map(({ event }) => event.version),
    events.map(({ event }) => event.effective),
    events.map(({ event }) => event.effectiveDay ?? null),
    events.map(({ event }) => event.effectiveZone ?? null),
    events.map(({ event }) => event.corrects ?? null),
    events.map(({ text }) => text),
    events.map(({ hash }) => hash),
    clock.now(),
    clock.mode === 'replay',
    RETRY_HORIZON,
  ];
}

function asNumber(expected: Expected): number {
  if (expected === 'none') return 0;
  if (expected === 'any') return -1;
  return expected === 'exists' ? -2 : expected;
}
