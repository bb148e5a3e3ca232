import type { Admin } from 'kafkajs';
import { topicOf } from '../on-events.ts';
import { type KafkaOptions, PARTITIONS } from './kafka-client.ts';

/** Where a service announces how far its log is: a reader of events need not wade through the announcements. */
export const headsTopicOf = (source: string): string => `bw.${source}.heads.v1`;

/** What one event may weigh: the most that the log takes at once, and its headers. */
export const MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

/** Creates the topics of these services that are missing, whoever comes first. */
export async function ensureTopics(
  admin: Admin,
  sources: readonly string[],
  { partitions = PARTITIONS, replicationFactor = -1 }: KafkaOptions,
): Promise<void> {
  const there = new Set(await admin.listTopics());
  const wanted = sources.flatMap((source) => [
    {
      topic: topicOf(source),
      numPartitions: partitions,
      replicationFactor,
      configEntries: [
        // A new consumer reads from the first event on: events are never deleted.
        { name: 'retention.ms', value: '-1' },
        { name: 'max.message.bytes', value: String(MAX_MESSAGE_BYTES) },
      ],
    },
    {
      topic: headsTopicOf(source),
      numPartitions: 1,
      replicationFactor,
      configEntries: [
        { name: 'retention.ms', value: '3600000' },
        { name: 'segment.ms', value: '3600000' },
      ],
    },
  ]);
  const topics = wanted.filter(({ topic }) => !there.has(topic));
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
}
