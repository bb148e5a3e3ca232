/** As much of a plan's activity as the comparison needs. */
export interface Dated {
  readonly activityId: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly start?: string;
  readonly finish?: string;
  readonly scheduled?: { readonly earlyStart: string; readonly earlyFinish: string };
}

export interface DateDifference {
  readonly activityId: string;
  readonly code: string;
  readonly name: string;
  readonly inFile: string;
  readonly calculated: string;
  /** Days from the file's finish to the calculated one, to a tenth. */
  readonly days: number;
}

export interface Comparison {
  /** Activities whose finish stands in the file. */
  readonly compared: number;
  readonly same: number;
  /** The greatest first. */
  readonly differences: readonly DateDifference[];
  readonly finishInFile?: string;
  readonly finishCalculated?: string;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The file's finishes beside those that were calculated from its logic. Summaries only span what lies below them. */
export function compareDates(activities: readonly Dated[]): Comparison {
  const work = activities.filter(({ type, scheduled }) => type !== 'summary' && scheduled !== undefined);
  const pairs = work.flatMap(({ activityId, code, name, finish, scheduled }) =>
    finish && scheduled ? [{ activityId, code, name, inFile: finish, calculated: scheduled.earlyFinish }] : [],
  );
  const differences = pairs
    .map((pair) => ({ ...pair, by: Date.parse(pair.calculated) - Date.parse(pair.inFile) }))
    .filter(({ by }) => Math.abs(by) >= MINUTE)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .map(({ by, ...pair }) => ({ ...pair, days: tenths(by / DAY) }));
  const finishInFile = latest(pairs.map(({ inFile }) => inFile));
  const finishCalculated = latest(work.flatMap(({ scheduled }) => scheduled?.earlyFinish ?? []));
  return {
    compared: pairs.length,
    same: pairs.length - differences.length,
    differences,
    ...(finishInFile && { finishInFile }),
    ...(finishCalculated && { finishCalculated }),
  };
}

/** What differs is never told as no difference. */
const tenths = (days: number): number => Math.sign(days) * Math.max(0.1, Math.round(Math.abs(days) * 10) / 10);

const latest = (instants: readonly string[]): string | undefined => instants.toSorted().at(-1);
