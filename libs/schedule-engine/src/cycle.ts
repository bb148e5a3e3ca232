import type { NetworkLink } from './network.ts';
import type { CycleStep } from './schedule.ts';

/** A cycle among these links with its full path, or `undefined`. The same links give the same cycle in any order. */
export function findCycle(links: readonly NetworkLink[]): readonly CycleStep[] | undefined {
  throw new Error(`no search yet among ${links.length} links`);
}
