import { decisions } from './de/decisions.ts';
import { issues } from './de/issues.ts';
import { history } from './de/history.ts';
import { risks } from './de/risks.ts';
import { actions } from './de/actions.ts';
import { feel } from './de/feel.ts';
import { events } from './de/events.ts';
import { figures } from './de/figures.ts';
import { frame } from './de/frame.ts';
import { health } from './de/health.ts';
import { gantt } from './de/gantt.ts';
import { imports } from './de/imports.ts';
import { live } from './de/live.ts';
import { plan } from './de/plan.ts';
import { explain } from './de/explain.ts';
import { overview } from './de/overview.ts';
import { performance } from './de/performance.ts';
import { point } from './de/point.ts';
import { portfolio } from './de/portfolio.ts';
import { session } from './de/session.ts';
import { sql } from './de/sql.ts';
import { system } from './de/system.ts';

/** The German catalogue: the same keys as `en`. It imports nothing but its rooms: the console waits for it. */
export const de: Readonly<Record<string, string>> = {
  ...frame,
  ...gantt,
  ...figures,
  ...health,
  ...plan,
  ...explain,
  ...overview,
  ...performance,
  ...point,
  ...portfolio,
  ...feel,
  ...session,
  ...imports,
  ...live,
  ...system,
  ...actions,
  ...risks,
  ...history,
  ...events,
  ...sql,
  ...issues,
  ...decisions,
};
