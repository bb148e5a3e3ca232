import { formatMinutes, formatShare } from '../figures/figure.ts';
import type { CellEdit, GanttColumn } from '../gantt/gantt-row.ts';
import { locale } from '../texts/locale.ts';
import { t } from '../texts/t.ts';
import type { PlanRow } from './plan-rows.ts';
import { isDone } from './plan-row.ts';

const ALL_BP = 10_000;
const WORKING_DAY = 480;

/** Cells that whoever manages the plan may change in place. */
export interface PlanCellEdits {
  readonly name: CellEdit<PlanRow>;
  readonly start: CellEdit<PlanRow>;
  readonly days: CellEdit<PlanRow>;
}

/** What stands to the left of the bars. */
export function planColumns(zone: string, edits?: PlanCellEdits): readonly GanttColumn<PlanRow>[] {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone: zone });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const dayOf = (at: number | undefined) => (at === undefined ? t('page.none') : day.format(at));
  return [
    {
      key: 'name',
      header: t('plan.activity'),
      width: 250,
      minWidth: 120,
      isName: true,
      text: ({ name }) => name,
      edit: edits?.name,
    },
    {
      key: 'start',
      header: t('plan.start'),
      width: 94,
      isNumber: true,
      text: ({ start }) => dayOf(start),
      edit: edits?.start,
    },
    {
      key: 'days',
      header: t('plan.days'),
      width: 58,
      isNumber: true,
      text: ({ kind, minutes }) => (kind === 'milestone' ? t('page.none') : number.format(minutes / WORKING_DAY)),
      edit: edits?.days,
    },
    {
      key: 'float',
      header: t('plan.float'),
      width: 62,
      isNumber: true,
      text: floatText,
      tone: ({ critical }) => (critical ? 'red' : undefined),
    },
    {
      key: 'done',
      header: t('plan.done'),
      width: 58,
      isNumber: true,
      text: ({ done }) => formatShare(Math.floor(done * ALL_BP)),
    },
  ];
}

/** Float says nothing about what is over, nor about what only groups. */
export function floatText({ kind, activity }: PlanRow): string {
  const isMeant = activity.scheduled && kind !== 'summary' && !isDone(activity);
  return isMeant ? formatMinutes(activity.scheduled.totalFloat) : '';
}
