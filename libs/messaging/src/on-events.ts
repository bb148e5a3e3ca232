import { applyDecorators, Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';

const TOPIC = /^bw\.(.+)\.events\.v1$/;

export const topicOf = (service: string): string => `bw.${service}.events.v1`;

/** The service whose events travel there; undefined for any other topic. */
export const sourceOf = (topic: string): string | undefined => TOPIC.exec(topic)?.[1];

/** What the decorators tell the strategies about a handler. */
export interface HandlerExtras {
  /** Class and method: part of the ids of commands that follow from an event, so it must not change lightly. */
  readonly name: string;
  readonly batch: boolean;
}

/** The method takes each event of that service's log: `(@Payload() event: unknown, @Ctx() delivery: Delivery)`. */
export function OnEvents(service: string): MethodDecorator {
  return handles(service, false);
}

/** The method takes runs of events of one tenant: `(@Payload() events: Event[], @Ctx() delivery: BatchDelivery)`. */
export function OnBatches(service: string): MethodDecorator {
  return handles(service, true);
}

/** Nest's own filter would replace the error by "Internal server error"; the runner must see what really went wrong. */
@Catch()
class ErrorsAsTheyAre implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

function handles(service: string, batch: boolean): MethodDecorator {
  return (target, method, descriptor) => {
    const extras: HandlerExtras = { name: `${target.constructor.name}.${String(method)}`, batch };
    const decorate = applyDecorators(
      EventPattern<string>(topicOf(service), { ...extras }),
      UseFilters(new ErrorsAsTheyAre()),
    );
    decorate(target, method, descriptor);
  };
}
