import { feel } from './de/feel.ts';
import { figures } from './de/figures.ts';
import { frame } from './de/frame.ts';
import { health } from './de/health.ts';
import { gantt } from './de/gantt.ts';
import { live } from './de/live.ts';
import { point } from './de/point.ts';
import { portfolio } from './de/portfolio.ts';
import { session } from './de/session.ts';
import { system } from './de/system.ts';

/** The German catalogue: the same keys as `en`. It imports nothing but its rooms: the console waits for it. */
export const de: Readonly<Record<string, string>> = {
  ...frame,
  ...gantt,
  ...figures,
  ...health,
  ...point,
  ...portfolio,
  ...feel,
  ...session,
  ...live,
  ...system,
};
