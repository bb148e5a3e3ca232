import { EventPattern } from '@nestjs/microservices';

export const topicOf = (service: string): string => `bw.${service}.events.v1`;

/** The method takes each event of that service's log: `(@Payload() event: unknown, @Ctx() delivery: Delivery)`. */
export function OnEvents(service: string): MethodDecorator {
  return EventPattern<string>(topicOf(service));
}

/** The method takes runs of events of one tenant: `(@Payload() events: Event[], @Ctx() delivery: BatchDelivery)`. */
export function OnBatches(service: string): MethodDecorator {
  return EventPattern<string>(topicOf(service), { batch: true });
}
