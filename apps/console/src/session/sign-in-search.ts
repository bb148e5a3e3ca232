export interface SignInSearch {
  /** Where to go afterwards. */
  readonly next?: string;
  /** For another window whose session has ended. */
  readonly renew?: boolean;
}

/** Only paths of this site: a link must not lead elsewhere after the sign-in. */
export function signInSearch({ next, renew }: Readonly<Record<string, unknown>>): SignInSearch {
  const isOurs = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  return { ...(isOurs && { next }), ...(renew === true && { renew }) };
}
