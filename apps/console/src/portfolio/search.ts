import type { Colour } from '../api/views.ts';

export const COLUMNS = ['health', 'trend', 'cpi', 'spiT', 'eac', 'forecast', 'dataDate', 'open', 'decisions'] as const;
export type ColumnKey = (typeof COLUMNS)[number];
export const GROUPS = ['client', 'state', 'health'] as const;
export type Grouping = (typeof GROUPS)[number];
export const SORTS = ['need', 'engagement', 'cpi', 'spiT', 'eac', 'forecast', 'dataDate', 'open', 'decisions'] as const;
export type SortKey = (typeof SORTS)[number];

/** What the portfolio shows and how: kept in the URL, so that a view is a link. */
export interface PortfolioSearch {
  /** Part of a title, a code or a client's name. */
  readonly q?: string;
  readonly client?: string;
  readonly state?: string;
  readonly health?: Colour;
  /** A leading `-` turns it round. Left out: who needs somebody first. */
  readonly sort?: string;
  readonly group?: Grouping;
  /** Columns that are left out, joined by commas. */
  readonly hide?: string;
}

const COLOURS: readonly Colour[] = ['red', 'amber', 'green', 'unknown'];

/** Nonsense counts as not given. */
export function portfolioSearch(search: Readonly<Record<string, unknown>>): PortfolioSearch {
  const text = (key: string) => {
    const value = search[key];
    if (typeof value === 'number') return String(value); // the router reads 2026 as a number
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [q, client, state, sort] = [text('q'), text('client'), text('state'), text('sort')];
  const health = COLOURS.find((colour) => colour === search['health']);
  const group = GROUPS.find((each) => each === search['group']);
  const hide = hiddenIn(text('hide')).join(',');
  return {
    ...(q && { q }),
    ...(client && { client }),
    ...(state && { state }),
    ...(health && { health }),
    ...(sort && sortIn(sort).key !== 'need' && { sort }),
    ...(group && { group }),
    ...(hide && { hide }),
  };
}

export function hiddenIn(hide: string | undefined): readonly ColumnKey[] {
  const wanted = new Set(hide?.split(','));
  return COLUMNS.filter((column) => wanted.has(column));
}

export interface Sort {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

export function sortIn(sort: string | undefined): Sort {
  const isDescending = sort?.startsWith('-') ?? false;
  const key = SORTS.find((each) => each === sort?.slice(isDescending ? 1 : 0));
  return key ? { key, isDescending } : { key: 'need', isDescending: false };
}

/** A press on a header: that column upwards, then downwards, then back to who needs somebody first. */
export function nextSort(now: Sort, key: SortKey): string | undefined {
  if (now.key !== key) return key;
  return now.isDescending ? undefined : `-${key}`;
}
