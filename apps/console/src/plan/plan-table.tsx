import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { formatDay, formatMinutes, formatShare, formatSignedMinutes } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { type Column, DataTable } from '../tables/data-table.tsx';
import { t } from '../texts/t.ts';
import { depthOf, expectedDates, isDone } from './plan-row.ts';
import type { Activity } from './plan-views.ts';

interface PlanTableProps {
  readonly caption: string;
  readonly activities: readonly Activity[];
  readonly onOpen: (activityId: string) => void;
}

/** The plan as a table: what was promised, what is expected now, and by how much it differs. */
export function PlanTable({ caption, activities, onOpen }: PlanTableProps) {
  const zone = useZone();
  const columns = useMemo(() => columnsFor(zone, onOpen), [zone, onOpen]);
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={activities}
      rowKey={({ activityId }) => activityId}
      maxHeight="max(360px, calc(100dvh - 352px))"
    />
  );
}

const isSummary = ({ type }: Activity) => type === 'summary';
const dayIn = (zone: string) => (instant: string | undefined) =>
  instant ? formatDay(instant, { zone }) : t('page.none');

function ExpectedDate({ shown, isActual }: { readonly shown: string; readonly isActual: boolean }) {
  if (!isActual) return shown;
  return (
    <>
      {shown}{' '}
      <Text span size="xs" c="dimmed">
        {t('plan.actual')}
      </Text>
    </>
  );
}

function columnsFor(zone: string, onOpen: (activityId: string) => void): readonly Column<Activity>[] {
  const day = dayIn(zone);
  return [
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
          <button type="button" className="name-button" onClick={() => onOpen(activity.activityId)}>
            {activity.name}
          </button>
        </Text>
      ),
    },
    { key: 'bs', header: t('plan.baselineStart'), isNumber: true, cell: ({ baselineStart }) => day(baselineStart) },
    { key: 'bf', header: t('plan.baselineFinish'), isNumber: true, cell: ({ baselineFinish }) => day(baselineFinish) },
    {
      key: 'start',
      header: t('plan.start'),
      isNumber: true,
      cell: (activity) => <ExpectedDate shown={day(expectedDates(activity).start)} isActual={!!activity.actualStart} />,
    },
    {
      key: 'finish',
      header: t('plan.finish'),
      isNumber: true,
      cell: (activity) => (
        <ExpectedDate shown={day(expectedDates(activity).finish)} isActual={!!activity.actualFinish} />
      ),
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
          <span className={finishVariance > 0 ? 'tone-amber' : undefined}>{formatSignedMinutes(finishVariance)}</span>
        ),
    },
  ];
}
