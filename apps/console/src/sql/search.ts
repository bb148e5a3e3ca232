export const SQL_PARTS = ['dictionary', 'samples', 'connect'] as const;
export type SqlPart = (typeof SQL_PARTS)[number];

/** What the page shows, kept in the URL. */
export interface SqlSearch {
  readonly part?: SqlPart;
  /** Words that names, columns or texts hold. */
  readonly q?: string;
  /** The view or function that is open. */
  readonly open?: string;
}

export const isSqlPart = (value: unknown): value is SqlPart => SQL_PARTS.some((part) => part === value);

/** Nonsense counts as not given. */
export function sqlSearch(search: Readonly<Record<string, unknown>>): SqlSearch {
  const { part, q, open } = search;
  return {
    ...(isSqlPart(part) && part !== 'dictionary' && { part }),
    ...((typeof q === 'string' || typeof q === 'number') && q !== '' && { q: String(q) }),
    ...(typeof open === 'string' && open !== '' && { open }),
  };
}
