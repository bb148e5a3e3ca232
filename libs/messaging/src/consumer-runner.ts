import type { Event } from '@bw/contracts-base';
import {
  type Batch,
  type Bus,
  type Notices,
  type Received,
  type Subscribed,
  type Watermark,
  WHOLE_LOG,
} from './bus.ts';
import type { ConsumerStore, ConsumerWork, Stored } from './consumer-store.ts';
import type { Transaction } from './delivery.ts';
import type { Applier } from './event-applier.ts';
import { failureOf, sayFailure } from './failure.ts';
import { applyOneByOne, parkBehind, parkUnreadable } from './parking.ts';
import { partitionOf } from './partition.ts';
import { backOff, within } from './waiting.ts';

/** Called in a transaction when it is certain that a source's log, up to that position, is all there was at `at`. */
export type OnWatermark = (watermark: Watermark & { readonly source: string }, tx: Transaction) => Promise<void>;

export interface ConsumerOptions {
  readonly bus: Bus;
  readonly store: ConsumerStore;
  /** What the group does with events, by the service that they come from. */
  readonly appliers: ReadonlyMap<string, Applier>;
  readonly notices: Notices;
  readonly onWatermark?: OnWatermark;
  /** After so many lost races in a row it is not bad luck any more: the batch is taken apart. */
  readonly conflicts?: number;
  /** How long `stop` lets a transaction in flight finish. */
  readonly drainMs?: number;
}

const DRAIN_MS = 20_000;
/** What a batch whose transaction was broken off gets to notice it. */
const AFTERMATH_MS = 500;
const CONFLICTS = 8;

/**
 * Applies what a bus delivers to one group: a batch's effect and its offset in one transaction, so that every event has
 * its effect once however often it is delivered.
 */
export class ConsumerRunner {
  /** Positions that the group had passed when its reader started, on this bus or the other. */
  private readonly passed = new Map<string, (event: Event) => number>();
  private readonly troubles = new Map<string, string>();
  private subscribed?: Subscribed;

  constructor(private readonly options: ConsumerOptions) {}

  start(): void {
    const { bus, store, appliers, onWatermark } = this.options;
    if (appliers.size === 0 || this.subscribed) return;
    this.subscribed = bus.subscribe({
      group: store.group,
      sources: [...appliers.keys()],
      wantsWatermarks: onWatermark !== undefined,
      start: (source, partition) => this.startOf(source, partition),
      handle: (batch, signal) => this.handle(batch, signal),
    });
  }

  /** Reads no more and finishes the transactions in flight; what lasts too long is broken off and comes again. */
  async stop(): Promise<void> {
    const { store, notices, drainMs = DRAIN_MS } = this.options;
    const { subscribed } = this;
    this.subscribed = undefined;
    if (!subscribed) return;
    const stopping = subscribed.stop();
    if (await within(stopping, drainMs)) return;
    notices.error(
      `A batch of ${store.group} was not done after ${drainMs / 1000} s and is broken off: it comes again.`,
    );
    await store.abandon();
    if (!(await within(stopping, AFTERMATH_MS))) await subscribed.abandon();
  }

  /** What keeps the group from going on just now; empty when all is well. */
  problems(): readonly string[] {
    return [...(this.subscribed?.problems() ?? []), ...this.troubles.values()];
  }

  applierOf(source: string): Applier {
    const applier = this.options.appliers.get(source);
    if (!applier) throw new Error(`${this.options.store.group} does not read events of ${source}.`);
    return applier;
  }

  private async startOf(source: string, partition: number): Promise<number> {
    const rows = await this.options.store.stored(source);
    const logPosition = rows.find((row) => row.partition === WHOLE_LOG)?.position ?? 0;
    const kafka = rows.filter((row) => row.partition >= 0);
    const positions = new Map(kafka.map((row) => [row.partition, row.position]));
    const partitions = Math.max(0, ...kafka.map((row) => row.partitions));
    // An installation may change its bus: what the group has read on the other one is not applied again.
    this.passed.set(source, (event) =>
      Math.max(logPosition, partitions > 0 ? (positions.get(partitionOf(event.key, partitions)) ?? 0) : 0),
    );
    return rows.find((row) => row.partition === partition)?.nextOffset ?? 0;
  }

  private async handle(batch: Batch, signal: AbortSignal): Promise<void> {
    const { store, notices, conflicts: bearable = CONFLICTS } = this.options;
    const place = `${batch.source}/${batch.partition}`;
    let conflicts = 0;
    let apart = false;
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      const patient = conflicts <= bearable;
      try {
        await store.transaction((work) => this.apply(work, batch, apart ? { attempt, patient } : undefined));
        this.troubles.delete(place);
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'superseded') throw error;
        if (failure === 'conflict') conflicts += 1;
        const trouble = `${store.group} cannot apply events of ${batch.source}: ${sayFailure(error)}`;
        const isNews = this.troubles.get(place) !== trouble;
        this.troubles.set(place, trouble);
        if (!apart && (failure === 'poison' || conflicts > bearable)) {
          apart = true; // at once: the next try finds the event that is to blame
          continue;
        }
        if (isNews) notices[failure === 'poison' ? 'error' : 'warn'](`${trouble}. It goes on trying.`);
        await backOff(attempt, signal);
      }
    }
  }

  private async apply(work: ConsumerWork, batch: Batch, apart?: { attempt: number; patient: boolean }): Promise<void> {
    const { source, partition, partitions, mark, head } = batch;
    await batch.fence?.(work.tx);
    const stored = await work.lock({ source, partition });
    if (this.options.onWatermark) await work.takeTurn({ source, partition });
    const fresh = await this.fresh(work, batch, stored);
    const readable = await parkUnreadable(work, { source, partition, received: fresh });
    const events = await parkBehind(work, { source, partition, events: readable });
    const applier = this.applierOf(source);
    if (apart) await applyOneByOne(work, applier, { source, partition, events, ...apart });
    else if (events.length > 0) await applier.apply(work, events, { released: false });

    const inOrder = batch.events.flatMap(({ event, released, unreadable }) => (released || unreadable ? [] : event));
    await work.save(
      { source, partition },
      {
        nextOffset: Math.max(stored.nextOffset, batch.nextOffset),
        position: Math.max(stored.position, ...inOrder.map(({ position }) => position)),
        recorded: inOrder.at(-1)?.recorded,
        mark,
        partitions,
      },
    );
    if (!mark && !head) return;
    const watermark = await work.advance({ source, partition }, { mark, head });
    if (watermark) await this.options.onWatermark?.({ source, ...watermark }, work.tx);
  }

  /** What has not had its effect yet: not read before, and not read at an earlier place (a relay may send twice). */
  private async fresh(work: ConsumerWork, batch: Batch, stored: Stored): Promise<readonly Received[]> {
    const passed = this.passed.get(batch.source);
    let position = stored.position;
    const isFresh = async ({ event, offset, released, unreadable }: Received): Promise<boolean> => {
      if (offset < stored.nextOffset) return false;
      if (unreadable !== undefined) return true;
      if (released) return work.claimReleased(batch.source, event.id);
      if (event.position <= Math.max(position, passed?.(event) ?? 0)) return false;
      position = event.position;
      return true;
    };
    const fresh: Received[] = [];
    for (const received of batch.events) if (await isFresh(received)) fresh.push(received);
    return fresh;
  }
}
