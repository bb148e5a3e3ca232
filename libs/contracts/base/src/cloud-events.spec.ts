import * as fc from 'fast-check';
import { CloudEvent as PeerEvent, HTTP, Kafka, type KafkaMessage as PeerMessage } from 'cloudevents';
import { type Event, fromCloudEvent, fromKafkaMessage, NoCloudEvent, toCloudEvent, toKafkaMessage } from './index.ts';

const instants = fc
  .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2090-01-01') })
  .map((date) => date.toISOString());
const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const ids = fc.uuid();

const events: fc.Arbitrary<Event> = fc.record(
  {
    id: ids,
    type: fc.constantFrom('risk.RiskIdentified', 'scheduling.ProgressRecorded'),
    version: fc.integer({ min: 1, max: 9 }),
    tenant: ids,
    client: ids,
    engagement: ids,
    source: fc.constantFrom('risk', 'scheduling'),
    stream: ids.map((id) => `risk-${id}`),
    streamVersion: fc.integer({ min: 1, max: 1_000_000 }),
    position: fc.maxSafeNat(),
    key: fc.tuple(ids, ids).map((both) => both.join('/')),
    effective: instants,
    effectiveDay: fc.constantFrom('2026-03-29', '2026-10-25'),
    effectiveZone: fc.constantFrom('Europe/Warsaw', 'Asia/Kolkata'),
    recorded: instants,
    actor: fc.oneof(ids, fc.constant('system:timers')),
    onBehalfOf: ids,
    command: ids,
    correlation: ids,
    causation: ids,
    reason: texts,
    corrects: ids,
    replayed: fc.boolean(),
    data: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown), // no -0
  },
  {
    requiredKeys: [
      'id', 'type', 'version', 'tenant', 'source', 'stream', 'streamVersion', 'position', 'key', 'effective', 'recorded',
      'actor', 'command', 'correlation', 'causation', 'data',
    ],
  },
); // prettier-ignore

const sampleOf = (): Event => {
  const [event] = fc.sample(
    events.map((one) => ({ ...one, data: { riskId: one.id } })),
    { numRuns: 1, seed: 7 },
  );
  if (!event) throw new Error('fast-check gave no sample');
  return event;
};

describe('an event as CloudEvent', () => {
  it('comes back from structured form as it was', () => {
    fc.assert(
      fc.property(events, (event) =>
        expect(fromCloudEvent(JSON.parse(JSON.stringify(toCloudEvent(event))))).toEqual(event),
      ),
    );
  });

  it('comes back from a Kafka message as it was, whether headers are texts or bytes', () => {
    fc.assert(
      fc.property(events, ({ ...event }) => {
        const { headers, value } = toKafkaMessage(event);
        const bytes = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]));
        expect(fromKafkaMessage(headers, value)).toEqual(event);
        expect(fromKafkaMessage(bytes, Buffer.from(value))).toEqual(event);
      }),
    );
  });

  it('is read in structured mode from Kafka too', () => {
    const event = sampleOf();
    const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
    expect(fromKafkaMessage(headers, JSON.stringify(toCloudEvent(event)))).toEqual(event);
  });

  it('has the names of the house', () => {
    const event = { ...sampleOf(), type: 'risk.RiskIdentified', version: 2, source: 'risk', position: 4711 };
    const { headers, key } = toKafkaMessage(event, { traceparent: '00-abc-def-01' });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_type: 'risk.RiskIdentified',
      ce_dataversion: '2',
      ce_dataschema: 'urn:bridgework:schemas/risk.RiskIdentified/2',
      ce_sequence: '4711',
      ce_source: '/bridgework/risk',
      ce_traceparent: '00-abc-def-01',
    });
    expect(key).toBe(event.key);
    const { dataschema } = toCloudEvent(event, { schemas: 'https://bw.test/api/v1/schemas' });
    expect(dataschema).toBe('https://bw.test/api/v1/schemas/risk.RiskIdentified/2');
  });

  it('is refused where something is missing or wrong', () => {
    const good: Record<string, unknown> = { ...toCloudEvent(sampleOf()) };
    const bad = [
      null,
      'text',
      { ...good, specversion: '0.3' },
      { ...good, source: '/elsewhere' },
      { ...good, tenantid: undefined },
      { ...good, sequence: 'seven' },
      { ...good, actor: 7 },
      { ...good, data: undefined },
    ];
    for (const one of bad) expect(() => fromCloudEvent(one)).toThrow(NoCloudEvent);
    expect(() => fromKafkaMessage(toKafkaMessage(sampleOf()).headers, '{')).toThrow(NoCloudEvent);
    expect(() => fromKafkaMessage({}, null)).toThrow(NoCloudEvent);
  });
});

describe('the cloudevents package', () => {
  it('reads our structured form', () => {
    const ours = toCloudEvent(sampleOf());
    const theirs = HTTP.toEvent({
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(ours),
    });
    expect(JSON.parse(JSON.stringify(theirs))).toEqual(JSON.parse(JSON.stringify(ours)));
    expect(new PeerEvent({ ...ours }).validate()).toBe(true);
  });

  it('reads our Kafka messages where headers are texts', () => {
    const event = sampleOf();
    const { headers, key, value } = toKafkaMessage(event);
    const message = { headers: { ...headers }, key, value, timestamp: undefined } as unknown as PeerMessage<string>; // its types want more than it reads
    const read = Kafka.toEvent(message);
    expect(Array.isArray(read) ? undefined : read).toMatchObject({
      id: event.id,
      type: event.type,
      subject: event.stream,
      tenantid: event.tenant,
      sequence: String(event.position),
      data: event.data,
    });
  });

  it('writes structured events that we read', () => {
    const event = sampleOf();
    const peer = HTTP.structured(new PeerEvent({ ...toCloudEvent(event) }));
    expect(fromCloudEvent(JSON.parse(String(peer.body)))).toEqual(event);
  });
});
