import { isZoom, type Zoom } from '../gantt/time-scale.ts';

/** How the plan is shown. It lives in the URL, so that a link shows the same to others. */
export interface PlanSearch {
  readonly view?: 'table';
  readonly zoom?: Zoom;
  readonly baseline?: 'off';
  readonly critical?: 'off';
  /** The row that is chosen. */
  readonly row?: string;
  /** The activity whose drawer is open. */
  readonly activity?: string;
  /** What is about to be written. */
  readonly write?: PlanDialog;
}

export const PLAN_DIALOGS = ['activity', 'data-date', 'baseline'] as const;
export type PlanDialog = (typeof PLAN_DIALOGS)[number];

const isDialog = (value: unknown): value is PlanDialog => PLAN_DIALOGS.some((dialog) => dialog === value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Nonsense counts as not given. */
export function planSearch(search: Readonly<Record<string, unknown>>): PlanSearch {
  const { view, zoom, baseline, critical, row, activity, write } = search;
  return {
    ...(view === 'table' && { view }),
    ...(isZoom(zoom) && { zoom }),
    ...(baseline === 'off' && { baseline }),
    ...(critical === 'off' && { critical }),
    ...(isText(row) && { row }),
    ...(isText(activity) && { activity }),
    ...(isDialog(write) && { write }),
  };
}
