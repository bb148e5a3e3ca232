import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isId } from '@bw/kernel';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { ServiceConfig } from '../config/service-config.ts';
import { Problem } from '../http/problem.ts';

/** What a token says of whoever bears it. */
export interface Bearer {
  readonly user: string;
  readonly tenant: string;
  readonly actingFor?: string;
  readonly roles: readonly string[];
  /** When the token ends, milliseconds since 1970. */
  readonly expires: number;
}

/** Only signatures with a private key: with a shared secret, whoever can check a token could also make one. */
const ALGORITHMS = ['ES256', 'RS256', 'EdDSA'];
const CLOCK_SKEW_SECONDS = 60;
/** Checking a signature costs a fifth of a millisecond; a token is checked once and remembered for a moment. */
const REMEMBERED = 1_000;
const REMEMBERED_MS = 60_000;

/** Checks bearer tokens of the installation's OpenID provider. */
@Injectable()
export class Tokens implements OnApplicationShutdown {
  readonly #config: ServiceConfig['identity'];
  readonly #keys: JWTVerifyGetKey;
  readonly #good = new Map<string, { readonly bearer: Bearer; readonly until: number }>();

  constructor({ identity }: ServiceConfig) {
    this.#config = identity;
    this.#keys = keysOf(identity.jwks);
  }

  /** Throws a problem where the token is none of the issuer's, for somebody else, expired or without what we need. */
  async check(token: string): Promise<Bearer> {
    const now = Date.now();
    const remembered = this.#good.get(token);
    if (remembered && remembered.until > now) return remembered.bearer;
    const bearer = bearerOf(await this.#verify(token));
    if (this.#good.size >= REMEMBERED) this.#good.clear();
    this.#good.set(token, { bearer, until: Math.min(bearer.expires, now + REMEMBERED_MS) });
    return bearer;
  }

  onApplicationShutdown(): void {
    this.#good.clear();
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this.#config;
    try {
      const rules = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_SKEW_SECONDS };
      return (await jwtVerify(token, this.#keys, { ...rules, requiredClaims: ['exp', 'sub'] })).payload;
    } catch (error) {
      if (error instanceof errors.JOSEError && !isOutage(error)) throw unauthenticated(reasonOf(error));
      throw new Problem({
        code: 'UNAVAILABLE',
        detail: 'The keys of the identity provider cannot be read just now.',
        headers: { 'retry-after': '5' },
      });
    }
  }
}

export function unauthenticated(detail: string): Problem {
  const hint = 'Sign in again and send the access token as "Authorization: Bearer ...".';
  return new Problem({ code: 'UNAUTHENTICATED', detail, hint, headers: { 'www-authenticate': 'Bearer' } });
}

function keysOf(jwks: ServiceConfig['identity']['jwks']): JWTVerifyGetKey {
  if ('json' in jwks) return createLocalJWKSet(JSON.parse(jwks.json) as JSONWebKeySet); // jose checks its shape
  // An unknown key makes it look again, but at most twice a minute: forged key ids must not become a load on the issuer.
  return createRemoteJWKSet(new URL(jwks.url), {
    cacheMaxAge: 600_000,
    cooldownDuration: 30_000,
    timeoutDuration: 5_000,
  });
}

function isOutage(error: errors.JOSEError): boolean {
  // The keys could not be fetched: that says nothing about the token.
  return error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWTClaimValidationFailed)
    return `The token is not for us: its claim "${error.claim}" is wrong.`;
  return 'The token is not good: nobody we know has signed it.';
}

function bearerOf({ sub, tenant, roles, act, exp }: JWTPayload): Bearer {
  if (!isId(sub)) throw unauthenticated('The token names no user of ours: its subject is no UUID.');
  if (!isId(tenant)) throw unauthenticated('The token names no tenant.');
  const expires = (exp ?? 0) * 1000;
  const actor = actorOf(act);
  // Delegation (RFC 8693): `act` is who does it, `sub` for whom.
  return { user: actor ?? sub, tenant, ...(actor && { actingFor: sub }), roles: textsOf(roles), expires };
}

function actorOf(act: unknown): string | undefined {
  if (act === undefined) return undefined;
  const actor: unknown = typeof act === 'object' && act !== null ? Reflect.get(act, 'sub') : undefined;
  if (!isId(actor)) throw unauthenticated('The token says that somebody acts for another, but not who.');
  return actor;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
