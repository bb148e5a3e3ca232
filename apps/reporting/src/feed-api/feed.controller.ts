import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { Count, Id, Instant, Text } from '@bw/contracts-base';
import { Allows, Answers, AnswersLines, Caller, IdParam, invalid, type Principal } from '@bw/service-shell';
import type { FastifyReply } from 'fastify';
import { typesIn } from './feed-page.ts';
import { type FeedAsked, FeedReader } from './feed.reader.ts';
import { streamEvents } from './event-stream.ts';
import { FeedGrowth } from './feed-growth.ts';

const LARGEST_PAGE = 1_000;
const LONGEST_WAIT_S = 30;

/** Where in the feed to begin, and what of it is wanted. */
export class FeedQuery {
  /** Feed sequence of the last event that is known already; 0: from the first one on. */
  @Count({ optional: true }) readonly after?: number;
  /** Only numbers below this one: with `last`, to page back. */
  @Count({ optional: true }) readonly before?: number;
  /** The end of the feed: that many of its last events, in feed order all the same. */
  @Count({ min: 1, max: LARGEST_PAGE, optional: true }) readonly last?: number;
  @Count({ min: 1, max: LARGEST_PAGE, optional: true }) readonly limit?: number;
  /** Event types joined by commas; `*` stands for anything: `risk.*`, `*.Issue*`. */
  @Text(2_000, { optional: true }) readonly types?: string;
  @Id({ optional: true }) readonly engagement?: string;
  /** Only what was true by then, and what was recorded by then. */
  @Instant({ optional: true }) readonly asOf?: string;
  @Instant({ optional: true }) readonly knownAt?: string;
  /** Seconds to wait for the first event where there is none yet (long poll). */
  @Count({ max: LONGEST_WAIT_S, optional: true }) readonly wait?: number;
}

/** An event of the feed: a CloudEvent 1.0 with its number in the tenant's feed. Its data follows `dataschema`. */
const EVENT_LINE = {
  type: 'object',
  properties: {
    specversion: { type: 'string' },
    id: { type: 'string', format: 'uuid' },
    type: { type: 'string' },
    feedsequence: { type: 'integer' },
  },
  required: ['specversion', 'id', 'type', 'feedsequence'],
} as const;

@Allows('member')
@Controller('events')
export class FeedController {
  constructor(
    private readonly feed: FeedReader,
    private readonly growth: FeedGrowth,
  ) {}

  /** Events in feed order, one CloudEvent a line. Ask again with `after` = the last line's `feedsequence`. */
  @Get()
  @AnswersLines(EVENT_LINE)
  async page(@Caller() principal: Principal, @Query() query: FeedQuery, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedOf(query);
    const waitMs = (query.wait ?? 0) * 1_000;
    const events =
      query.last === undefined
        ? await this.feed.page(principal, asked, waitMs, goneSignal(reply))
        : await this.feed.lastOf(principal, { ...asked, limit: query.last });
    await reply.type('application/x-ndjson').send(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  }

  /** The same as server-sent events: live, resumed by `Last-Event-ID`. */
  @Get('stream')
  @AnswersLines(EVENT_LINE, { mediaType: 'text/event-stream' })
  async stream(
    @Caller() principal: Principal,
    @Query() query: FeedQuery,
    @Headers('last-event-id') last: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (last !== undefined && !/^\d{1,15}$/.test(last))
      throw invalid('', 'has a header Last-Event-ID that is no feed sequence');
    const asked = askedOf({ ...query, ...(last !== undefined && { after: Number(last) }) });
    reply.hijack();
    const signal = AbortSignal.any([goneSignal(reply), this.growth.stopping]);
    await streamEvents(reply.raw, signal, asked.after, (after, waitMs) =>
      this.feed.page(principal, { ...asked, after }, waitMs, signal),
    );
  }

  @Get(':event')
  @Answers(EVENT_LINE)
  one(@Caller() principal: Principal, @IdParam('event') event: string) {
    return this.feed.one(principal, event);
  }
}

function askedOf({ after = 0, before, limit = LARGEST_PAGE, types, engagement, asOf, knownAt }: FeedQuery): FeedAsked {
  const wanted = typesIn(types);
  if (!wanted) throw invalid('/types', 'must be event types such as risk.RiskIdentified or risk.*, joined by commas');
  return {
    after,
    limit,
    types: wanted,
    ...(before !== undefined && { before }),
    ...(engagement && { engagement }),
    ...(asOf && { asOf }),
    ...(knownAt && { knownAt }),
  };
}

/** Aborts when the client has hung up. The request's own `close` only says that it was read to its end. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
