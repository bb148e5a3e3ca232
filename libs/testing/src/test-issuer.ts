import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import type { Id } from '@bw/kernel';

export const TEST_ISSUER = 'https://issuer.test';
export const TEST_AUDIENCE = 'bridgework';
const KEY_ID = 'test-key';

export interface TokenRequest {
  readonly user: Id;
  readonly tenant: Id;
  readonly roles?: readonly string[];
  /** For tokens that must not pass: another issuer, another audience, long expired. */
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
  /** Anything else the token is to say. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** What a service under test is given to check signatures with. */
  readonly jwks: JSONWebKeySet;
  token(request: TokenRequest): Promise<string>;
  /** `{ authorization: 'Bearer ...' }` */
  headers(request: TokenRequest): Promise<{ readonly authorization: string }>;
}

/** Signs tokens as the installation's identity provider would (ES256). A second issuer's tokens are forgeries to the first. */
export async function createTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };

  const token = ({ user, tenant, roles, issuer, audience, expires, claims }: TokenRequest) =>
    new SignJWT({ ...claims, tenant, ...(roles && { roles: [...roles] }) })
      .setProtectedHeader({ alg: 'ES256', kid: KEY_ID })
      .setSubject(user)
      .setIssuer(issuer ?? TEST_ISSUER)
      .setAudience(audience ?? TEST_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(expires ?? '1h')
      .sign(privateKey);

  return {
    issuer: TEST_ISSUER,
    audience: TEST_AUDIENCE,
    jwks: { keys: [jwk] },
    token,
    headers: async (request) => ({ authorization: `Bearer ${await token(request)}` }),
  };
}
