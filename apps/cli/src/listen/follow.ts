import type { ApiClient, Query } from '@bw/client';

/** An event of the feed, as far as a reader of any kind cares. */
export interface FeedEvent {
  readonly feedsequence: number;
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  readonly corrects?: string;
}

export interface Following {
  /** Feed sequence behind which to begin; where it is not given, `last` says how many to begin with. */
  readonly after?: number;
  readonly last?: number;
  readonly types?: string;
  readonly engagement?: string;
  /** Whether to wait for more at the end. */
  readonly follow: boolean;
}

const WAIT_SECONDS = 25;
const PAGE = 500;

/** Events in feed order; ends where there are no more, or when the user wants it to. */
export async function* follow(client: ApiClient, wanted: Following, signal: AbortSignal): AsyncGenerator<FeedEvent> {
  const { types, engagement, last } = wanted;
  let after = wanted.after ?? 0;
  if (wanted.after === undefined && last !== undefined) {
    for (const event of await pageOf(client, 0, { types, engagement, last }, signal)) {
      yield event;
      after = event.feedsequence;
    }
    if (!wanted.follow) return;
  }
  const query: Query = { types, engagement, limit: PAGE, ...(wanted.follow && { wait: WAIT_SECONDS }) };
  while (!signal.aborted) {
    const page = await pageOf(client, after, query, signal);
    if (page.length === 0 && !wanted.follow) return;
    for (const event of page) {
      yield event;
      after = event.feedsequence;
    }
  }
}

async function pageOf(
  client: ApiClient,
  after: number,
  query: Query,
  signal: AbortSignal,
): Promise<readonly FeedEvent[]> {
  try {
    // The envelope is a published contract: every event of the feed has these fields.
    return (await client.events(after, query, signal)) as unknown as readonly FeedEvent[];
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  }
}

export const lineOf = ({ feedsequence, time, type, subject }: FeedEvent): string =>
  `${String(feedsequence).padStart(8)}  ${time}  ${type.padEnd(36)}  ${subject}`;
