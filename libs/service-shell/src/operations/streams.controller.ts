import { Controller, Get, Param, Query } from '@nestjs/common';
import { Code, Count, Hash, Id, Instant, ListOf, Optional, Text } from '@bw/contracts-base';
import { EventStore } from '@bw/event-store';
import type { Principal } from '../access/principal.ts';
import { Caller } from '../http/parameters.ts';
import { Problem } from '../http/problem.ts';
import { Allows, Answers } from '../http/routes.ts';

/** A stream is one thing's history; longer ones are read through the feed. */
const LONGEST = 10_000;
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_NAME = 200;

class StreamLink {
  @Count({ min: 1 }) readonly version!: number;
  @Id() readonly event!: string;
  @Text(200) readonly type!: string;
  @Instant() readonly recorded!: string;
  /** Fingerprint (sha256) of the envelope and of the data as they are stored now. */
  @Hash() readonly content!: string;
  /** What the log sealed it with: sha256 of the seal before it, the content, the version and the recorded time. */
  @Hash() readonly hash!: string;
}

class StreamProofView {
  @Text(LONGEST_NAME) readonly stream!: string;
  @Count({ min: 1 }) readonly version!: number;
  @Code() readonly state!: 'intact' | 'broken';
  /** The first version that was changed, taken away or slipped in. */
  @Count({ min: 1, optional: true }) readonly firstBroken?: number;
  @ListOf(() => StreamLink, { max: LONGEST }) readonly links!: readonly StreamLink[];
}

class ProofQuery {
  /** Only the links after this version. The state is always that of the whole stream. */
  @Optional() @Count() readonly after?: number;
}

/** The log itself, for those who have to vouch for it. */
@Controller('streams')
export class StreamsController {
  constructor(private readonly store: EventStore) {}

  /** Is the stream as it was written? With all that one needs to find out alone. */
  @Get(':stream/proof')
  @Allows('tenant-admin', 'compliance-officer', 'director')
  @Answers(StreamProofView)
  async proof(
    @Caller() caller: Principal,
    @Param('stream') stream: string,
    @Query() { after = 0 }: ProofQuery,
  ): Promise<StreamProofView> {
    if (!vouchesForAll(caller) || stream.length > LONGEST_NAME || !NAME.test(stream)) throw notFound(stream);
    const { version, firstBroken, links } = await this.store.proof(caller.tenant, stream);
    if (version === 0 && links.length === 0) throw notFound(stream);
    return {
      stream,
      version: Math.max(version, 1),
      state: firstBroken === undefined ? 'intact' : 'broken',
      ...(firstBroken !== undefined && { firstBroken }),
      links: links.filter((link) => link.version > after).slice(0, LONGEST),
    };
  }
}

/** Only people of the provider whose membership is bound to no client and no engagement: a stream may be anybody's. */
function vouchesForAll({ isTenantAdmin, memberships }: Principal): boolean {
  return (
    isTenantAdmin ||
    memberships.some(
      ({ party, client, engagement, roles }) =>
        party === 'provider' &&
        client === undefined &&
        engagement === undefined &&
        (roles.includes('compliance-officer') || roles.includes('director')),
    )
  );
}

function notFound(stream: string): Problem {
  const shown = NAME.test(stream) ? stream.slice(0, LONGEST_NAME) : 'of that name';
  return new Problem({ code: 'NOT_FOUND', detail: `This log has no stream ${shown}.` });
}
