import type { KpiTargetAgreed } from '@bw/contracts-engagement';
import type { Id, Instant } from '@bw/kernel';
import type { Reading, SeenLevel } from '@bw/projections';
import { lastOf, valueOf } from '../reading/values.ts';

export type TargetValue = Omit<KpiTargetAgreed, 'engagementId'>;

/** No business time is later. */
export const END_OF_TIME: Instant = '9999-12-31T00:00:00.000Z';

/**
 * The targets of an engagement by key figure, as they hold at a business time. A promise made later than the time that
 * is looked at is what that time is judged by, where there was none before: history is measured by the first promise.
 *
 * @param reading of all business time: at `END_OF_TIME`
 */
export async function targetsAt(
  reading: Reading,
  engagement: Id,
  at: Instant,
): Promise<ReadonlyMap<string, TargetValue>> {
  const history = await reading.levelHistory({ within: engagement, measures: ['kpi-target'] });
  const targets = new Map<string, TargetValue>();
  for (const [subject, levels] of Map.groupBy(history, ({ subject }) => subject)) {
    const ruling: SeenLevel | undefined = levels.findLast(({ effective }) => effective <= at) ?? levels[0];
    if (ruling && ruling.value !== null) targets.set(lastOf(subject), valueOf<TargetValue>(ruling));
  }
  return targets;
}
