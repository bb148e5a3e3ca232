import { Store } from '../live/store.ts';

/** Sign-in with the installation's OpenID provider: authorization code with proof key; the token lives in this tab only. */
const CLIENT = 'console';
const TOKEN = 'bw.token';
const PENDING = 'bw.sign-in';

export interface Session {
  readonly token: string;
  readonly user: string;
  readonly tenant: string;
  readonly roles: readonly string[];
  /** Milliseconds since 1970. */
  readonly expires: number;
}

interface Pending {
  readonly verifier: string;
  readonly state: string;
  /** Where the person wanted to go. */
  readonly next: string;
  /** In a window of its own, for another one whose session has ended: it hands the token over. */
  readonly renews?: boolean;
}

/** Goes to windows of this origin only. */
const HAND_OVER = 'bw.session';
/** What a window that renewed a session does next: nothing. */
export const CLOSE_WINDOW = 'close-window';

export function currentSession(now = Date.now()): Session | undefined {
  const token = sessionStorage.getItem(TOKEN);
  const session = token ? sessionOf(token) : undefined;
  return session && session.expires > now ? session : undefined;
}

/** Reads what the token says about its bearer. Trusting it is the server's business: it checks the signature. */
export function sessionOf(token: string): Session | undefined {
  try {
    const part = token.split('.')[1] ?? '';
    const claims = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>;
    const { sub, tenant, exp, roles = [] } = claims;
    if (typeof sub !== 'string' || typeof tenant !== 'string' || typeof exp !== 'number' || !Array.isArray(roles))
      return;
    return { token, user: sub, tenant, roles: roles.map(String), expires: exp * 1000 };
  } catch {
    return undefined; // not one of our tokens: the same as none
  }
}

/** Leaves for the provider's page; it leads back to `/signed-in`. */
export async function beginSignIn(next: string, renews = false): Promise<void> {
  const pending: Pending = { verifier: randomText(), state: randomText(), next, renews };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const query = new URLSearchParams({
    client_id: CLIENT,
    response_type: 'code',
    redirect_uri: `${location.origin}/signed-in`,
    scope: 'openid api',
    state: pending.state,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
  });
  location.assign(`/oidc/auth?${query}`);
}

/** Back from the provider: trades the code for a token and says where to go on. */
export async function finishSignIn(query: URLSearchParams): Promise<string> {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null') as Pending | null;
  sessionStorage.removeItem(PENDING);
  const code = query.get('code');
  if (!pending || !code || query.get('state') !== pending.state) {
    throw new Error(query.get('error_description') ?? 'The sign-in was interrupted. Please sign in again.');
  }
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: CLIENT,
    code,
    code_verifier: pending.verifier,
    redirect_uri: `${location.origin}/signed-in`,
  });
  const answer = await fetch('/oidc/token', { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error('The identity provider gave no token. Please sign in again.');
  sessionStorage.setItem(TOKEN, token);
  if (!pending.renews) return pending.next;
  const channel = new BroadcastChannel(HAND_OVER);
  channel.postMessage(token);
  channel.close();
  return CLOSE_WINDOW;
}

/** Whether a session has ended while its page is open: the page stays, with all that was typed, and asks to sign in. */
export const sessionEnded = new Store(false);
let renewing: Promise<void> | undefined;

/** Waits until somebody has signed in again in another window; then the page goes on where it was. */
export function renewSession(): Promise<void> {
  renewing ??= new Promise<void>((resolve) => {
    const before = sessionStorage.getItem(TOKEN);
    const user = before ? sessionOf(before)?.user : undefined;
    const channel = new BroadcastChannel(HAND_OVER);
    sessionEnded.set(true);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const session = typeof data === 'string' ? sessionOf(data) : undefined;
      if (!session) return;
      sessionStorage.setItem(TOKEN, session.token);
      // Somebody else: nothing of what stands here is theirs.
      if (user !== undefined && session.user !== user) return location.assign('/');
      channel.close();
      renewing = undefined;
      sessionEnded.set(false);
      resolve();
    };
  });
  return renewing;
}

export function signOut(): void {
  sessionStorage.removeItem(TOKEN);
  location.assign('/');
}

function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
