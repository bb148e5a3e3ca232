import type { Batch, Consumer } from 'kafkajs';

interface Place {
  next: number;
  tries: number;
}

const TRIES = 3;

/**
 * Sees to it that each partition is read from where the group's own table says, not from what Kafka remembers: the two
 * differ after a crash, and when either side was restored from a copy.
 */
export class Placement {
  private readonly places = new Map<string, Place>();
  private assigning: Promise<void> = Promise.resolve();

  constructor(
    private readonly consumer: Consumer,
    private readonly start: (topic: string, partition: number) => Promise<number>,
  ) {}

  /** The group has given this member its partitions. */
  assigned(assignment: Readonly<Record<string, readonly number[]>>): Promise<void> {
    this.assigning = this.place(assignment);
    return this.assigning;
  }

  /** Whether a batch begins where the group goes on. If not, the reader is sent there, and the batch is not to be used. */
  async isInPlace({ topic, partition, messages }: Batch, mayHaveHoles: boolean): Promise<boolean> {
    await this.assigning;
    const [first, last] = [messages[0], messages.at(-1)].map((message) => Number(message?.offset));
    const place = this.places.get(`${topic}/${partition}`);
    if (!place || first === undefined || last === undefined) return false;
    if (mayHaveHoles || (first <= place.next && place.next <= last)) {
      place.tries = 0;
      return true;
    }
    place.tries += 1;
    if (place.tries > TRIES) {
      throw new Error(
        `${topic}/${partition} goes on at ${first}, the group at ${place.next}: Kafka lost events or was set up anew. ` +
          `Restore it, or begin the group anew from the services' logs.`,
      );
    }
    this.consumer.seek({ topic, partition, offset: String(place.next) });
    return false;
  }

  reached(topic: string, partition: number, next: number): void {
    const place = this.places.get(`${topic}/${partition}`);
    if (place) place.next = next;
  }

  private async place(assignment: Readonly<Record<string, readonly number[]>>): Promise<void> {
    this.places.clear();
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) {
        const next = await this.start(topic, partition);
        this.places.set(`${topic}/${partition}`, { next, tries: 0 });
        this.consumer.seek({ topic, partition, offset: String(next) });
      }
    }
  }
}
