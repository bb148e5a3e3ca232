import { figures } from './de/figures.ts';
import { frame } from './de/frame.ts';
import { health } from './de/health.ts';
import { gantt } from './de/gantt.ts';
import { point } from './de/point.ts';
import { portfolio } from './de/portfolio.ts';
import { system } from './de/system.ts';

/** The German catalogue: the same keys as `en`. It imports nothing but its rooms: the console waits for it. */
export const de: Readonly<Record<string, string>> = {
  ...frame,
  ...gantt,
  ...figures,
  ...health,
  ...point,
  ...portfolio,
  ...system,
};
