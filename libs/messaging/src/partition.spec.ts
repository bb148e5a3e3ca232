import { Partitioners } from 'kafkajs';
import { partitionOf } from './partition.ts';

describe('the partition of a key', () => {
  const kafkas = Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: 12 }, (_, partitionId) => ({
    partitionErrorCode: 0,
    partitionId,
    leader: 0,
    replicas: [],
    isr: [],
  }));

  it.each(['', 'a', 'ab', 'abc', 'abcd', 'äöü-ß', '01931b7c-0000-7000-8000-000000000001/risk-42', 'x'.repeat(1001)])(
    'is the one that Kafka’s own clients choose: %s',
    (key) => {
      expect(partitionOf(key, 12)).toBe(kafkas({ topic: 't', partitionMetadata, message: { key, value: '' } }));
    },
  );

  it('spreads keys over all partitions', () => {
    const hit = new Set(Array.from({ length: 500 }, (_, index) => partitionOf(`tenant/engagement-${index}`, 12)));
    expect(hit.size).toBe(12);
  });
});
