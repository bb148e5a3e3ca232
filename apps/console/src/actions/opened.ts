import { useNavigate, useSearch } from '@tanstack/react-router';

/** What is open or chosen on the pages of risks, issues, decisions and history. It lives in the URL: links show the same. */
const NAMES = [
  'risk',
  'issue',
  'approval',
  /** The form that is open: `risk.assess`. */
  'do',
  'cell',
  'rated',
  'show',
  'types',
  'actor',
  'stream',
  'from',
  'to',
  'event',
] as const;

export type Opened = Partial<Readonly<Record<(typeof NAMES)[number], string>>>;

const LONGEST = 300;

/** Reads it from a page's search part; nonsense counts as not given. */
export function openedIn(search: Readonly<Record<string, unknown>>): Opened {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      // A router reads `?cell=45` as a number.
      const value = typeof search[name] === 'number' ? String(search[name]) : search[name];
      return typeof value === 'string' && value !== '' && value.length <= LONGEST ? [[name, value]] : [];
    }),
  );
}

/** What the address says is open. */
export function useOpened(): Opened {
  return useSearch({ strict: false, select: (search) => openedIn({ ...search }) });
}

/** The address with something else open; `undefined` closes. All else in it stays. */
export const withOpened =
  (change: Opened) =>
  (search: Record<string, unknown>): Record<string, unknown> => ({ ...search, ...change });

/** Opens and closes things by changing the address. */
export function useOpen(): (change: Opened) => void {
  const navigate = useNavigate();
  return (change) => void navigate({ to: '.', search: withOpened(change), resetScroll: false });
}
