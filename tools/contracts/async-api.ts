import type { Contract, Schema } from './sources.ts';

const TEXT: Schema = { type: 'string' };
const ID: Schema = { type: 'string', format: 'uuid' };
const INSTANT: Schema = { type: 'string', format: 'date-time' };

/** The headers of the CloudEvents Kafka binding, binary mode. */
const HEADERS: Schema = {
  type: 'object',
  properties: {
    'content-type': { type: 'string', const: 'application/json' },
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: ID,
    ce_source: { ...TEXT, description: '/bridgework/<service>' },
    ce_type: { ...TEXT, description: 'Name of the event.' },
    ce_subject: { ...TEXT, description: 'The stream.' },
    ce_time: { ...INSTANT, description: 'When we recorded it.' },
    ce_dataschema: { type: 'string', format: 'uri', description: 'Ends in /<name>/<version>.' },
    ce_dataversion: { ...TEXT, description: 'Version of the contract.' },
    ce_partitionkey: { ...TEXT, description: 'Order is kept per key.' },
    ce_sequence: { ...TEXT, description: "Place in the service's log, without gaps." },
    ce_streamversion: TEXT,
    ce_tenantid: ID,
    ce_clientid: ID,
    ce_engagementid: ID,
    ce_effective: { ...INSTANT, description: 'When it counts in the business.' },
    ce_effectiveday: { type: 'string', format: 'date' },
    ce_effectivezone: TEXT,
    ce_actor: TEXT,
    ce_onbehalfof: TEXT,
    ce_commandid: ID,
    ce_correlationid: ID,
    ce_causationid: ID,
    ce_reason: TEXT,
    ce_corrects: { ...ID, description: 'The event that this one sets right.' },
    ce_replayed: { type: 'string', enum: ['true', 'false'] },
    ce_traceparent: TEXT,
  },
  required: [
    'content-type',
    ...['specversion', 'id', 'source', 'type', 'subject', 'time', 'dataschema', 'dataversion', 'partitionkey'].map(
      (name) => `ce_${name}`,
    ),
    ...['sequence', 'streamversion', 'tenantid', 'effective', 'actor', 'commandid', 'correlationid', 'causationid'].map(
      (name) => `ce_${name}`,
    ),
  ],
};

/** AsyncAPI 3.1 of all channels: a Kafka topic per service, and the feed over HTTP. */
export function asyncApi(contracts: readonly Contract[]): object {
  const owners = [...new Set(contracts.map(({ owner }) => owner))];
  const of = (owner: string) => contracts.filter((contract) => contract.owner === owner);
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Bridgework events',
      version: 'v1',
      description:
        'What happens in Bridgework. Events of one partition key come in order, at least once; ce_id tells repetitions apart.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: 'localhost:9092',
        protocol: 'kafka',
        description: 'Where EVENT_BUS=kafka; the brokers are those of the installation.',
      },
      http: { host: 'localhost:3000', protocol: 'http', description: 'Always.' },
    },
    channels: {
      ...Object.fromEntries(owners.map((owner) => [`${owner}Events`, topic(owner, of(owner))])),
      feed: {
        address: '/api/v1/events',
        title: 'Feed',
        description:
          'All events that the caller may see, in one gapless order: NDJSON with long poll, and SSE at /api/v1/events/stream. CloudEvents, structured mode.',
        servers: [{ $ref: '#/servers/http' }],
        messages: messagesOf(contracts),
      },
    },
    operations: {
      ...Object.fromEntries(owners.map((owner) => [`send${capital(owner)}Events`, sendTo(`${owner}Events`)])),
      sendFeed: sendTo('feed'),
    },
    components: {
      messages: Object.fromEntries(contracts.map((contract) => [nameOf(contract), messageOf(contract)])),
      schemas: { Headers: HEADERS },
    },
  };
}

function topic(owner: string, contracts: readonly Contract[]): object {
  return {
    address: `bw.${owner}.events.v1`,
    title: `Events of ${owner}`,
    servers: [{ $ref: '#/servers/kafka' }],
    messages: messagesOf(contracts),
    bindings: { kafka: { topic: `bw.${owner}.events.v1`, partitions: 12, bindingVersion: '0.5.0' } },
  };
}

function messagesOf(contracts: readonly Contract[]): object {
  return Object.fromEntries(
    contracts.map((contract) => [nameOf(contract), { $ref: `#/components/messages/${nameOf(contract)}` }]),
  );
}

function messageOf({ type, version, about, schema, sample }: Contract): object {
  return {
    name: type,
    title: `${type} version ${version}`,
    summary: about,
    contentType: 'application/json',
    correlationId: { location: '$message.header#/ce_correlationid' },
    headers: { $ref: '#/components/schemas/Headers' },
    payload: schema,
    examples: [{ payload: sample }],
    bindings: { kafka: { key: { type: 'string' }, bindingVersion: '0.5.0' } },
  };
}

function sendTo(channel: string): object {
  return { action: 'send', channel: { $ref: `#/channels/${channel}` } };
}

/** Names in AsyncAPI hold no dots. */
function nameOf({ type, version }: Contract): string {
  return `${type.replace('.', '_')}_v${version}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
