import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABS } from '../../apps/console/src/engagement/tab.ts';
import { root } from '../workspace.ts';
import { SLIPPING } from './director.ts';
import { daysBefore, onlyPlanOf, portfolioOf } from './readings.ts';
import type { Walk } from './visit.ts';

export interface Address {
  readonly name: string;
  readonly path: string;
}

const PAST_DAYS = 28;
/** Not behind the sign-in: every walk goes through them on its way in. */
const ON_THE_WAY_IN = ['/sign-in', '/signed-in'];

/** Every page of the console, with an address at which the sample has something to show. */
export async function addressesOf({ office }: Pick<Walk, 'office'>): Promise<readonly Address[]> {
  const line = (await portfolioOf(await office.as('director'))).find(({ code }) => code === SLIPPING);
  if (!line) throw new Error(`The sample has no engagement ${SLIPPING}.`);
  const { planId, dataDate = '' } = onlyPlanOf(line);
  const url = `/engagements/${line.engagementId}`;
  const knownAt = daysBefore(dataDate, PAST_DAYS);
  return [
    ...routesOfConsole().flatMap((path) => {
      if (path === '$') return [{ name: 'not-found', path: '/no/such/page' }];
      if (path === '/engagements/$engagement') return TABS.map((tab) => ({ name: tab, path: `${url}?tab=${tab}` }));
      if (path.includes('$')) throw new Error(`The walks know no address for ${path}.`);
      return [{ name: path === '/' ? 'portfolio' : path.slice(1).replaceAll('/', '-'), path }];
    }),
    { name: 'why', path: `${url}?tab=performance&why=CPI&whyOf=${planId}` },
    { name: 'past', path: `${url}?tab=performance&knownAt=${knownAt}` },
    { name: 'past-portfolio', path: `/?asOf=${knownAt}&knownAt=${knownAt}` },
  ];
}

/** Read from the router itself, so that no page can be forgotten. */
export function routesOfConsole(): readonly string[] {
  const router = readFileSync(join(root, 'apps/console/src/router.tsx'), 'utf8');
  const paths = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path);
  return paths.filter((path) => !ON_THE_WAY_IN.includes(path));
}
