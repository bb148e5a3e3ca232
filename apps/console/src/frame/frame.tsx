import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { whyIn } from '../explain/why.ts';
import { followFeed } from '../live/live.ts';
import { watchTroubles } from '../live/probe.ts';
import { useStore } from '../live/store.ts';
import { TroubleNotes } from '../live/trouble-notes.tsx';
import { sessionEnded } from '../session/sign-in.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { t } from '../texts/t.ts';
import { TourOffer } from '../tour/tour-offer.tsx';
import { isPast } from '../two-times/point.ts';
import { PointBar } from '../two-times/point-bar.tsx';
import { usePoint } from '../two-times/use-point.ts';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { useOpenPart } from './open-part.ts';
import { rememberVisit } from '../visits/remember.ts';
import { useTitleAndFocus } from './title-and-focus.ts';

const route = getRouteApi('/frame');
const WhyDrawer = lazy(async () => ({ default: (await import('../explain/why-drawer.tsx')).WhyDrawer }));
const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('../shortcuts/shortcut-sheet.tsx')).ShortcutSheet }));
const Tour = lazy(async () => ({ default: (await import('../tour/tour.tsx')).Tour }));
const EndedDialog = lazy(async () => ({ default: (await import('../session/ended-dialog.tsx')).EndedDialog }));

const MAIN = 'content';

/** What every page has around it: the way round, the point in time, how fresh it is, and what can lie over it. */
export function Frame() {
  const [isMenuOpen, { toggle, close }] = useDisclosure(false);
  const past = isPast(usePoint());
  useTitleAndFocus(MAIN);
  useShortcuts();
  useEffect(followFeed, []);
  useEffect(watchTroubles, []);
  useEffect(rememberVisit, []);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !isMenuOpen } }}
      padding="md"
      mod={{ past }}
      className="shell"
    >
      <a href={`#${MAIN}`} className="skip-link">
        {t('frame.skip')}
      </a>
      <AppShell.Header className="no-print">
        <Header isMenuOpen={isMenuOpen} onMenu={toggle} />
      </AppShell.Header>
      <AppShell.Navbar
        p="xs"
        className="no-print"
        component="nav"
        aria-label={t('frame.pages')}
        data-tour="pages"
        onClick={close}
      >
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id={MAIN} tabIndex={-1}>
        <PointBar />
        <TroubleNotes />
        <TourOffer />
        <Outlet />
      </AppShell.Main>
      <Over />
    </AppShell>
  );
}

/** What lies over the page. Each part is loaded when it is first wanted. */
function Over() {
  const part = useOpenPart();
  const hasEnded = useStore(sessionEnded);
  const isAsked = route.useSearch({ select: (search) => whyIn({ ...search }).why !== undefined });
  const wasAsked = useRef(false); // stays, so that it can close gently
  wasAsked.current ||= isAsked;
  return (
    <Suspense>
      {wasAsked.current && <WhyDrawer />}
      {part === 'palette' && <Palette />}
      {part === 'shortcuts' && <ShortcutSheet />}
      {part === 'tour' && <Tour />}
      {hasEnded && <EndedDialog />}
    </Suspense>
  );
}
