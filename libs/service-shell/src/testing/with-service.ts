import { setTimeout as pause } from 'node:timers/promises';
import type { Fact } from '@bw/contracts-base';
import { Clock } from '@bw/event-store';
import type { Id } from '@bw/kernel';
import { createTestIssuer, freshServiceDatabase, idOf, sampleEvent, TEST_TENANT } from '@bw/testing';
import { Directory } from '../access/directory.ts';
import type { Party, Role } from '../access/roles.ts';
import type { ServiceApp } from '../app/create-service-app.ts';
import type { CreateService } from '../app/run.ts';
import { loadServiceConfig } from '../config/service-config.ts';
import { type Client, clientOf } from './client.ts';
import { ForeignLog, type Happening } from './foreign-log.ts';

export interface ServiceWanted {
  readonly service: string;
  readonly createService: CreateService;
  /** The services whose events it takes in: each gets a log in which the test lets things happen. */
  readonly consumes?: readonly string[];
  readonly clock?: 'wall' | 'replay';
  /** Further settings. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Granted {
  readonly party?: Party;
  readonly roles?: readonly Role[];
  readonly client?: Id;
  readonly engagement?: Id;
  readonly from?: string;
  readonly to?: string;
  readonly tenant?: Id;
}

export interface ServiceUnderTest {
  readonly app: ServiceApp;
  readonly tenant: Id;
  /** Requests of a persona, or of anybody; whoever has no membership has none. */
  as(who: string, of?: { readonly tenant?: Id; readonly tokenRoles?: readonly string[] }): Client;
  /** Requests without a token. */
  readonly anonymous: Client;
  /** Gives a persona the membership that goes with its role; its party follows from the role unless said. */
  grant(who: string, granted?: Granted): Promise<void>;
  /** Lets the service's directory know of an engagement and its client. */
  knows(place: { readonly client: Id; readonly engagement?: Id; readonly tenant?: Id }): Promise<void>;
  /** Something happens in another service; resolves when the service under test has taken it in. */
  happens(source: string, fact: Fact, happening?: Partial<Happening>): Promise<void>;
  /** Stops the service and starts it anew on what it left; clients of before speak to the stopped one. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The user id of a persona in tests. */
export function userOf(who: string): Id {
  return idOf('user', who);
}

const PARTY_OF: Partial<Record<string, Party>> = {
  sponsor: 'client',
  'client-viewer': 'client',
  'vendor-lead': 'vendor',
};

/** Starts a service as its host would, on fresh databases. Stop it in `afterAll`. */
export async function withService(wanted: ServiceWanted): Promise<ServiceUnderTest> {
  const { service, createService, consumes = [], clock = 'wall' } = wanted;
  const issuer = await createTestIssuer();
  const database = await freshServiceDatabase(service);
  const foreign = new Map<string, ForeignLog>();
  // One clock for all services of an installation: under a replay clock the others' events bear its time too.
  const ours: Clock = { mode: clock, now: () => app.get(Clock).now() };
  for (const source of consumes) if (source !== service) foreign.set(source, await ForeignLog.open(source, ours));

  const prefix = service.toUpperCase();
  const settings = {
    [`${prefix}_OWNER_URL`]: database.ownerUrl,
    [`${prefix}_DATABASE_URL`]: database.databaseUrl,
    [`${prefix}_LOG_URL`]: database.logUrl,
    ...Object.fromEntries([...foreign].map(([source, { logUrl }]) => [`${source.toUpperCase()}_LOG_URL`, logUrl])),
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: issuer.audience,
    OIDC_JWKS: JSON.stringify(issuer.jwks),
    BW_CLOCK: clock,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ...wanted.variables,
  };
  let app = await createService(loadServiceConfig(service, settings));

  let taken = 0;
  const tell = async (tenant: Id, type: string, data: object) => {
    taken += 1;
    await app.get(Directory).take([sampleEvent({ type, data }, { tenant, position: taken })]);
  };
  return {
    get app() {
      return app;
    },
    tenant: TEST_TENANT,
    get anonymous() {
      return clientOf(app, async () => ({}));
    },
    as(who, { tenant = TEST_TENANT, tokenRoles } = {}) {
      const roles = tokenRoles ?? (who === 'tenant-admin' ? ['tenant-admin'] : undefined);
      return clientOf(app, () => issuer.headers({ user: userOf(who), tenant, ...(roles && { roles }) }));
    },
    async grant(who, { party, roles, client, engagement, from = '2000-01-01', to, tenant = TEST_TENANT } = {}) {
      await tell(tenant, 'engagement.MembershipGranted', {
        membershipId: idOf('membership', who, client ?? '', engagement ?? '', tenant),
        user: userOf(who),
        party: party ?? PARTY_OF[who] ?? 'provider',
        roles: roles ?? [who],
        ...(client && { clientId: client }),
        ...(engagement && { engagementId: engagement }),
        from,
        ...(to && { to }),
      });
    },
    async knows({ client, engagement, tenant = TEST_TENANT }) {
      const named = { code: 'TEST', zone: 'UTC', currency: 'EUR' };
      await tell(tenant, 'engagement.ClientRegistered', { ...named, clientId: client, name: 'Client' });
      if (!engagement) return;
      const data = { ...named, engagementId: engagement, clientId: client, title: 'Engagement' };
      await tell(tenant, 'engagement.EnquiryOpened', data);
    },
    async happens(source, fact, happening = {}) {
      const log = foreign.get(source);
      if (!log) throw new Error(`The service under test does not consume ${source}: say so in \`consumes\`.`);
      const position = await log.append(fact, { tenant: TEST_TENANT, ...happening });
      await untilConsumed(app, { service, source, position });
    },
    async restart() {
      await app.close();
      app = await createService(loadServiceConfig(service, settings));
    },
    async stop() {
      await app.close();
      await Promise.all([...foreign.values()].map((log) => log.close()));
    },
  };
}

const PATIENCE_MS = 10_000;

async function untilConsumed(
  app: ServiceApp,
  { service, source, position }: { readonly service: string; readonly source: string; readonly position: number },
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { consumed } = (await app.inject(`/ops/${service}/positions`)).json<{ consumed: Record<string, number> }>();
    if ((consumed[source] ?? 0) >= position) return;
    if (Date.now() > deadline) {
      throw new Error(`${service} has not taken in ${source}:${position}; it is at ${consumed[source] ?? 0}.`);
    }
    await pause(10);
  }
}
