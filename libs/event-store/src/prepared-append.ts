import { createHash } from 'node:crypto';
import type { Event } from '@bw/contracts-base';
import { MAX_COMMAND_BYTES, MAX_COMMAND_EVENTS } from './append-limits.ts';
import { type Appended, type AppendRequest, CommandTooLarge, type NewEvent } from './event-store.ts';

/** Room that an event takes beside its data: ids, times, names. */
const ENVELOPE_BYTES = 400;

/** A request whose data is text already, weighed and found not too heavy. */
export interface PreparedAppend {
  readonly request: AppendRequest;
  /** The data of each event as it is stored. */
  readonly texts: readonly string[];
  /** The fingerprint of each event, made while the request waits for its turn. */
  readonly hashes: readonly Buffer[];
  readonly bytes: number;
}

export function prepareAppend(request: AppendRequest): PreparedAppend {
  const { stream, events } = request;
  if (events.length === 0) throw new Error(`A command for stream ${stream} has no events to store.`);
  if (events.length > MAX_COMMAND_EVENTS) throw new CommandTooLarge(stream, events.length, 0);

  const texts = events.map(({ type, data }) => {
    const text = JSON.stringify(data);
    if (text === undefined) throw new Error(`The data of ${type} for stream ${stream} cannot be written as JSON.`);
    return text;
  });
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + ENVELOPE_BYTES, 0);
  if (bytes > MAX_COMMAND_BYTES) throw new CommandTooLarge(stream, events.length, bytes);
  const hashes = events.map((event, index) => contentHash({ ...request, ...event }, texts[index] ?? ''));
  return { request, texts, hashes, bytes };
}

/** What the log added to a command's events. */
export interface Placed extends Omit<Appended, 'events'> {
  readonly source: string;
  readonly replayed: boolean;
}

/** The answer to a request that was stored just now. */
export function appended({ request, texts }: PreparedAppend, placed: Placed): Appended {
  const { version, position, recorded, repeated } = placed;
  const count = request.events.length;
  const events = request.events.map((event, index) => {
    const stored = { ...event, data: JSON.parse(texts[index] ?? 'null') as unknown };
    return envelope(request, stored, {
      ...placed,
      version: version - count + index + 1,
      position: position - count + index + 1,
    });
  });
  return { version, position, recorded, repeated, events };
}

function envelope(request: AppendRequest, event: NewEvent, placed: Omit<Placed, 'repeated'>): Event {
  const { tenant, stream, key, client, engagement, actor, onBehalfOf, command, correlation, causation, reason } =
    request;
  return withoutGaps({
    id: event.id,
    type: event.type,
    version: event.version,
    tenant,
    client,
    engagement,
    source: placed.source,
    stream,
    streamVersion: placed.version,
    position: placed.position,
    key,
    effective: event.effective,
    effectiveDay: event.effectiveDay,
    effectiveZone: event.effectiveZone,
    recorded: placed.recorded,
    actor,
    onBehalfOf,
    command,
    correlation,
    causation,
    reason,
    corrects: event.corrects,
    replayed: placed.replayed || undefined,
    data: event.data,
  });
}

/** An optional field that has no value is not there at all, as in JSON. */
export function withoutGaps<T extends object>(value: T): T {
  const kept: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) if (field !== undefined) kept[name] = field;
  return kept as T; // only fields that may be missing were left out
}

/** The part of an event that its hash seals and that is known before it is stored. */
export type Sealed = Pick<
  AppendRequest,
  'tenant' | 'stream' | 'key' | 'client' | 'engagement' | 'actor' | 'onBehalfOf'
> &
  Pick<AppendRequest, 'command' | 'correlation' | 'causation' | 'reason'> &
  Omit<NewEvent, 'data'>;

/** Fingerprint of an event's content; the log chains them per stream, with version and recorded time. */
export function contentHash(event: Sealed, text: string): Buffer {
  const { tenant, stream, key, client, engagement, actor, onBehalfOf, command, correlation, causation, reason } = event;
  const envelope = [
    [tenant, stream, key, client, engagement, actor, onBehalfOf, command, correlation, causation, reason],
    [event.id, event.type, event.version, event.effective, event.effectiveDay, event.effectiveZone, event.corrects],
  ];
  return createHash('sha256').update(JSON.stringify(envelope)).update(text).digest();
}
