import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { useMe } from '../session/people.ts';
import { currentSession } from '../session/sign-in.ts';
import { isPast, onward, pointIn } from '../two-times/point.ts';
import type { Go, Place } from './command.ts';
import { placeIn } from './place.ts';

/** Where the person stands. On no engagement's page their roles are those at the first engagement that they see. */
export function usePlace(): Place {
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const portfolio = useAll<EngagementLine>('portfolio');
  const { engagement, plan } = placeIn(pathname, search);
  const here = useMe(engagement);
  const home = useMe(portfolio.data?.[0]?.engagementId);
  const roles = (here.data ?? home.data)?.roles ?? currentSession()?.roles ?? [];
  return { path: pathname, engagement, plan, isPast: isPast(pointIn(search)), roles };
}

/** Goes to a page and takes the point in time along. */
export function useGo(): Go {
  const navigate = useNavigate();
  return (path, search = {}) =>
    void navigate({
      to: path,
      search: (now: Readonly<Record<string, unknown>>) => ({ ...onward(pointIn(now)), ...search }),
    });
}
