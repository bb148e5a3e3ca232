import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Event } from '@bw/contracts-base';
import { type BatchDelivery, OnBatches } from '@bw/messaging';
import { FactStore } from '@bw/projections';
import { Feed } from './feed.ts';

/** Takes in the four logs: facts and feed together, in the transaction of the consumer's offset. */
@Controller()
export class FactsConsumer {
  constructor(
    private readonly facts: FactStore,
    private readonly feed: Feed,
  ) {}

  @OnBatches('engagement')
  engagement(@Payload() events: Event[], @Ctx() delivery: BatchDelivery) {
    return this.#take(events, delivery);
  }

  @OnBatches('scheduling')
  scheduling(@Payload() events: Event[], @Ctx() delivery: BatchDelivery) {
    return this.#take(events, delivery);
  }

  @OnBatches('risk')
  risk(@Payload() events: Event[], @Ctx() delivery: BatchDelivery) {
    return this.#take(events, delivery);
  }

  @OnBatches('reporting')
  reporting(@Payload() events: Event[], @Ctx() delivery: BatchDelivery) {
    return this.#take(events, delivery);
  }

  async #take(events: readonly Event[], { tx }: BatchDelivery): Promise<void> {
    const fresh = await this.facts.fold(tx, events);
    await this.feed.append(tx, fresh);
  }
}
