/** Where the wizard stands, kept in the URL. A file itself cannot be: whoever comes with an import's id sees its report. */
export interface ImportSearch {
  readonly engagement?: string;
  /** `new`: one that is still to be made. */
  readonly plan?: string;
  /** Id of a file that was checked. */
  readonly import?: string;
  /** Which of its rows are shown. */
  readonly rows?: RowFilter;
}

export const ROW_FILTERS = ['quarantined', 'repaired', 'added', 'changed', 'unchanged', 'all'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** Nonsense counts as not given. */
export function importSearch(search: Readonly<Record<string, unknown>>): ImportSearch {
  const id = (key: string) => {
    const value = search[key];
    return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
  };
  const [engagement, opened] = [id('engagement'), id('import')];
  const plan = search['plan'] === 'new' ? 'new' : id('plan');
  const rows = ROW_FILTERS.find((filter) => filter === search['rows']);
  return {
    ...(engagement && { engagement }),
    ...(plan && { plan }),
    ...(opened && { import: opened }),
    ...(rows && { rows }),
  };
}
