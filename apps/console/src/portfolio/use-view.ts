import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { PortfolioSearch } from './search.ts';

const route = getRouteApi('/frame/');

/** What the address says about the view, and how to say something else. An empty text takes a wish back. */
export function useView(): readonly [
  PortfolioSearch,
  (part: { readonly [Key in keyof PortfolioSearch]?: string }) => void,
] {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (part: { readonly [Key in keyof PortfolioSearch]?: string }) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) => withoutEmpty({ ...before, ...part }),
    });
  return [search, go];
}

const withoutEmpty = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
