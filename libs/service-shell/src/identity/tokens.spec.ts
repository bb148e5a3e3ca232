import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestIssuer, idOf, TEST_AUDIENCE, TEST_ISSUER, TEST_TENANT } from '@bw/testing';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import { loadServiceConfig, Problem } from '../index.ts';
import { Tokens } from './tokens.ts';

const USER = idOf('user');
const url = 'postgres://localhost/doors';
const urls = { DOORS_OWNER_URL: url, DOORS_DATABASE_URL: url, DOORS_LOG_URL: url };

const tokensOf = (identity: Record<string, string>) =>
  new Tokens(loadServiceConfig('doors', { ...urls, OIDC_ISSUER: TEST_ISSUER, ...identity }));

/** What the check says: the bearer, or the problem's code and wording. */
async function verdict(tokens: Tokens, token: string): Promise<unknown> {
  try {
    return await tokens.check(token);
  } catch (error) {
    if (error instanceof Problem) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const sign = (key: CryptoKey | Uint8Array, header: { alg: string; kid?: string }, claims: object = {}) =>
  new SignJWT({ tenant: TEST_TENANT, ...claims })
    .setProtectedHeader(header)
    .setSubject(USER)
    .setIssuer(TEST_ISSUER)
    .setAudience(TEST_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key);

describe('checking a token', () => {
  const issuer = createTestIssuer();
  const tokens = issuer.then(({ jwks }) => tokensOf({ OIDC_JWKS: JSON.stringify(jwks) }));
  const check = async (request: Parameters<Awaited<typeof issuer>['token']>[0]) =>
    verdict(await tokens, await (await issuer).token(request));
  const good = { user: USER, tenant: TEST_TENANT };

  it('learns user, tenant and roles', async () => {
    expect(await check({ ...good, roles: ['tenant-admin'] })).toMatchObject({
      user: USER,
      tenant: TEST_TENANT,
      roles: ['tenant-admin'],
    });
  });

  it('learns who acts for whom', async () => {
    const actor = idOf('robot');
    expect(await check({ ...good, claims: { act: { sub: actor } } })).toMatchObject({ user: actor, actingFor: USER });
    expect(await check({ ...good, claims: { act: 'me' } })).toMatch(/UNAUTHENTICATED: .*not who/);
  });

  it.each([
    [
      'another issuer',
      { ...good, issuer: 'https://evil.test' },
      'UNAUTHENTICATED: The token is not for us: its claim "iss" is wrong.',
    ],
    [
      'somebody else as audience',
      { ...good, audience: 'bank' },
      'UNAUTHENTICATED: The token is not for us: its claim "aud" is wrong.',
    ],
    ['an end long ago', { ...good, expires: 1_000_000_000 }, 'UNAUTHENTICATED: The token has expired.'],
    ['no tenant', { ...good, tenant: '' }, 'UNAUTHENTICATED: The token names no tenant.'],
    [
      'a user that is no id',
      { ...good, user: 'root' },
      'UNAUTHENTICATED: The token names no user of ours: its subject is no UUID.',
    ],
  ])('refuses %s', async (_, request, said) => {
    expect(await check(request)).toBe(said);
  });

  it('forgives a clock that is a minute off', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await check({ ...good, expires: now - 30 })).toMatchObject({ user: USER });
    expect(await check({ ...good, expires: now - 90 })).toBe('UNAUTHENTICATED: The token has expired.');
  });

  it('refuses what the issuer has not signed', async () => {
    const NOBODY = 'UNAUTHENTICATED: The token is not good: nobody we know has signed it.';
    const forger = await createTestIssuer();
    expect(await verdict(await tokens, await forger.token(good))).toBe(NOBODY);

    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sub: USER, tenant: TEST_TENANT, iss: TEST_ISSUER, aud: TEST_AUDIENCE, exp: 4_000_000_000 };
    expect(await verdict(await tokens, `${part({ alg: 'none' })}.${part(claims)}.`)).toBe(NOBODY);

    const token = await (await issuer).token(good);
    const [head, , signature] = token.split('.');
    expect(await verdict(await tokens, `${head}.${part({ ...claims, roles: ['tenant-admin'] })}.${signature}`)).toBe(
      NOBODY,
    );
    expect(await verdict(await tokens, 'no token at all')).toBe(NOBODY);
  });

  it('does not take a public key for a shared secret', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'rsa', alg: 'RS256' };
    const strict = tokensOf({ OIDC_JWKS: JSON.stringify({ keys: [jwk] }) });
    expect(await verdict(strict, await sign(privateKey, { alg: 'RS256', kid: 'rsa' }))).toMatchObject({ user: USER });

    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    expect(await verdict(strict, await sign(secret, { alg: 'HS256', kid: 'rsa' }))).toMatch(/^UNAUTHENTICATED/);
  });
});

describe('the keys of the issuer', () => {
  let server: Server;
  let published: JSONWebKeySet = { keys: [] };
  let asked = 0;
  let address = '';

  beforeAll(async () => {
    server = createServer((_, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(published));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`; // a TCP server's address is never a string
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('are fetched once, and not for every forged key id', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    published = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'EdDSA' }] };
    const tokens = tokensOf({ OIDC_JWKS_URL: address });

    expect(await verdict(tokens, await sign(privateKey, { alg: 'EdDSA', kid: 'one' }))).toMatchObject({ user: USER });
    for (const kid of ['two', 'three', 'four']) {
      expect(await verdict(tokens, await sign(privateKey, { alg: 'EdDSA', kid }))).toMatch(/^UNAUTHENTICATED/);
    }
    expect(asked).toBe(1);
  });

  it('that cannot be read say nothing about the token', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const tokens = tokensOf({ OIDC_JWKS_URL: 'http://127.0.0.1:1/jwks' });
    expect(await verdict(tokens, await sign(privateKey, { alg: 'ES256', kid: 'one' }))).toMatch(/^UNAVAILABLE/);
  });
});
