import type { Pool, PoolClient } from 'pg';
import type {
  ConsumerStore,
  ConsumerWork,
  DeadLetter,
  DeadLetterQuery,
  Place,
  SourcePosition,
  Stored,
} from './consumer-store.ts';
import { findLetter, findLetters } from './pg-dead-letters.ts';
import { PgConsumerWork } from './pg-consumer-work.ts';
import { readPositions } from './pg-positions.ts';

/** A group's bookkeeping in the service's own database, schema `bus`, by the role that the service runs as. */
export class PgConsumerStore implements ConsumerStore {
  private readonly inFlight = new Map<PoolClient, (error?: Error) => void>();

  constructor(
    readonly group: string,
    private readonly pool: Pool,
  ) {}

  async transaction<T>(work: (consumer: ConsumerWork) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const release = this.releaseOnce(client);
    // A connection that breaks between two statements says so here alone; the next statement fails and tells the rest.
    const broken = (error: Error) => release(error);
    client.on('error', broken);
    try {
      await client.query('begin');
      const result = await work(new PgConsumerWork(this.group, client));
      await client.query('commit');
      release();
      return result;
    } catch (error) {
      await client.query('rollback').then(
        () => release(),
        (hopeless: Error) => release(hopeless), // the pool throws the connection away, and with it the transaction
      );
      throw error;
    } finally {
      client.off('error', broken);
    }
  }

  async stored(source: string): Promise<readonly (Place & Stored & { readonly partitions: number })[]> {
    const { rows } = await this.pool.query<{
      partition: number;
      partitions: number;
      next_offset: string;
      position: string;
    }>('select partition, partitions, next_offset, position from bus.consumer_offset where grp = $1 and source = $2', [
      this.group,
      source,
    ]);
    return rows.map(({ partition, partitions, next_offset, position }) => ({
      source,
      partition,
      partitions,
      nextOffset: Number(next_offset),
      position: Number(position),
    }));
  }

  letters(query: DeadLetterQuery): Promise<readonly DeadLetter[]> {
    return findLetters(this.pool, this.group, query);
  }

  letter(id: number): Promise<DeadLetter | undefined> {
    return findLetter(this.pool, this.group, id);
  }

  positions(): Promise<readonly SourcePosition[]> {
    return readPositions(this.pool, this.group);
  }

  abandon(): Promise<void> {
    for (const release of this.inFlight.values()) release(new Error('The transaction took too long to stop.'));
    return Promise.resolve();
  }

  private releaseOnce(client: PoolClient): (error?: Error) => void {
    const release = (error?: Error) => {
      if (this.inFlight.delete(client)) client.release(error);
    };
    this.inFlight.set(client, release);
    return release;
  }
}
