import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Commands } from '@bw/event-store';
import { type Delivery, OnEvents } from '@bw/messaging';
import { Listing } from './listing.ts';
import { lineOfStream } from './lines.ts';

/** Shows what happened in the lists. The line is made of the stream as it is: at least as new as the event. */
@Controller()
export class ListingConsumer {
  constructor(
    private readonly commands: Commands,
    private readonly listing: Listing,
  ) {}

  @OnEvents('engagement')
  async on(@Payload() _: unknown, @Ctx() { event: { tenant, stream }, tx }: Delivery): Promise<void> {
    const line = await lineOfStream(this.commands, tenant, stream);
    if (line) await this.listing.put(line, tenant, tx);
  }
}
