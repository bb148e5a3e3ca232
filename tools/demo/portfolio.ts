import { publishHolidays } from './planning.ts';
import { openHouse } from './people.ts';
import type { Scene, Stage } from './scene.ts';
import { tellApp, tellDataPlatform, tellMigration, tellPortal } from './stories/harbour.ts';
import { tellDataCentre, tellDesk, tellNetwork, tellWarehouse } from './stories/nordwind.ts';
import { tellErp, tellMobileBanking, tellOnboarding, tellSecurity } from './stories/tasman.ts';
import { Timeline } from './timeline.ts';
import { Weeks } from './weeks.ts';

/** `full` is what people see; `small` is enough for tests, and ready sooner. */
export type PortfolioSize = 'full' | 'small';

type Story = (stage: Stage) => Scene | void;

/** In each a healthy one, one that slips, and one with a decision to take. */
const STORIES: Readonly<Record<PortfolioSize, readonly Story[]>> = {
  small: [tellDesk, tellWarehouse, tellPortal],
  full: [
    tellDesk,
    tellWarehouse,
    tellDataCentre,
    tellNetwork,
    tellMigration,
    tellDataPlatform,
    tellApp,
    tellPortal,
    tellMobileBanking,
    tellErp,
    tellOnboarding,
    tellSecurity,
  ],
};

export interface Portfolio {
  readonly timeline: Timeline;
  readonly scenes: readonly Scene[];
  readonly weeks: Weeks;
}

/** Everything up to `now`; the same now makes the same portfolio. */
export function samplePortfolio(now: string, size: PortfolioSize = 'full'): Portfolio {
  const stage = { timeline: new Timeline(), weeks: new Weeks(now), now };
  const { timeline, weeks } = stage;
  const scenes = STORIES[size].flatMap((tell) => tell(stage) ?? []);
  // Small portfolios begin late: people come in just before the first enquiry.
  const [first] = timeline.steps;
  const opening = `${(first?.at ?? now).slice(0, 10)}T07:00:00.000Z`;
  timeline.at(opening, 'House', 'people come in', async (office) => {
    await openHouse(office);
    await publishHolidays(office, ['DE', 'PL', 'US', 'IN', 'AU', 'GB'], weeks.first);
  });
  return { timeline, scenes, weeks };
}
