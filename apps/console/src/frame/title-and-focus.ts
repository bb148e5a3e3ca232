import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAll } from '../api/readings.ts';
import type { EngagementLine } from '../api/views.ts';
import { placeIn } from '../palette/place.ts';
import { t } from '../texts/t.ts';
import { isPast, pointIn } from '../two-times/point.ts';
import { titleOf } from './title.ts';

/** Keeps the window's title, and moves the focus to the content when another page comes, as a browser itself would. */
export function useTitleAndFocus(main: string): void {
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const portfolio = useAll<EngagementLine>('portfolio');
  const { engagement } = placeIn(pathname, search);
  const name = portfolio.data?.find(({ engagementId }) => engagementId === engagement)?.title;
  const { tab } = search as { readonly tab?: unknown };
  const point = pointIn(search);
  const title = titleOf({ path: pathname, tab, name, past: isPast(point) ? t('page.past') : undefined });

  useEffect(() => {
    document.title = title;
  }, [title]);

  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById(main)?.focus({ preventScroll: true });
  }, [main, pathname]);
}
