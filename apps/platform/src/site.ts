import helmet from '@fastify/helmet';
import type { FastifyError, FastifyInstance } from 'fastify';
import { addClockRoutes } from './clock/clock-routes.ts';
import { createConsoleSite } from './console-site.ts';
import { addIdentity } from './identity/identity-routes.ts';
import { signingKeyIn } from './identity/signing-key.ts';
import { sendProblem } from './send-problem.ts';

export interface SiteConfig {
  readonly consoleFolder: string;
  /** The development issuer: its public address, and the folder for its key. Without it, another issuer is used. */
  readonly issuer?: { readonly url: string; readonly secretsFolder: string };
}

/** What the one origin offers beside the services, the same in both topologies: console, sign-in, the replay clock. */
export async function createSite(config: SiteConfig, origin: () => string): Promise<FastifyInstance> {
  const site = await createConsoleSite(config.consoleFolder);
  site.setErrorHandler<FastifyError>((error, request, reply) => {
    // The proxy calls it an internal error when a service cannot be reached; seen from outside it is a bad gateway.
    const status = !error.statusCode || error.statusCode === 500 ? 502 : error.statusCode;
    return sendProblem(reply, { code: status < 500 ? 'VALIDATION' : 'BAD_GATEWAY', status }, request.url);
  });
  await site.register(helmet, {
    // Everything comes from this origin. Styles are set on elements by the console's components and charts.
    contentSecurityPolicy: {
      useDefaults: true,
      directives: {
        'style-src': ["'self'", "'unsafe-inline'"],
        'upgrade-insecure-requests': null,
        'form-action': null,
      },
    },
    strictTransportSecurity: false, // the origin may be plain HTTP on one machine; whoever adds TLS adds this
  });
  if (config.issuer) {
    const { url, secretsFolder } = config.issuer;
    await addIdentity(site, { issuer: url, key: await signingKeyIn(secretsFolder) });
  }
  addClockRoutes(site, origin);
  return site;
}
