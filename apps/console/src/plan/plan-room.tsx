import './plan.css';
import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useZone } from '../figures/zone.ts';
import { Gantt } from '../gantt/gantt.tsx';
import { DAY_MS, extentOf, type Zoom } from '../gantt/time-scale.ts';
import { locale } from '../texts/locale.ts';
import { t } from '../texts/t.ts';
import { usePoint } from '../two-times/use-point.ts';
import { PlanActions } from './plan-actions.tsx';
import { planColumns } from './plan-columns.ts';
import { planLinks, type PlanRow, planRows } from './plan-rows.ts';
import { PlanTable } from './plan-table.tsx';
import { PlanToolbar } from './plan-toolbar.tsx';
import type { WholePlan } from './plan-views.ts';
import { RowTip } from './row-tip.tsx';
import { usePlanEdits } from './use-plan-edits.ts';
import { useCalendar, usePlanHead } from './use-plan.ts';
import { usePlanRights } from './use-plan-rights.ts';
import { usePlanSearch } from './use-plan-search.ts';
import { workdaysOf } from './workdays.ts';

const ActivityDrawer = lazy(async () => ({ default: (await import('./activity-drawer.tsx')).ActivityDrawer }));
const PlanDialogs = lazy(async () => ({ default: (await import('./plan-dialogs.tsx')).PlanDialogs }));

const route = getRouteApi('/frame/engagements/$engagement');
const NOTHING: ReadonlySet<string> = new Set();

/** A plan of half a year is seen as a whole at first; a longer one from where work is going on. */
const WHOLE_DAYS = 190;

function zoomFor(rows: readonly PlanRow[]): Zoom {
  const extent = extentOf(rows);
  return extent && extent.until - extent.from > WHOLE_DAYS * DAY_MS ? 'week' : 'fit';
}

/** A plan with activities: as a chart or as a table, with the drawer of one activity beside it. */
export function PlanRoom({ plan }: { readonly plan: WholePlan }) {
  const { planId, title, items, dataDate } = plan;
  const { engagement } = route.useParams();
  const [search, change] = usePlanSearch();
  const [collapsed, setCollapsed] = useState(NOTHING);
  const zone = useZone();
  const { asOf } = usePoint();
  const rights = usePlanRights(engagement);
  const edits = usePlanEdits(plan, rights);
  const { data: head } = usePlanHead(planId);
  const { data: calendar } = useCalendar(head?.calendarId);

  const rows = useMemo(() => planRows(edits.expected(items)), [items, edits]);
  const links = useMemo(() => planLinks(items), [items]);
  const columns = useMemo(() => planColumns(zone, edits.cells), [zone, edits.cells]);
  const isWorkday = useMemo(() => calendar && workdaysOf(calendar), [calendar]);
  const [now] = useState(() => Date.now());
  const { view, row, activity, write } = search;
  const isNarrow = useMediaQuery('(max-width: 48em)', false);
  const zoom = search.zoom ?? (isNarrow ? 'week' : zoomFor(rows));
  const caption = t('plan.caption', { title });

  return (
    <Stack gap="xs">
      <PlanToolbar plan={plan} search={search} zoom={zoom} onChange={change}>
        <PlanActions planId={planId} rights={rights} onWrite={(dialog) => change({ write: dialog })} />
      </PlanToolbar>
      {view === 'table' ? (
        <PlanTable caption={caption} activities={items} onOpen={(id) => change({ row: id, activity: id })} />
      ) : (
        <Gantt<PlanRow>
          caption={caption}
          rows={rows}
          links={links}
          columns={columns}
          zoom={zoom}
          zone={zone}
          locale={locale}
          height="max(360px, calc(100dvh - 352px))"
          dataDate={dataDate === undefined ? undefined : Date.parse(dataDate)}
          today={asOf === undefined ? now : Date.parse(`${asOf}T23:59:59.999Z`)}
          isWorkday={isWorkday}
          showBaseline={search.baseline !== 'off'}
          showCritical={search.critical !== 'off'}
          collapsed={collapsed}
          onCollapse={setCollapsed}
          selected={row ?? activity}
          onSelect={(id) => change({ row: id })}
          onOpen={(id) => change({ row: id, activity: id })}
          tip={(each) => <RowTip row={each} zone={zone} />}
          canDrag={edits.canDrag}
          onDrop={edits.drop}
        />
      )}
      <Suspense>
        {activity && (
          <ActivityDrawer
            plan={plan}
            activityId={activity}
            rights={rights}
            onClose={() => change({ activity: undefined })}
            onOpen={(id) => change({ row: id, activity: id })}
          />
        )}
        {write && rights.canRecord && (
          <PlanDialogs
            plan={plan}
            dialog={write}
            near={items.find(({ activityId }) => activityId === row)}
            onClose={() => change({ write: undefined })}
          />
        )}
      </Suspense>
    </Stack>
  );
}
