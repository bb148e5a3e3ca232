import type { Event } from '@bw/contracts-base';
import type { Instant } from '@bw/kernel';
import type { ConsumerWork } from './consumer-store.ts';
import type { ContractCheck } from './delivery.ts';
import { EventDelivery } from './event-delivery.ts';
import type { BatchHandler, EventHandler, SingleHandler } from './event-handler.ts';

export interface ApplierOptions {
  readonly group: string;
  readonly now: () => Instant;
  readonly check?: ContractCheck;
}

/** What a group does with events, inside its transaction. */
export interface Applier {
  apply(work: ConsumerWork, events: readonly Event[], how: { readonly released: boolean }): Promise<void>;
}

/** Runs handlers inside a consumer's transaction, each tenant's events under that tenant's row security. */
export class EventApplier implements Applier {
  private readonly single: readonly SingleHandler[];
  private readonly batch: readonly BatchHandler[];

  constructor(
    handlers: readonly EventHandler[],
    private readonly options: ApplierOptions,
  ) {
    this.single = handlers.filter((handler) => !handler.batch);
    this.batch = handlers.filter((handler) => handler.batch);
  }

  /** Tenant by tenant: order between tenants means nothing, and handlers of batches get long runs. */
  async apply(work: ConsumerWork, events: readonly Event[]): Promise<void> {
    for (const [tenant, ofTenant] of Map.groupBy(events, (event) => event.tenant)) {
      await work.actFor(tenant);
      for (const event of ofTenant) await this.runSingle(work, event);
      await this.runBatch(work, tenant, ofTenant);
    }
  }

  private async runSingle({ tx }: ConsumerWork, event: Event): Promise<void> {
    const { group, now, check } = this.options;
    for (const handler of this.single) {
      await handler.handle(event, new EventDelivery(event, tx, { group, handler: handler.name, now, check }));
    }
  }

  private async runBatch({ tx }: ConsumerWork, tenant: string, events: readonly Event[]): Promise<void> {
    if (this.batch.length === 0) return;
    for (const event of events) this.options.check?.(event);
    for (const handler of this.batch) await handler.handle(events, { tenant, tx });
  }
}
