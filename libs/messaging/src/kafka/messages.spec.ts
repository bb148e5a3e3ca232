import { sampleEvent } from '@bw/testing';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { markOf, messageOf, readMessage } from './messages.ts';

const event = sampleEvent(
  { type: 'risk.RiskIdentified', data: { title: 'Żółć – naïve' } },
  { engagement: '01931b7c-0000-7000-8000-0000000000e1', position: 4711, reason: 'Übernahme' },
);

/** As kafkajs delivers it: all bytes. */
function received({ key, value, headers }: Message, offset = 7): KafkaMessage {
  const bytes = Object.entries(headers ?? {}).map(([name, text]) => [name, Buffer.from(String(text))]);
  return {
    key: key === null || key === undefined ? null : Buffer.from(key),
    value: value === null ? null : Buffer.from(value),
    headers: Object.fromEntries(bytes) as IHeaders & undefined, // kafkajs types its two kinds of record so
    timestamp: '1767225600000',
    attributes: 0,
    offset: String(offset),
    size: 1,
  };
}

describe('a message on Kafka', () => {
  it('comes back as the event that it was', () => {
    expect(readMessage('risk', 0, received(messageOf(event, 12, false)))).toEqual({ event, offset: 7 });
  });

  it('says that it was held back', () => {
    expect(readMessage('risk', 0, received(messageOf(event, 12, true)))).toMatchObject({ released: true });
  });

  it('may mark how far the log is', () => {
    const watermark = { position: 12, at: '2026-03-02T09:00:00.000Z' };
    expect(readMessage('risk', 3, received(markOf('risk', watermark, 3)))).toEqual(watermark);
  });

  it.each([
    ['nothing', { key: 'k', value: null, headers: {} }],
    ['somebody else’s text', { key: 'k', value: 'hello', headers: {} }],
    ['broken JSON', { ...messageOf(event, 12, false), value: '{' }],
    ['a mark of no place', { ...markOf('risk', { position: 1, at: 'x' }, 0) }],
    ['an event of another service', messageOf({ ...event, source: 'scheduling' }, 12, false)],
  ])('that holds %s is kept to be looked at', (_what, message) => {
    const read = readMessage('risk', 3, received(message));
    expect(read).toMatchObject({
      offset: 7,
      unreadable: expect.any(String),
      event: { type: 'risk.Unreadable', position: 7 },
    });
  });
});
