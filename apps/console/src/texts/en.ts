import { actions } from './en/actions.ts';
import { decisions } from './en/decisions.ts';
import { events } from './en/events.ts';
import { explain } from './en/explain.ts';
import { feel } from './en/feel.ts';
import { figures } from './en/figures.ts';
import { frame } from './en/frame.ts';
import { health } from './en/health.ts';
import { gantt } from './en/gantt.ts';
import { history } from './en/history.ts';
import { imports } from './en/imports.ts';
import { issues } from './en/issues.ts';
import { live } from './en/live.ts';
import { overview } from './en/overview.ts';
import { performance } from './en/performance.ts';
import { plan } from './en/plan.ts';
import { point } from './en/point.ts';
import { portfolio } from './en/portfolio.ts';
import { risks } from './en/risks.ts';
import { session } from './en/session.ts';
import { sql } from './en/sql.ts';
import { system } from './en/system.ts';

/**
 * All words of the console, a file per room. A plural has `_one` and `_other`; `{{name}}` is filled in.
 */
export const en = {
  ...frame,
  ...gantt,
  ...figures,
  ...health,
  ...point,
  ...feel,
  ...session,
  ...live,
  ...portfolio,
  ...overview,
  ...plan,
  ...performance,
  ...risks,
  ...issues,
  ...decisions,
  ...history,
  ...explain,
  ...actions,
  ...system,
  ...events,
  ...imports,
  ...sql,
} as const;
