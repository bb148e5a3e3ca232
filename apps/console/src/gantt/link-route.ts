import type { LinkKind } from './gantt-row.ts';

export interface LinkEnds {
  readonly kind: LinkKind;
  /** Of the predecessor's bar. */
  readonly from: { readonly left: number; readonly right: number; readonly y: number };
  readonly to: { readonly left: number; readonly right: number; readonly y: number };
  readonly rowHeight: number;
}

/** How far a line leaves a bar before it turns. */
const STUB = 7;
const ARROW = 4;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners of a line that leaves and enters bars sideways and otherwise keeps between the rows. */
export function routeOf({ kind, from, to, rowHeight }: LinkEnds): readonly Point[] {
  const leavesRight = kind === 'FS' || kind === 'FF';
  const entersLeft = kind === 'FS' || kind === 'SS';
  const begin = { x: leavesRight ? from.right : from.left, y: from.y };
  const end = { x: entersLeft ? to.left - ARROW : to.right + ARROW, y: to.y };
  const out = begin.x + (leavesRight ? STUB : -STUB);
  const before = end.x + (entersLeft ? -STUB : STUB);

  if (leavesRight === entersLeft) {
    // FS and SF: straight down where there is room between the ends, else around, between two rows.
    const hasRoom = leavesRight ? out <= before + STUB : out >= before - STUB;
    if (hasRoom) return [begin, { x: out, y: begin.y }, { x: out, y: end.y }, end];
    const between = end.y + (begin.y < end.y ? -rowHeight / 2 : rowHeight / 2);
    return [
      begin,
      { x: out, y: begin.y },
      { x: out, y: between },
      { x: before, y: between },
      { x: before, y: end.y },
      end,
    ];
  }
  // SS and FF: out on the side where both ends lie, as far as the farther one.
  const side = leavesRight ? Math.max(out, before) : Math.min(out, before);
  return [begin, { x: side, y: begin.y }, { x: side, y: end.y }, end];
}

export function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** The arrow at the end of a route. */
export function arrowOf(points: readonly Point[]): string {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (!before || !end) return '';
  const way = before.x <= end.x ? 1 : -1;
  const tip = end.x + way * ARROW;
  return `M${round(tip)} ${round(end.y)}L${round(end.x)} ${round(end.y - 3)}L${round(end.x)} ${round(end.y + 3)}Z`;
}

const round = (value: number): number => Math.round(value * 2) / 2;
