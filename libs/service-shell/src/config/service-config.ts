import { type Environment, readEnvironment } from './environment.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type EventBusConfig =
  { readonly kind: 'embedded' } | { readonly kind: 'kafka'; readonly brokers: readonly string[] };

/** Whose tokens are believed. */
export interface IdentityConfig {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys, or the keys themselves as JSON. */
  readonly jwks: { readonly url: string } | { readonly json: string };
}

/** All that a service wants to know at its start. A class, so that it is its own injection token. */
export abstract class ServiceConfig {
  abstract readonly service: string;
  abstract readonly host: string;
  abstract readonly port: number;
  /** Of the role that owns the tables. Where it is given, a start migrates; without it a job has done so before. */
  abstract readonly ownerUrl?: string;
  /** What the running service uses; bound by row security. */
  abstract readonly databaseUrl: string;
  /** How long a start waits for a database that does not answer yet. */
  abstract readonly databasePatienceSeconds: number;
  /** Published logs by service: its own for the relay, and on the embedded bus those that it consumes. */
  abstract readonly logUrls: Readonly<Record<string, string>>;
  abstract readonly eventBus: EventBusConfig;
  abstract readonly clock: 'wall' | 'replay';
  abstract readonly identity: IdentityConfig;
  /** Lets whoever holds it use the operations routes. */
  abstract readonly operationsToken?: string;
  /** Not for production: operations routes are open, errors may be told. */
  abstract readonly development: boolean;
  /** Requests that one principal may make per minute, counted by each instance for itself. */
  abstract readonly requestsPerMinute: number;
  abstract readonly logLevel: LogLevel;
  /** Where the log goes; standard output unless said. No setting of the environment. */
  abstract readonly logTo?: { write(line: string): void };
}

export function loadServiceConfig(service: string, variables: NodeJS.ProcessEnv): ServiceConfig {
  return readEnvironment(variables, (environment) => readServiceConfig(service, environment));
}

/** For a process that hosts several services and wants the problems of all of them in one list. */
export function readServiceConfig(service: string, environment: Environment): ServiceConfig {
  const prefix = service.toUpperCase();
  const development =
    environment.oneOf('NODE_ENV', ['production', 'development', 'test'], 'development') !== 'production';
  const operationsToken = environment.optional('OPERATIONS_TOKEN');
  const isOwner = environment.optional(`${prefix}_OWNER_URL`) !== undefined;
  return {
    service,
    host: environment.text('HOST', '127.0.0.1'),
    port: environment.port('PORT', 3000),
    ...(isOwner && { ownerUrl: environment.url(`${prefix}_OWNER_URL`, POSTGRES) }),
    databaseUrl: environment.url(`${prefix}_DATABASE_URL`, POSTGRES),
    databasePatienceSeconds: readPatience(environment),
    logUrls: readLogUrls(service, environment),
    eventBus: readEventBus(environment),
    clock: environment.oneOf('BW_CLOCK', ['wall', 'replay'], 'wall'),
    identity: readIdentity(environment, development),
    ...(operationsToken && { operationsToken }),
    development,
    requestsPerMinute: environment.whole('REQUESTS_PER_MINUTE', 6_000, { min: 1, max: 10_000_000 }),
    logLevel: readLogLevel(environment),
  };
}

/** What a job needs that only migrates. */
export type MigrationConfig = Pick<ServiceConfig, 'service' | 'databasePatienceSeconds' | 'logLevel'> &
  Required<Pick<ServiceConfig, 'ownerUrl'>>;

export function loadMigrationConfig(service: string, variables: NodeJS.ProcessEnv): MigrationConfig {
  return readEnvironment(variables, (environment) => ({
    service,
    ownerUrl: environment.url(`${service.toUpperCase()}_OWNER_URL`, POSTGRES),
    databasePatienceSeconds: readPatience(environment),
    logLevel: readLogLevel(environment),
  }));
}

const readPatience = (environment: Environment): number =>
  environment.whole('DATABASE_PATIENCE_SECONDS', 30, { min: 0, max: 3_600 });

const readLogLevel = (environment: Environment): LogLevel => environment.oneOf('LOG_LEVEL', logLevels, 'info');

/** The development issuer behind the front door where it stands by default. */
const LOCAL_ISSUER = 'http://127.0.0.1:3000/oidc';
const POSTGRES = ['postgres:', 'postgresql:'];

/** Its own log's address is a must; of the others those that are given: `createServiceApp` knows which it needs. */
function readLogUrls(service: string, environment: Environment): Readonly<Record<string, string>> {
  const own = `${service.toUpperCase()}_LOG_URL`;
  const names = environment.names(/^[A-Z]+_LOG_URL(_FILE)?$/).map((name) => name.replace(/_FILE$/, ''));
  const urls = [...new Set([own, ...names])].map((name) => [
    name.replace(/_LOG_URL$/, '').toLowerCase(),
    environment.url(name, POSTGRES),
  ]);
  return Object.fromEntries(urls) as Record<string, string>; // fromEntries forgets that both are texts
}

function readEventBus(environment: Environment): EventBusConfig {
  const kind = environment.oneOf('EVENT_BUS', ['embedded', 'kafka'], 'embedded');
  return kind === 'kafka' ? { kind, brokers: environment.list('KAFKA_BROKERS') } : { kind };
}

/** In production nobody's tokens are believed by default. */
function readIdentity(environment: Environment, development: boolean): IdentityConfig {
  const issuer = environment.url('OIDC_ISSUER', ['http:', 'https:'], development ? LOCAL_ISSUER : undefined);
  const json = environment.optional('OIDC_JWKS');
  const fallback = `${issuer.replace(/\/$/, '')}/jwks`;
  return {
    issuer,
    audience: environment.text('OIDC_AUDIENCE', 'bridgework'),
    jwks: json ? { json } : { url: environment.url('OIDC_JWKS_URL', ['http:', 'https:'], fallback) },
  };
}
