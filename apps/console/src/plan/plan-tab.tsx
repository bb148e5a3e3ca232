import { Stack, Text } from '@mantine/core';
import { usePages } from '../api/readings.ts';
import type { PlanActivities, PlanActivity } from '../api/views.ts';
import { formatDay, formatMinutes, formatShare } from '../figures/figure.ts';
import { Empty } from '../frame/empty.tsx';
import { ReadingBody } from '../frame/reading-body.tsx';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { MoreButton } from '../tables/more-button.tsx';
import { t } from '../texts/t.ts';
import { depthOf, expectedDates, isDone } from './plan-row.ts';

/** The plan as a table: what was promised, what is expected now, and by how much it differs. */
export function PlanTab({ plan }: { readonly plan: string }) {
  const activities = usePages<PlanActivities>('plan-activities', { plan, limit: '200' });
  return (
    <ReadingBody reading={{ ...activities, data: activities.data?.pages }} height={480}>
      {([first, ...more]) => {
        if (!first || first.items.length === 0) return <Empty title={t('engagement.noPlan')}>{t('plan.empty')}</Empty>;
        const { run, title } = first;
        return (
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {run
                ? t('plan.run', { dataDate: formatDay(run.dataDate), finish: formatDay(run.finish) })
                : t('plan.noRun')}
            </Text>
            <DataTable
              caption={t('plan.caption', { title })}
              columns={columns}
              rows={[first, ...more].flatMap(({ items }) => items)}
              rowKey={({ activityId }) => activityId}
              maxHeight="calc(100dvh - 310px)"
            />
            <MoreButton pages={activities} />
          </Stack>
        );
      }}
    </ReadingBody>
  );
}

const isSummary = ({ type }: PlanActivity) => type === 'summary';
const day = (instant: string | undefined) => (instant ? formatDay(instant) : t('page.none'));

function ExpectedDate({ at, isActual }: { readonly at: string | undefined; readonly isActual: boolean }) {
  if (!isActual) return day(at);
  return (
    <>
      {day(at)}{' '}
      <Text span size="xs" c="dimmed">
        {t('plan.actual')}
      </Text>
    </>
  );
}

const columns: readonly Column<PlanActivity>[] = [
  {
    key: 'wbs',
    header: t('plan.wbs'),
    cell: ({ wbs }) => (
      <Text span size="sm" c="dimmed" className="no-wrap">
        {wbs}
      </Text>
    ),
  },
  {
    key: 'activity',
    header: t('plan.activity'),
    isName: true,
    minWidth: 240,
    cell: (activity) => (
      <Text span size="sm" fw={isSummary(activity) ? 650 : 400} pl={depthOf(activity.wbs) * 14} display="block">
        {activity.name}
      </Text>
    ),
  },
  { key: 'bs', header: t('plan.baselineStart'), isNumber: true, cell: ({ baselineStart }) => day(baselineStart) },
  { key: 'bf', header: t('plan.baselineFinish'), isNumber: true, cell: ({ baselineFinish }) => day(baselineFinish) },
  {
    key: 'start',
    header: t('plan.start'),
    isNumber: true,
    cell: (activity) => <ExpectedDate at={expectedDates(activity).start} isActual={!!activity.actualStart} />,
  },
  {
    key: 'finish',
    header: t('plan.finish'),
    isNumber: true,
    cell: (activity) => <ExpectedDate at={expectedDates(activity).finish} isActual={!!activity.actualFinish} />,
  },
  {
    key: 'float',
    header: t('plan.float'),
    isNumber: true,
    cell: (activity) =>
      activity.scheduled && !isSummary(activity) && !isDone(activity)
        ? formatMinutes(activity.scheduled.totalFloat)
        : t('page.none'),
  },
  {
    key: 'critical',
    header: t('plan.critical'),
    cell: (activity) =>
      activity.scheduled?.critical && !isDone(activity) ? (
        <span className="tone-red">{t('plan.isCritical')}</span>
      ) : null,
  },
  {
    key: 'done',
    header: t('plan.done'),
    isNumber: true,
    cell: ({ doneBp }) => (doneBp === undefined ? t('page.none') : formatShare(doneBp)),
  },
  {
    key: 'variance',
    header: t('plan.variance'),
    isNumber: true,
    cell: ({ finishVariance }) =>
      finishVariance === undefined ? (
        t('page.none')
      ) : (
        <span className={finishVariance > 0 ? 'tone-amber' : undefined}>
          {finishVariance > 0 && '+'}
          {formatMinutes(finishVariance)}
        </span>
      ),
  },
];
