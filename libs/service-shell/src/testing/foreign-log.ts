import { randomUUID } from 'node:crypto';
import type { Event, Fact } from '@bw/contracts-base';
import { Clock, eventStoreMigrations, PostgresEventStore, WallClock } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import { messagingMigrations } from '@bw/messaging';
import { freshServiceDatabase } from '@bw/testing';
import { Pool } from 'pg';
import { migrate } from '../database/migrate.ts';
import { ServiceLogger } from '../operations/logger.ts';

export interface Happening {
  readonly tenant: Id;
  readonly engagement?: Id;
  readonly client?: Id;
  readonly stream?: string;
  readonly actor?: string;
  readonly version?: number;
}

/** The log of a service that is not there: a test lets its events happen. */
export class ForeignLog {
  private constructor(
    readonly source: string,
    readonly logUrl: string,
    private readonly pool: Pool,
    private readonly store: PostgresEventStore,
    private readonly clock: Clock,
  ) {}

  static async open(source: string, clock: Clock = new WallClock()): Promise<ForeignLog> {
    const { ownerUrl, databaseUrl, logUrl } = await freshServiceDatabase(source);
    const logger = new ServiceLogger({ service: source, logLevel: 'silent' });
    const migrations = [...eventStoreMigrations, ...messagingMigrations];
    await migrate({ service: source, ownerUrl, migrations, patienceSeconds: 5, logger });
    const pool = new Pool({ connectionString: databaseUrl, max: 2 });
    return new ForeignLog(source, logUrl, pool, new PostgresEventStore({ source, pool, clock }), clock);
  }

  /** Stores the fact and gives its position. */
  async append(fact: Fact, { tenant, engagement, client, stream, actor, version = 1 }: Happening): Promise<number> {
    const command = randomUUID();
    const name = stream ?? `${this.source}-${engagement ?? client ?? command}`;
    const effective: Pick<Event, 'effective' | 'effectiveDay' | 'effectiveZone'> = fact.effective
      ? { effective: fact.effective.at, effectiveDay: fact.effective.day, effectiveZone: fact.effective.zone }
      : { effective: this.clock.now() };
    const { position } = await this.store.append({
      tenant,
      stream: name,
      key: `${tenant}/${engagement ?? name}`,
      ...(engagement && { engagement }),
      ...(client && { client }),
      expected: 'any',
      actor: actor ?? 'system:test',
      command,
      correlation: command,
      causation: command,
      events: [
        {
          id: randomUUID(),
          type: fact.type,
          version,
          data: fact.data,
          ...effective,
          ...(fact.corrects && { corrects: fact.corrects }),
        },
      ],
    });
    return position;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
