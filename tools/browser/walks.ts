import { directorWalk } from './director.ts';
import { accessibilityWalk, everywhereWalk } from './everywhere.ts';
import { badDaysWalk } from './bad-days.ts';
import { analystWalk, integratorWalk } from './insiders.ts';
import { looksWalk } from './looks.ts';
import { managerWalk } from './manager.ts';
import { otherSponsorWalk, sponsorWalk } from './sponsors.ts';
import type { Walk } from './visit.ts';

/** In this order: what is decided in a later walk does not change what an earlier one sees. */
export const walks: readonly { readonly name: string; readonly walk: (walk: Walk) => Promise<void> }[] = [
  { name: 'The director goes from the portfolio down to an event', walk: directorWalk },
  { name: 'Everybody opens every page', walk: everywhereWalk },
  { name: 'Nothing keeps people out that a machine can find', walk: accessibilityWalk },
  { name: 'Every page looks right in both colour schemes, wide and narrow', walk: looksWalk },
  { name: 'A sponsor sees what is the own company’s', walk: sponsorWalk },
  { name: 'The sponsor of another client takes a decision', walk: otherSponsorWalk },
  { name: 'The project manager works', walk: managerWalk },
  { name: 'The analyst looks what there is to query', walk: analystWalk },
  { name: 'The integrator watches events come in', walk: integratorWalk },
  { name: 'Bad days', walk: badDaysWalk },
];
