import type { Command } from '../palette/command.ts';

const isSql = ({ path }: { readonly path: string }) => path === '/sql';

/** To the analysts' page and around on it. */
export const sqlCommands: readonly Command[] = [
  {
    id: 'sql.open',
    titleKey: 'sql.command.open',
    keys: 'g q',
    also: 'database views columns psql',
    run: (go) => go('/sql'),
  },
  { id: 'sql.samples', titleKey: 'sql.command.samples', run: (go) => go('/sql', { part: 'samples' }) },
  {
    id: 'sql.connect',
    titleKey: 'sql.command.connect',
    also: 'analyst role psql',
    run: (go) => go('/sql', { part: 'connect' }),
  },
  {
    id: 'sql.search',
    titleKey: 'sql.command.search',
    keys: '/',
    when: isSql,
    run: () => document.getElementById('sql-search')?.focus(),
  },
];
