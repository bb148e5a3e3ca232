import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { DecisionsPage } from './decisions/decisions.tsx';
import { EngagementPage } from './engagement/engagement-page.tsx';
import { engagementSearch } from './engagement/tab.ts';
import { whyIn } from './explain/why.ts';
import { Frame } from './frame/frame.tsx';
import { PageProblem } from './frame/page-problem.tsx';
import { PortfolioPage } from './portfolio/portfolio-page.tsx';
import { SignInPage } from './session/sign-in-page.tsx';
import { SignedInPage } from './session/signed-in-page.tsx';
import { currentSession } from './session/sign-in.ts';
import { pointIn } from './two-times/point.ts';

const root = createRootRoute({ notFoundComponent: () => <PageProblem title="There is no such page." /> });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (typeof next === 'string' ? { next } : {}),
});

const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedInPage });

/** Everything behind the sign-in shares the frame, the point in time and the drawer that explains figures. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  validateSearch: (search: Record<string, unknown>) => ({ ...pointIn(search), ...whyIn(search) }),
  errorComponent: ({ error }) => <PageProblem title="This page could not be shown." error={error} />,
  beforeLoad: ({ location }) => {
    if (!currentSession()) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const portfolio = createRoute({ getParentRoute: () => frame, path: '/', component: PortfolioPage });

export const engagement = createRoute({
  getParentRoute: () => frame,
  path: '/engagements/$engagement',
  component: EngagementPage,
  validateSearch: engagementSearch,
});

const decisions = createRoute({ getParentRoute: () => frame, path: '/decisions', component: DecisionsPage });

const tree = root.addChildren([signIn, signedIn, frame.addChildren([portfolio, engagement, decisions])]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
