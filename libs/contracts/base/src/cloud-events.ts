import type { Event } from './event.ts';

/** CloudEvents 1.0, structured mode: for the feed, SSE and webhooks. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly partitionkey: string;
  /** The event's place in its service's log. */
  readonly sequence: string;
  readonly dataversion: number;
  readonly streamversion: number;
  readonly tenantid: string;
  readonly clientid?: string;
  readonly engagementid?: string;
  readonly effective: string;
  readonly effectiveday?: string;
  readonly effectivezone?: string;
  readonly actor: string;
  readonly onbehalfof?: string;
  readonly commandid: string;
  readonly correlationid: string;
  readonly causationid: string;
  readonly reason?: string;
  readonly corrects?: string;
  readonly replayed?: boolean;
  readonly traceparent?: string;
  readonly data: unknown;
}

export interface CloudEventOptions {
  /** Where the schemas are published; without it a name that says the same. */
  readonly schemas?: string;
  readonly traceparent?: string;
}

/** A message as Kafka clients want it, CloudEvents binary mode: the data is the value, all else is in headers. */
export interface KafkaMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

type HeaderValue = Uint8Array | string;
/** Headers as Kafka clients deliver them. */
export type KafkaHeaders = Readonly<Record<string, HeaderValue | readonly HeaderValue[] | undefined>>;

const SOURCE = '/bridgework/';
const SCHEMAS = 'urn:bridgework:schemas';

export function toCloudEvent(event: Event, { schemas = SCHEMAS, traceparent }: CloudEventOptions = {}): CloudEvent {
  const { client, engagement, effectiveDay, effectiveZone, onBehalfOf, reason, corrects, replayed } = event;
  return {
    specversion: '1.0',
    id: event.id,
    source: SOURCE + event.source,
    type: event.type,
    subject: event.stream,
    time: event.recorded,
    datacontenttype: 'application/json',
    dataschema: `${schemas}/${event.type}/${event.version}`,
    partitionkey: event.key,
    sequence: String(event.position),
    dataversion: event.version,
    streamversion: event.streamVersion,
    tenantid: event.tenant,
    ...(client !== undefined && { clientid: client }),
    ...(engagement !== undefined && { engagementid: engagement }),
    effective: event.effective,
    ...(effectiveDay !== undefined && { effectiveday: effectiveDay }),
    ...(effectiveZone !== undefined && { effectivezone: effectiveZone }),
    actor: event.actor,
    ...(onBehalfOf !== undefined && { onbehalfof: onBehalfOf }),
    commandid: event.command,
    correlationid: event.correlation,
    causationid: event.causation,
    ...(reason !== undefined && { reason }),
    ...(corrects !== undefined && { corrects }),
    ...(replayed !== undefined && { replayed }),
    ...(traceparent !== undefined && { traceparent }),
    data: event.data,
  };
}

/** Throws `NoCloudEvent` where an attribute that our events need is missing or malformed. */
export function fromCloudEvent(cloudEvent: unknown): Event {
  if (typeof cloudEvent !== 'object' || cloudEvent === null) throw new NoCloudEvent('it is no object');
  const { data, ...attributes } = cloudEvent as Record<string, unknown>; // any object has this shape; each value is checked
  return eventOf((name) => attributes[name], data);
}

/** CloudEvents Kafka binding, binary mode. */
export function toKafkaMessage(event: Event, options: CloudEventOptions = {}): KafkaMessage {
  const { data, datacontenttype, ...attributes } = toCloudEvent(event, options);
  const headers = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]);
  return {
    key: event.key,
    value: JSON.stringify(data),
    headers: { 'content-type': datacontenttype, ...(Object.fromEntries(headers) as Record<string, string>) },
  };
}

/** Reads both modes of the CloudEvents Kafka binding; headers may be texts or bytes. */
export function fromKafkaMessage(headers: KafkaHeaders, value: Uint8Array | string | null): Event {
  if (value === null) throw new NoCloudEvent('it has no value');
  const contentType = headerOf(headers, 'content-type') ?? '';
  if (contentType.startsWith('application/cloudevents+json')) return fromCloudEvent(parse(textOf(value)));
  return eventOf((name) => headerOf(headers, `ce_${name}`), parse(textOf(value)));
}

/** A message that claims to be one of our events but is not. */
export class NoCloudEvent extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`The message is none of our CloudEvents: ${what}.`, options);
  }
}

function eventOf(attribute: (name: string) => unknown, data: unknown): Event {
  const optional = (name: string): string | undefined => {
    const value = attribute(name);
    if (value === undefined || typeof value === 'string') return value;
    throw new NoCloudEvent(`${name} is no text`);
  };
  const text = (name: string): string => {
    const value = optional(name);
    if (value === undefined) throw new NoCloudEvent(`${name} is missing`);
    return value;
  };
  const number = (name: string): number => {
    const value = Number(attribute(name) ?? Number.NaN);
    if (!Number.isSafeInteger(value)) throw new NoCloudEvent(`${name} is no whole number`);
    return value;
  };
  if (text('specversion') !== '1.0') throw new NoCloudEvent('its version is not 1.0');
  const source = text('source');
  if (!source.startsWith(SOURCE)) throw new NoCloudEvent(`its source is not ${SOURCE}<service>`);
  if (data === undefined) throw new NoCloudEvent('it has no data');

  const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
    (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value }; // one name, one value
  const replayed = attribute('replayed');
  return {
    id: text('id'),
    type: text('type'),
    version: number('dataversion'),
    tenant: text('tenantid'),
    ...given('client', optional('clientid')),
    ...given('engagement', optional('engagementid')),
    source: source.slice(SOURCE.length),
    stream: text('subject'),
    streamVersion: number('streamversion'),
    position: number('sequence'),
    key: text('partitionkey'),
    effective: text('effective'),
    ...given('effectiveDay', optional('effectiveday')),
    ...given('effectiveZone', optional('effectivezone')),
    recorded: text('time'),
    actor: text('actor'),
    ...given('onBehalfOf', optional('onbehalfof')),
    command: text('commandid'),
    correlation: text('correlationid'),
    causation: text('causationid'),
    ...given('reason', optional('reason')),
    ...given('corrects', optional('corrects')),
    ...given('replayed', replayed === undefined ? undefined : replayed === true || replayed === 'true'),
    data,
  };
}

function headerOf(headers: KafkaHeaders, name: string): string | undefined {
  const value = headers[name];
  if (value === undefined) return undefined;
  const first = typeof value === 'string' || value instanceof Uint8Array ? value : value[0];
  return first === undefined ? undefined : textOf(first);
}

function textOf(value: HeaderValue): string {
  return typeof value === 'string' ? value : new TextDecoder().decode(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NoCloudEvent('its value is no JSON', { cause });
  }
}
