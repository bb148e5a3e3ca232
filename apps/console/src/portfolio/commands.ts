import type { Command } from '../palette/command.ts';
import { moveRow } from '../tables/move-row.ts';

const isPortfolio = ({ path }: { readonly path: string }) => path === '/';

/** What can be done on the portfolio by keyboard. */
export const portfolioCommands: readonly Command[] = [
  { id: 'portfolio.next', titleKey: 'portfolio.command.next', keys: 'j', when: isPortfolio, run: () => moveRow(1) },
  {
    id: 'portfolio.previous',
    titleKey: 'portfolio.command.previous',
    keys: 'k',
    when: isPortfolio,
    run: () => moveRow(-1),
  },
  {
    id: 'portfolio.search',
    titleKey: 'portfolio.command.search',
    keys: '/',
    when: isPortfolio,
    run: () => document.getElementById('portfolio-search')?.focus(),
  },
  {
    id: 'portfolio.red',
    titleKey: 'portfolio.command.red',
    run: (go) => go('/', { health: 'red' }),
  },
  {
    id: 'portfolio.byClient',
    titleKey: 'portfolio.command.byClient',
    run: (go) => go('/', { group: 'client' }),
  },
];
