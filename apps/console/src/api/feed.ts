import { readText } from './request.ts';

/** An event of the feed: a CloudEvent with its number in the tenant's feed. */
export interface FeedEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** When it was recorded. */
  readonly time: string;
  readonly effective: string;
  readonly engagementid?: string;
  readonly actor: string;
  readonly reason?: string;
  readonly corrects?: string;
  readonly feedsequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A page of the feed: one event a line. */
export async function readFeed(query: Readonly<Record<string, string>>): Promise<readonly FeedEvent[]> {
  const text = await readText('/api/v1/events', query);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as FeedEvent);
}

/** The first event that the reader may see; null in an empty installation. */
export async function readFirstEvent(): Promise<FeedEvent | null> {
  const [first = null] = await readFeed({ limit: '1' });
  return first;
}
