import type { IncomingMessage, ServerResponse } from 'node:http';
import { importJWK, type JWK, SignJWT } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import { type Persona, personaOf, personas, SAMPLE_TENANT } from './personas.ts';

/** Whom our access tokens are for. */
export const AUDIENCE = 'bridgework';
/** The same as a resource, which by the standard is an address. */
const RESOURCE = 'urn:bridgework:api';
const HOUR = 60 * 60;
const TOKEN_SECONDS = 8 * HOUR;

export interface IssuerOptions {
  /** Its public address, `http://127.0.0.1:3000/oidc`. */
  readonly issuer: string;
  readonly key: JWK;
}

/**
 * An OpenID provider for development: it asks for no password, only whom one wants to be. Production installations
 * name their own issuer instead.
 */
export class DevelopmentIssuer {
  readonly #provider: Provider;

  constructor(private readonly options: IssuerOptions) {
    this.#provider = new Provider(options.issuer, configurationFor(options));
  }

  /** Answers a request whose path begins behind the issuer's own. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.#provider.callback()(request, response);
  }

  /** What the sign-in page needs to know: whether somebody really waits there. */
  async isWaiting(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    return (await this.#provider.interactionDetails(request, response)).prompt.name !== '';
  }

  /** The person on the sign-in page has chosen who to be; everything our own console asks for is granted. */
  async signIn(request: IncomingMessage, response: ServerResponse, persona: Persona): Promise<void> {
    const { params } = await this.#provider.interactionDetails(request, response);
    const grant = new this.#provider.Grant({ accountId: persona.user, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid offline_access');
    grant.addResourceScope(RESOURCE, 'api');
    const result = { login: { accountId: persona.user }, consent: { grantId: await grant.save() } };
    await this.#provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  /** A token without a browser: for curl, tests and the command line. */
  async tokenFor(persona: Persona): Promise<string> {
    return new SignJWT(claimsOf(persona))
      .setProtectedHeader({ alg: 'ES256', kid: this.options.key.kid ?? '', typ: 'at+jwt' })
      .setIssuer(this.options.issuer)
      .setAudience(AUDIENCE)
      .setSubject(persona.user)
      .setIssuedAt()
      .setJti(crypto.randomUUID())
      .setExpirationTime(`${TOKEN_SECONDS}s`)
      .sign(await importJWK(this.options.key, 'ES256'));
  }
}

function claimsOf({ roles }: Persona): Record<string, unknown> {
  return { tenant: SAMPLE_TENANT, scope: 'api', ...(roles.length > 0 && { roles }) };
}

/** No more a secret than the sign-in page has passwords: this issuer stands where anybody may be anybody. */
export const SERVICE_ACCOUNT_SECRET = 'development-only';

/** Programs sign in as themselves, by client credentials; the id of the client is that of the user it is. */
const serviceAccounts: NonNullable<Configuration['clients']> = personas
  .filter(({ persona }) => persona === 'integrator')
  .map(({ user }) => ({
    client_id: user,
    client_secret: SERVICE_ACCOUNT_SECRET,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    id_token_signed_response_alg: 'ES256',
  }));

function configurationFor({ issuer, key }: IssuerOptions): Configuration {
  const origin = new URL(issuer).origin;
  return {
    jwks: { keys: [key] },
    clients: [
      {
        client_id: 'console',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${origin}/signed-in`],
        post_logout_redirect_uris: [`${origin}/`],
        id_token_signed_response_alg: 'ES256',
      },
      ...serviceAccounts,
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access'],
    cookies: { keys: [key.d ?? ''] },
    findAccount: (_, user) => (personaOf(user) ? { accountId: user, claims: () => ({ sub: user }) } : undefined),
    interactions: { url: (_, { uid }) => `/oidc/interaction/${uid}` },
    extraTokenClaims: (_, token) => {
      const user = 'accountId' in token ? token.accountId : token.clientId;
      const persona = user === undefined ? undefined : personaOf(user);
      return persona && claimsOf(persona);
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      ClientCredentials: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: TOKEN_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience: AUDIENCE,
          accessTokenTTL: TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  };
}
