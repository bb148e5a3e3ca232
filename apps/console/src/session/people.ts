import { useQuery } from '@tanstack/react-query';
import { read, RequestProblem } from '../api/request.ts';
import { t, tCode } from '../texts/t.ts';
import { currentSession } from './sign-in.ts';

/** Somebody as what they are at an engagement. Names are kept by the identity provider, in no event and in no reading. */
export interface Person {
  readonly user: string;
  readonly party: string;
  readonly roles: readonly string[];
}

export interface Me {
  readonly user: string;
  readonly roles: readonly string[];
  /** What the roles let one do there: `record`, `approve`, … To hide what would be refused; the server decides. */
  readonly actions: readonly string[];
}

/** Memberships change seldom; live updates ask again when they do. */
const KEPT_MS = 5 * 60_000;

const peopleQuery = (engagement = '') => ({
  queryKey: ['people', engagement],
  queryFn: () => read<readonly Person[]>('/api/v1/people', { engagement }),
  enabled: engagement !== '',
  staleTime: KEPT_MS,
});

/** Who works on an engagement, and as what. */
export const usePeople = (engagement: string | undefined) => useQuery(peopleQuery(engagement));

/** What the reader is at an engagement. */
export function useMe(engagement: string | undefined) {
  return useQuery({
    queryKey: ['people', 'me', engagement],
    queryFn: () => read<Me>('/api/v1/people/me', { engagement: engagement ?? '' }),
    enabled: engagement !== undefined,
    staleTime: KEPT_MS,
    retry: (failures, error) => failures < 2 && !(error instanceof RequestProblem && error.status < 500),
  });
}

const SHORT = 8;

/** Who it was, for people: oneself, a service, or as what they are known here, told apart by the end of their id. */
export function personText(actor: string, people: readonly Person[] = []): string {
  if (actor === currentSession()?.user) return t('actor.you');
  if (actor.startsWith('system:')) return tCode('actor.service', actor.slice('system:'.length));
  const known = people.find(({ user }) => user === actor);
  const [role] = known?.roles ?? [];
  if (!known || !role) return t('actor.person', { id: actor.slice(-SHORT) });
  return t('actor.role', { role: tCode('role', role), party: tCode('party', known.party) });
}
