import { Table, Text } from '@mantine/core';
import { formatDay, formatMinutes, formatMoney, formatShare, formatSignedMinutes } from '../figures/figure.ts';
import { t, tCode } from '../texts/t.ts';
import { isDone } from './plan-row.ts';
import type { Activity } from './plan-views.ts';

interface ActivityDatesProps {
  readonly activity: Activity;
  readonly currency: string;
  readonly zone: string;
}

/** All dates of an activity side by side, and what it is worth. */
export function ActivityDates({ activity, currency, zone }: ActivityDatesProps) {
  const { scheduled } = activity;
  const lines: readonly (readonly [string, string | undefined, string | undefined])[] = [
    [t('plan.dates.baseline'), activity.baselineStart, activity.baselineFinish],
    [t('plan.dates.planned'), activity.start, activity.finish],
    [t('plan.dates.early'), scheduled?.earlyStart, scheduled?.earlyFinish],
    [t('plan.dates.late'), scheduled?.lateStart, scheduled?.lateFinish],
    [t('plan.dates.actual'), activity.actualStart, activity.actualFinish],
  ];
  const day = (instant: string | undefined) => (instant ? formatDay(instant, { zone }) : t('page.none'));
  return (
    <div>
      <Table verticalSpacing={3} aria-label={t('plan.dates')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('plan.dates')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('plan.start')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('plan.finish')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(([name, start, finish]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td ta="right">{day(start)}</Table.Td>
              <Table.Td ta="right">{day(finish)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Figures activity={activity} currency={currency} zone={zone} />
    </div>
  );
}

function Figures({ activity, currency, zone }: ActivityDatesProps) {
  const { duration, scheduled, doneBp, finishVariance, budget, constraint } = activity;
  const showsFloat = scheduled && activity.type !== 'summary' && !isDone(activity);
  const pairs: readonly (readonly [string, string, boolean?])[] = [
    [t('plan.work'), formatMinutes(duration)],
    ...(doneBp === undefined ? [] : ([[t('plan.done'), formatShare(doneBp)]] as const)),
    ...(showsFloat
      ? ([
          [t('plan.totalFloat'), formatMinutes(scheduled.totalFloat), scheduled.critical],
          [t('plan.freeFloat'), formatMinutes(scheduled.freeFloat)],
        ] as const)
      : []),
    ...(finishVariance === undefined
      ? []
      : ([[t('plan.variance'), formatSignedMinutes(finishVariance), finishVariance > 0]] as const)),
    ...(budget ? ([[t('plan.budget'), formatMoney(budget.fixed + budget.variable, currency)]] as const) : []),
    ...(constraint
      ? ([[tCode('constraint', constraint.kind), constraint.at ? formatDay(constraint.at, { zone }) : '']] as const)
      : []),
  ];
  return (
    <dl className="pairs" style={{ marginTop: 12 }}>
      {pairs.map(([name, value, isGrave]) => (
        <div key={name} className="pair">
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0} className={isGrave ? 'tone-red' : undefined}>
            {value}
          </Text>
        </div>
      ))}
    </dl>
  );
}
