import { type Event, fromKafkaMessage, toKafkaMessage } from '@bw/contracts-base';
import { derivedId } from '@bw/event-store';
import { isInstant } from '@bw/kernel';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { Received, Watermark } from '../bus.ts';
import { sayFailure } from '../failure.ts';
import { partitionOf } from '../partition.ts';

const RELEASED = 'bw_released';
/** Marks are CloudEvents too, so that foreign readers of a topic need no exception for them. */
const MARK_TYPE = 'bridgework.LogMarked';
const UNREADABLE = '9f0f3a0e-52c6-5d55-8c0b-3c6c1a7f0d11';
const NOBODY = '00000000-0000-0000-0000-000000000000';

export function messageOf(event: Event, partitions: number, released: boolean): Message {
  const { key, value, headers } = toKafkaMessage(event);
  return {
    key,
    value,
    partition: partitionOf(event.key, partitions),
    headers: { ...headers, ...(released && { [RELEASED]: 'true' }) },
  };
}

export function markOf(source: string, { position, at }: Watermark, partition: number): Message {
  return {
    key: null,
    value: JSON.stringify({ position, at }),
    partition,
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: `${source}:${position}:${at}`,
      ce_source: `/bridgework/${source}`,
      ce_type: MARK_TYPE,
      ce_time: at,
    },
  };
}

/** What a message of an events or heads topic says: an event, or how far the log is. */
export function readMessage(source: string, partition: number, message: KafkaMessage): Received | Watermark {
  const offset = Number(message.offset);
  const headers = message.headers ?? {};
  try {
    if (textOf(headers['ce_type']) === MARK_TYPE) return watermarkOf(message.value);
    const event = fromKafkaMessage(headers, message.value);
    if (event.source !== source) throw new Error(`It is an event of ${event.source}, on the topic of ${source}`);
    return { event, offset, ...(textOf(headers[RELEASED]) === 'true' && { released: true }) };
  } catch (error) {
    return { event: remainsOf(source, partition, message), offset, unreadable: sayFailure(error) };
  }
}

export const isEvent = (read: Received | Watermark): read is Received => 'event' in read;
export const isMark = (read: Received | Watermark): read is Watermark => !isEvent(read);

function watermarkOf(value: Buffer | null): Watermark {
  const read: unknown = JSON.parse(value?.toString() ?? '');
  const { position, at } = Object(read) as Record<string, unknown>; // each value is checked
  if (typeof position !== 'number' || !isInstant(at)) throw new Error('It marks no place in the log');
  return { position, at };
}

/** Stands in for a message that nobody can read, so that it can be parked and looked at. It blocks no real key. */
function remainsOf(source: string, partition: number, message: KafkaMessage): Event {
  const offset = Number(message.offset);
  const id = derivedId(UNREADABLE, source, partition, offset);
  const at = new Date(Number(message.timestamp)).toISOString();
  return {
    id,
    type: `${source}.Unreadable`,
    version: 0,
    tenant: NOBODY,
    source,
    stream: `unreadable-${id}`,
    streamVersion: 1,
    position: offset,
    key: `unreadable/${id}`,
    effective: at,
    recorded: at,
    actor: 'unknown',
    command: id,
    correlation: id,
    causation: id,
    data: { key: message.key?.toString(), value: message.value?.toString(), headers: textsOf(message.headers ?? {}) },
  };
}

function textsOf(headers: IHeaders): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOf(value)]));
}

function textOf(value: IHeaders[string]): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.toString();
}
