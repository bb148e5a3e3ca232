export const DAY_MS = 86_400_000;

export const ZOOMS = ['day', 'week', 'month', 'fit'] as const;
export type Zoom = (typeof ZOOMS)[number];

export const isZoom = (value: unknown): value is Zoom => ZOOMS.some((zoom) => zoom === value);

const PIXELS_A_DAY = { day: 34, week: 6.8, month: 2 } as const;
const NARROWEST_DAY = 0.05;

/** Where instants lie on the chart: a straight line, so that a day of 23 hours is a little narrower. */
export interface TimeScale {
  /** Instant at the left edge. */
  readonly from: number;
  readonly until: number;
  readonly pixelsADay: number;
  readonly width: number;
}

export interface Extent {
  readonly from: number;
  readonly until: number;
}

interface Spanning {
  readonly start?: number;
  readonly finish?: number;
  readonly baselineStart?: number;
  readonly baselineFinish?: number;
  readonly floatUntil?: number;
}

/** From the first to the last instant of all rows. */
export function extentOf(rows: readonly Spanning[], further: readonly (number | undefined)[] = []): Extent | undefined {
  let [from, until] = [Infinity, -Infinity];
  const see = (at: number | undefined) => {
    if (at === undefined) return;
    if (at < from) from = at;
    if (at > until) until = at;
  };
  for (const { start, finish, baselineStart, baselineFinish, floatUntil } of rows) {
    see(start);
    see(finish);
    see(baselineStart);
    see(baselineFinish);
    see(floatUntil);
  }
  if (from > until) return undefined;
  further.forEach(see);
  return { from, until };
}

/** Room before the first bar, and behind the last for its label. */
const MARGIN_PX = { before: 28, behind: 150 };

/** A scale for the whole extent; `fit` shows all of it in the room there is, and no scale is narrower than the room. */
export function scaleFor(extent: Extent, zoom: Zoom, room: number): TimeScale {
  const days = Math.max(1, (extent.until - extent.from) / DAY_MS);
  const behind = Math.min(MARGIN_PX.behind, room / 4);
  const fitting = Math.max(NARROWEST_DAY, (room - MARGIN_PX.before - behind) / days);
  const pixelsADay = zoom === 'fit' ? Math.min(fitting, PIXELS_A_DAY.day) : PIXELS_A_DAY[zoom];
  const from = extent.from - (MARGIN_PX.before / pixelsADay) * DAY_MS;
  const width = Math.max(room, Math.ceil(days * pixelsADay + MARGIN_PX.before + behind));
  return { from, until: from + (width / pixelsADay) * DAY_MS, pixelsADay, width };
}

export const xAt = ({ from, pixelsADay }: TimeScale, at: number): number => ((at - from) / DAY_MS) * pixelsADay;

export const instantAt = ({ from, pixelsADay }: TimeScale, x: number): number => from + (x / pixelsADay) * DAY_MS;
