import { Text } from '@mantine/core';
import { formatDay, formatMinutes, formatShare, formatSignedMinutes } from '../figures/figure.ts';
import { t } from '../texts/t.ts';
import { floatText } from './plan-columns.ts';
import { expectedDates } from './plan-row.ts';
import type { PlanRow } from './plan-rows.ts';

const ALL_BP = 10_000;

/** What a bar says when one points at it. */
export function RowTip({ row, zone }: { readonly row: PlanRow; readonly zone: string }) {
  const { activity, name, minutes, done } = row;
  const { start, finish } = expectedDates(activity);
  const day = (at: number | string | undefined) =>
    at === undefined ? t('page.none') : formatDay(new Date(at).toISOString(), { zone });
  const float = floatText(row);
  const { finishVariance = 0 } = activity;
  return (
    <>
      <Text size="xs" fw={650}>
        {activity.code} {name}
      </Text>
      <div>{t('plan.fromTo', { start: day(row.start ?? start), finish: day(row.finish ?? finish) })}</div>
      <div>{t('plan.tipWork', { work: formatMinutes(minutes), done: formatShare(Math.floor(done * ALL_BP)) })}</div>
      {float !== '' && <div>{t('plan.tipFloat', { float })}</div>}
      {finishVariance !== 0 && (
        <div className={finishVariance > 0 ? 'tone-amber' : undefined}>
          {t('plan.tipVariance', { variance: formatSignedMinutes(finishVariance) })}
        </div>
      )}
    </>
  );
}
