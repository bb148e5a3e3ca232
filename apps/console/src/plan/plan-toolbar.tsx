import { Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { formatDay } from '../figures/figure.ts';
import { useZone } from '../figures/zone.ts';
import { isZoom, type Zoom, ZOOMS } from '../gantt/time-scale.ts';
import { t } from '../texts/t.ts';
import type { PlanSearch } from './plan-search.ts';
import type { WholePlan } from './plan-views.ts';

interface PlanToolbarProps {
  readonly plan: WholePlan;
  readonly search: PlanSearch;
  /** The one in use, be it said in the address or not. */
  readonly zoom: Zoom;
  readonly onChange: (part: PlanSearch) => void;
  readonly children?: ReactNode;
}

/** From which run the dates are, and how the plan is looked at. */
export function PlanToolbar({ plan: { run, items }, search, zoom, onChange, children }: PlanToolbarProps) {
  const { view, baseline, critical } = search;
  const zone = useZone();
  const isChart = view !== 'table';
  return (
    <Group justify="space-between" gap="xs" className="no-print">
      <Text size="sm" c="dimmed">
        {t('plan.rows', { count: items.length })}
        {' · '}
        {run
          ? t('plan.run', { dataDate: formatDay(run.dataDate, { zone }), finish: formatDay(run.finish, { zone }) })
          : t('plan.noRun')}
      </Text>
      <Group gap="sm">
        {isChart && (
          <>
            <Switch
              size="sm"
              label={t('plan.baseline')}
              checked={baseline !== 'off'}
              onChange={({ currentTarget }) => onChange({ baseline: currentTarget.checked ? undefined : 'off' })}
            />
            <Switch
              size="sm"
              label={t('plan.criticalPath')}
              checked={critical !== 'off'}
              onChange={({ currentTarget }) => onChange({ critical: currentTarget.checked ? undefined : 'off' })}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('plan.zoom')}
              value={zoom}
              onChange={(next) => isZoom(next) && onChange({ zoom: next })}
              data={ZOOMS.map((value) => ({ value, label: t(`plan.zoom.${value}`) }))}
            />
          </>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('plan.view')}
          value={view ?? 'chart'}
          onChange={(next) => onChange({ view: next === 'table' ? 'table' : undefined })}
          data={[
            { value: 'chart', label: t('plan.view.chart') },
            { value: 'table', label: t('plan.view.table') },
          ]}
        />
        {children}
      </Group>
    </Group>
  );
}
