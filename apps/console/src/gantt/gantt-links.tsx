import { memo, useMemo } from 'react';
import { barOf, ROW_HEIGHT } from './bar.ts';
import type { GanttRow } from './gantt-row.ts';
import { arrowOf, pathOf, routeOf } from './link-route.ts';
import { type LinkIndex, linksInSight, placesOf } from './links-in-sight.ts';
import type { Window1D } from './row-window.ts';
import type { TimeScale } from './time-scale.ts';

interface GanttLinksProps {
  readonly rows: readonly GanttRow[];
  readonly index: LinkIndex;
  readonly visible: Int32Array;
  readonly window: Window1D;
  readonly scale: TimeScale;
  readonly showCritical: boolean;
}

interface Drawn {
  readonly plain: string;
  readonly critical: string;
  readonly plainArrows: string;
  readonly criticalArrows: string;
}

/** All links of the rows in sight: four paths, however many links there are. */
export const GanttLinks = memo(function GanttLinks(props: GanttLinksProps) {
  const { rows, visible } = props;
  const places = useMemo(() => placesOf(visible, rows.length), [visible, rows.length]);
  const { plain, critical, plainArrows, criticalArrows } = draw(props, places);
  return (
    <g>
      <path className="gantt-link" d={plain} />
      <path className="gantt-arrow" d={plainArrows} />
      <path className="gantt-link gantt-critical" d={critical} />
      <path className="gantt-arrow gantt-critical" d={criticalArrows} />
    </g>
  );
});

function draw({ rows, index, visible, window, scale, showCritical }: GanttLinksProps, places: Int32Array): Drawn {
  const parts = { plain: '', critical: '', plainArrows: '', criticalArrows: '' };
  for (const link of linksInSight(index, visible, window)) {
    const [from, to] = [index.from[link] ?? 0, index.to[link] ?? 0];
    const [fromPlace, toPlace] = [places[from] ?? -1, places[to] ?? -1];
    const [before, after, kind] = [rows[from], rows[to], index.links[link]?.kind];
    if (fromPlace < 0 || toPlace < 0 || !before || !after || !kind) continue;
    const [fromBar, toBar] = [barOf(before, scale), barOf(after, scale)];
    if (!fromBar || !toBar) continue;
    const route = routeOf({
      kind,
      from: { ...fromBar, y: middleOf(fromPlace) },
      to: { ...toBar, y: middleOf(toPlace) },
      rowHeight: ROW_HEIGHT,
    });
    const isCritical = showCritical && before.critical && after.critical;
    parts[isCritical ? 'critical' : 'plain'] += pathOf(route);
    parts[isCritical ? 'criticalArrows' : 'plainArrows'] += arrowOf(route);
  }
  return parts;
}

const middleOf = (place: number): number => place * ROW_HEIGHT + ROW_HEIGHT / 2 - 1;
