import type { Event, Fact } from '@bw/contracts-base';
import type { EngagementEvent } from '@bw/contracts-engagement';
import type { ReportingEvent } from '@bw/contracts-reporting';
import type { RiskServiceEvent } from '@bw/contracts-risk';
import type { SchedulingFact } from '@bw/contracts-scheduling';
import type { Id, Instant } from '@bw/kernel';
import { FactStore, PgTwoTimes, projectionsMigrations } from '@bw/projections';
import {
  Access,
  Database,
  Directory,
  loadServiceConfig,
  type Membership,
  type Principal,
  ServiceLogger,
} from '@bw/service-shell';
import { freshServiceDatabase, idOf, sampleEvent, TEST_TENANT } from '@bw/testing';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CreateAnalytics1764000000001 } from '../analytics/analytics.migration.ts';
import { IndexTheTrail1764100000001 } from '../audit/audit.migration.ts';
import { Feed } from '../facts/feed.ts';
import { CreateFeed1763900001001 } from '../facts/feed.migration.ts';
import { projections } from '../facts/projections.ts';
import { sources } from '../facts/sources.ts';
import { Readings } from '../reading/readings.ts';

/** Whatever the four logs can hold. */
export type Told = EngagementEvent | SchedulingFact | RiskServiceEvent | ReportingEvent;

interface Telling {
  readonly engagement?: Id;
  readonly client?: Id;
  readonly effective?: Instant;
  readonly recorded?: Instant;
  readonly corrects?: Id;
  readonly actor?: Id;
  readonly reason?: string;
  readonly stream?: string;
}

/** Whose engagement is whose, as a test says. */
class KnownDirectory extends Directory {
  readonly places: Awaited<ReturnType<Directory['engagements']>>[number][] = [];

  override locate(
    _tenant: Id,
    place: { readonly engagement?: Id; readonly client?: Id },
  ): ReturnType<Directory['locate']> {
    if (!place.engagement) return Promise.resolve(place);
    return Promise.resolve(this.places.find(({ engagement }) => engagement === place.engagement));
  }

  override engagements(): ReturnType<Directory['engagements']> {
    return Promise.resolve(this.places);
  }
}

/** Reporting without its bus: a test tells it events as the four logs would hold them. */
export class House {
  readonly readings: Readings;
  readonly #positions = new Map<string, number>();
  readonly #facts = new FactStore({ sources, projections });
  readonly #feed = new Feed();
  #clock = Date.UTC(2026, 0, 1);

  private constructor(
    readonly database: Database,
    readonly owner: Pool,
    readonly directory: KnownDirectory,
  ) {
    const now = () => '2030-01-01T00:00:00.000Z';
    const twoTimes = new PgTwoTimes({ pool: database.pool, sources, now, patienceMs: 50 });
    this.readings = new Readings(twoTimes, new Access(directory));
  }

  static async open(): Promise<House> {
    const { ownerUrl, databaseUrl, logUrl } = await freshServiceDatabase('reporting');
    const migrations = [
      ...projectionsMigrations,
      CreateFeed1763900001001,
      CreateAnalytics1764000000001,
      IndexTheTrail1764100000001,
    ];
    const source = await new DataSource({ type: 'postgres', url: ownerUrl, migrations }).initialize();
    await source.runMigrations();
    await source.destroy();
    // The directory is this test's own: it never asks its database.
    const directory = new KnownDirectory(undefined as unknown as Database);
    const config = loadServiceConfig('reporting', {
      REPORTING_OWNER_URL: ownerUrl,
      REPORTING_DATABASE_URL: databaseUrl,
      REPORTING_LOG_URL: logUrl,
      LOG_LEVEL: 'silent',
    });
    const database = new Database(config, new ServiceLogger(config));
    return new House(database, new Pool({ connectionString: ownerUrl, max: 2 }), directory);
  }

  async close(): Promise<void> {
    await this.database.onApplicationShutdown();
    await this.owner.end();
  }

  /** An event as its log would hold it; recorded a second after the one before unless told otherwise. */
  event(fact: Told, { effective, recorded, ...rest }: Telling = {}): Event {
    const source = fact.type.split('.')[0] ?? '';
    const position = (this.#positions.get(source) ?? 0) + 1;
    this.#positions.set(source, position);
    this.#clock = recorded ? Date.parse(recorded) : this.#clock + 1_000;
    const at = new Date(this.#clock).toISOString();
    const untyped: Fact = fact;
    return sampleEvent(untyped, {
      ...rest,
      id: idOf('event', source, position),
      source,
      position,
      recorded: at,
      effective: effective ?? at,
    });
  }

  /** Takes events in, as the consumer does. */
  async take(...events: readonly Event[]): Promise<void> {
    await this.database.withTenant(TEST_TENANT, async (tx) => {
      await this.#feed.append(tx, await this.#facts.fold(tx, events));
    });
  }

  async tell(fact: Told, telling?: Telling): Promise<Event> {
    const event = this.event(fact, telling);
    await this.take(event);
    return event;
  }
}

const principal = (user: string, membership: Omit<Membership, 'id' | 'from'>): Principal => ({
  user: idOf('user', user),
  tenant: TEST_TENANT,
  isTenantAdmin: false,
  memberships: [{ id: idOf('membership', user), from: '2000-01-01', ...membership }],
});

/** Works for the provider, on everything. */
export const director: Principal = principal('director', { party: 'provider', roles: ['director'] });

/** Signs for one client. */
export const sponsorOf = (client: Id): Principal =>
  principal(`sponsor of ${client}`, { party: 'client', roles: ['sponsor'], client });
