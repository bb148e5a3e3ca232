import type { Event, Fact } from '@bw/contracts-base';
import { derivedId } from '@bw/event-store';
import type { Instant, Issued } from '@bw/kernel';
import type { ContractCheck, Delivery, EventOf, Handlers, Taken, Transaction } from './delivery.ts';

export interface DeliveryTo {
  readonly group: string;
  readonly handler: string;
  readonly now: () => Instant;
  readonly check?: ContractCheck;
}

/** An event on its way to one handler. */
export class EventDelivery implements Delivery {
  constructor(
    readonly event: Event,
    readonly tx: Transaction,
    private readonly to: DeliveryTo,
  ) {}

  async take<F extends Fact>(message: unknown, handlers: Handlers<F>): Promise<void> {
    if (message !== this.event) throw new TypeError('delivery.take wants the message as it came: the whole event.');
    if (!Object.hasOwn(handlers, this.event.type)) return;

    this.to.check?.(this.event);
    // The type was looked up and the contract has read the data: only the compiler cannot follow.
    const handle = handlers[this.event.type as F['type']] as Handle<F> | undefined;
    await handle?.(this.event.data as F['data'], {
      event: this.event as EventOf<F>,
      tx: this.tx,
      issued: this.issued(),
      issuedFor: (step) => this.issued(step),
    });
  }

  private issued(...step: readonly string[]): Issued {
    const { event, to } = this;
    const { effectiveDay: day, effectiveZone: zone } = event;
    return {
      at: to.now(),
      effective: { at: event.effective, ...(day !== undefined && { day }), ...(zone !== undefined && { zone }) },
      tenant: event.tenant,
      actor: `system:${to.group}`,
      command: derivedId(event.id, to.group, to.handler, ...step),
      correlation: event.correlation,
      causation: event.id,
      notBefore: event.recorded,
    };
  }
}

type Handle<F extends Fact> = (data: F['data'], taken: Taken<EventOf<F>>) => Promise<unknown> | void;
