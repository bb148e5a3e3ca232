import { createLocalJWKSet, jwtVerify } from 'jose';
import { createTestIssuer, idOf, TEST_AUDIENCE, TEST_ISSUER } from './index.ts';

const request = { user: idOf('user'), tenant: idOf('tenant') };
const rules = { issuer: TEST_ISSUER, audience: TEST_AUDIENCE };

describe('a test issuer', () => {
  it('signs tokens that its key set confirms', async () => {
    const issuer = await createTestIssuer();
    const token = await issuer.token({ ...request, roles: ['tenant-admin'] });
    const { payload } = await jwtVerify(token, createLocalJWKSet(issuer.jwks), rules);
    expect(payload).toMatchObject({ sub: request.user, tenant: request.tenant, roles: ['tenant-admin'] });
  });

  it('is a stranger to another one, and can sign what must not pass', async () => {
    const [issuer, forger] = [await createTestIssuer(), await createTestIssuer()];
    const keys = createLocalJWKSet(issuer.jwks);
    const verify = async (token: string) => jwtVerify(token, keys, rules);

    await expect(verify(await forger.token(request))).rejects.toThrow(/signature/);
    await expect(verify(await issuer.token({ ...request, expires: 1 }))).rejects.toThrow(/exp/);
    await expect(verify(await issuer.token({ ...request, audience: 'other' }))).rejects.toThrow(/aud/);
  });
});
