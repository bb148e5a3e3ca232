import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from '../send-problem.ts';
import { DevelopmentIssuer, type IssuerOptions } from './issuer.ts';
import { personaNamed, personas } from './personas.ts';
import { signInPage } from './sign-in-page.ts';

export const IDENTITY_PATH = '/oidc';

/** Mounts the development issuer below `/oidc`, in either topology: on the site that also serves the console. */
export async function addIdentity(site: FastifyInstance, options: IssuerOptions): Promise<void> {
  const issuer = new DevelopmentIssuer(options);
  await site.register(
    (door, _, done) => {
      addOwnPages(door, issuer);
      done();
    },
    { prefix: IDENTITY_PATH },
  );
  await site.register((door, _, done) => {
    // The provider reads its requests itself: no body may be taken from it.
    door.removeAllContentTypeParsers();
    door.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    door.all(`${IDENTITY_PATH}/*`, async (request, reply) => {
      reply.hijack();
      const path = request.url.slice(IDENTITY_PATH.length);
      // With both addresses the provider knows where it is mounted.
      await issuer.handle(Object.assign(request.raw, { url: path, originalUrl: request.url }), reply.raw);
    });
    done();
  });
}

function addOwnPages(door: FastifyInstance, issuer: DevelopmentIssuer): void {
  door.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) => {
    parsed(null, Object.fromEntries(new URLSearchParams(String(body))));
  });

  door.get<{ Params: { uid: string } }>('/interaction/:uid', async (request, reply) => {
    await issuer.isWaiting(request.raw, reply.raw);
    return reply.type('text/html').header('cache-control', 'no-store').send(signInPage(request.url));
  });

  door.post<{ Body: { persona?: unknown } | undefined }>('/interaction/:uid', async (request, reply) => {
    const persona = personaNamed(request.body?.persona);
    if (!persona) return refuse(reply, request.url);
    reply.hijack();
    return issuer.signIn(request.raw, reply.raw, persona);
  });

  door.post<{ Body: { persona?: unknown } | undefined }>('/dev-token', async (request, reply) => {
    const persona = personaNamed(request.body?.persona);
    if (!persona) return refuse(reply, request.url);
    return { access_token: await issuer.tokenFor(persona), token_type: 'Bearer', user: persona.user };
  });

  door.get('/personas', () => personas);
}

function refuse(reply: FastifyReply, instance: string) {
  const detail = `Name one of the personas: ${personas.map(({ persona }) => persona).join(', ')}.`;
  return sendProblem(reply, { code: 'VALIDATION', detail }, instance);
}
