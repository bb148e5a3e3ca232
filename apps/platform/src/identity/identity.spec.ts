import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { fastify, type FastifyInstance } from 'fastify';
import { freePort } from '@bw/testing';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { addIdentity } from './identity-routes.ts';
import { AUDIENCE, SERVICE_ACCOUNT_SECRET } from './issuer.ts';
import { personaNamed, personas, SAMPLE_TENANT } from './personas.ts';
import { signingKeyIn } from './signing-key.ts';

const verifier = 'a-verifier-that-is-long-enough-for-everybody-to-accept';
const challenge = createHash('sha256').update(verifier).digest('base64url');

describe('the development issuer', () => {
  let folder: string;
  let site: FastifyInstance;
  let issuer: string;
  let origin: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bw-issuer-'));
    site = fastify();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    issuer = `${origin}/oidc`;
    await addIdentity(site, { issuer, key: await signingKeyIn(folder) });
    await site.listen({ host: '127.0.0.1', port });
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  const keys = async () => (await (await fetch(`${issuer}/jwks`)).json()) as JSONWebKeySet;
  const verify = async (token: string) =>
    jwtVerify(token, createLocalJWKSet(await keys()), { issuer, audience: AUDIENCE });

  it('keeps its key for itself and for the next start', async () => {
    expect(await signingKeyIn(folder)).toEqual(await signingKeyIn(folder));
    expect(statSync(join(folder, 'issuer-key.json')).mode & 0o077).toBe(0);
    expect((await keys()).keys[0]).not.toHaveProperty('d');
  });

  it('says where everything is', async () => {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({ issuer, jwks_uri: `${issuer}/jwks` });
  });

  it.each(personas)('gives a token for $persona', async ({ persona, user, roles }) => {
    const answer = await site.inject({ method: 'POST', url: '/oidc/dev-token', payload: { persona } });
    const { payload } = await verify(answer.json<{ access_token: string }>().access_token);
    expect(payload).toMatchObject({ sub: user, tenant: SAMPLE_TENANT });
    expect(payload['roles'] ?? []).toEqual(roles);
  });

  it('names the personas to whoever asks for another one', async () => {
    const answer = await site.inject({ method: 'POST', url: '/oidc/dev-token', payload: { persona: 'nobody' } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ detail: expect.stringContaining('project-manager') as unknown });
  });

  it('signs a browser in: code flow with proof key, one click on the page', async () => {
    const browser = new Browser(origin);
    const page = await browser.follow(authorization({ code_challenge: challenge, code_challenge_method: 'S256' }));
    expect(page.text).toContain('Who do you want to be?');

    const back = await browser.post(page.url, 'persona=sponsor');
    expect(back.url).toMatch(/\/signed-in\?/);
    const code = new URL(back.url).searchParams.get('code') ?? '';

    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'console',
      code,
      code_verifier: verifier,
      redirect_uri: `${origin}/signed-in`,
    });
    const tokens = (await (await fetch(`${issuer}/token`, { method: 'POST', body })).json()) as {
      access_token: string;
    };
    await verify(tokens.access_token);
    expect(decodeJwt(tokens.access_token)).toMatchObject({ tenant: SAMPLE_TENANT, sub: personas[2]?.user });
  });

  it('gives a program a token for its client credentials, and none for wrong ones', async () => {
    const user = personaNamed('integrator')?.user ?? '';
    const ask = (secret: string) =>
      fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'api' }),
      });
    const { access_token: token } = (await (await ask(SERVICE_ACCOUNT_SECRET)).json()) as { access_token: string };
    expect((await verify(token)).payload).toMatchObject({ sub: user, tenant: SAMPLE_TENANT });
    expect((await ask('guessed')).status).toBe(401);
  });

  it('refuses a code flow without proof key', async () => {
    const answer = await fetch(authorization({}), { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });

  const authorization = (extra: Record<string, string>) =>
    `${issuer}/auth?${new URLSearchParams({
      client_id: 'console',
      response_type: 'code',
      redirect_uri: `${origin}/signed-in`,
      scope: 'openid api',
      ...extra,
    }).toString()}`;
});

/** As much of a browser as a sign-in needs: cookies and redirects. */
class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  async follow(url: string): Promise<{ url: string; text: string }> {
    return this.#answer(url, { method: 'GET' });
  }

  async post(url: string, body: string): Promise<{ url: string; text: string }> {
    return this.#answer(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async #answer(url: string, init: RequestInit): Promise<{ url: string; text: string }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=', 2);
      this.#cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) return { url, text: await answer.text() };
    const target = new URL(next, this.origin).href;
    return target.includes('/signed-in') ? { url: target, text: '' } : this.follow(target);
  }
}
