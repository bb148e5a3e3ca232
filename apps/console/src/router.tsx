import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { EngagementPage } from './engagement/engagement-page.tsx';
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

/** Everything behind the sign-in shares the frame and the point in time. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  validateSearch: pointIn,
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
});

const tree = root.addChildren([signIn, signedIn, frame.addChildren([portfolio, engagement])]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
