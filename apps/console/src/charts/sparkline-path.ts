export interface Scale {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

interface Box {
  readonly width: number;
  readonly height: number;
  readonly edge: number;
}

/** So small a difference that showing it as large as the picture would mislead. */
const LEAST_RANGE = 0.1;

/** The values and the level fit into the box; a calm line stays calm. */
export function scaleOf(values: readonly (number | undefined)[], level: number, { width, height, edge }: Box): Scale {
  const known = [...values.flatMap((value) => value ?? []), level];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const spare = Math.max(0, LEAST_RANGE - (high - low)) / 2;
  const [from, range] = [low - spare, Math.max(high - low, LEAST_RANGE)];
  const step = values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0;
  return {
    x: (index) => round(edge + step * index),
    y: (value) => round(height - edge - ((value - from) / range) * (height - 2 * edge)),
  };
}

/** An SVG path that has gaps where there are no values. */
export function linePath(values: readonly (number | undefined)[], { x, y }: Scale): string {
  let pen = 'M';
  return values
    .flatMap((value, index) => {
      if (value === undefined) {
        pen = 'M';
        return [];
      }
      const part = `${pen}${x(index)} ${y(value)}`;
      pen = 'L';
      return [part];
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
