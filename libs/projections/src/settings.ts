/** How flows are summed up in advance. A change of either needs a rebuild. */
export interface FactSettings {
  /** Width of a bucket in business time, counted from a Monday. */
  readonly bucketDays: number;
  /** Width of a bucket in knowledge: so many positions of a log. */
  readonly segmentSize: number;
}

export const defaultSettings: FactSettings = { bucketDays: 7, segmentSize: 10_000 };

const DAY = 86_400_000;
const FIRST_MONDAY = Date.UTC(1970, 0, 5);

/** First day of the bucket that this instant falls into. Seven days: the ISO week, UTC. */
export function bucketStart(milliseconds: number, { bucketDays }: FactSettings): string {
  const width = bucketDays * DAY;
  const start = FIRST_MONDAY + Math.floor((milliseconds - FIRST_MONDAY) / width) * width;
  return new Date(start).toISOString().slice(0, 10);
}

/** First bucket that is not wholly at or before `asOf`: the ones before it can be taken as they are. */
export function firstOpenBucket(asOf: string, settings: FactSettings): string {
  return bucketStart(Date.parse(asOf) + 1, settings);
}
