import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { engagementSearch } from './engagement/tab.ts';
import { eventsSearch } from './events/search.ts';
import { openedIn } from './actions/opened.ts';
import { whyIn } from './explain/why.ts';
import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { PageProblem } from './frame/page-problem.tsx';
import { PageWaiting } from './frame/reading-body.tsx';
import { importSearch } from './imports/search.ts';
import { portfolioSearch } from './portfolio/search.ts';
import { currentSession, renewSession } from './session/sign-in.ts';
import { signInSearch } from './session/sign-in-search.ts';
import { sqlSearch } from './sql/search.ts';
import { t } from './texts/t.ts';
import { pointIn } from './two-times/point.ts';

const root = createRootRoute();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./session/sign-in-page.tsx'), 'SignInPage'),
  validateSearch: signInSearch,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  component: lazyRouteComponent(() => import('./session/signed-in-page.tsx'), 'SignedInPage'),
});

/** Whether this window has shown a page to somebody who was signed in. */
let isInUse = false;

/** Everything behind the sign-in shares the frame, the point in time and the drawer that explains figures. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  validateSearch: (search: Record<string, unknown>) => ({ ...pointIn(search), ...whyIn(search), ...openedIn(search) }),
  errorComponent: ({ error }) => <PageProblem title={t('page.broken')} error={error} />,
  beforeLoad: ({ location }) => {
    if (currentSession()) {
      isInUse = true;
      return;
    }
    // In the middle of something: the page stays and asks.
    if (isInUse) return void renewSession();
    throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const portfolio = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./portfolio/portfolio-page.tsx'), 'PortfolioPage'),
  validateSearch: portfolioSearch,
});

export const engagement = createRoute({
  getParentRoute: () => frame,
  path: '/engagements/$engagement',
  component: lazyRouteComponent(() => import('./engagement/engagement-page.tsx'), 'EngagementPage'),
  validateSearch: engagementSearch,
});

const decisions = createRoute({
  getParentRoute: () => frame,
  path: '/decisions',
  component: lazyRouteComponent(() => import('./decisions/decisions.tsx'), 'DecisionsPage'),
});

const system = createRoute({
  getParentRoute: () => frame,
  path: '/system',
  component: lazyRouteComponent(() => import('./system/system-page.tsx'), 'SystemPage'),
});

const events = createRoute({
  getParentRoute: () => frame,
  path: '/events',
  component: lazyRouteComponent(() => import('./events/events-page.tsx'), 'EventsPage'),
  validateSearch: eventsSearch,
});

const importing = createRoute({
  getParentRoute: () => frame,
  path: '/import',
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
  validateSearch: importSearch,
});

const sql = createRoute({
  getParentRoute: () => frame,
  path: '/sql',
  component: lazyRouteComponent(() => import('./sql/sql-page.tsx'), 'SqlPage'),
  validateSearch: sqlSearch,
});

/** Whatever else is asked for stands in the frame, too: the way on is at hand. */
const elsewhere = createRoute({ getParentRoute: () => frame, path: '$', component: NotFound });

const tree = root.addChildren([
  signIn,
  signedIn,
  frame.addChildren([portfolio, engagement, decisions, events, importing, sql, system, elsewhere]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageWaiting,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
