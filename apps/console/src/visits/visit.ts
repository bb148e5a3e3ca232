/** Where the feed stood at a time. */
export interface Mark {
  /** Number of the last event of the feed. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is remembered of somebody's visits in this browser. */
export interface Visits {
  /** The end of the visit before this one. */
  readonly before?: Mark;
  /** How far this visit has come. */
  readonly now: Mark;
}

/** Whoever comes back sooner is still on the same visit. */
const BREAK_MS = 30 * 60_000;

/** Notes that somebody is here; after a break, what was the present visit becomes the last one. */
export function visited(known: Visits | undefined, mark: Mark): Visits {
  if (!known) return { now: mark };
  if (mark.at - known.now.at > BREAK_MS) return { before: known.now, now: mark };
  // A feed that is shorter than before was made anew: what was remembered is of another one.
  if (mark.sequence < known.now.sequence) return { now: mark };
  return { ...known, now: mark };
}

const isMark = (value: unknown): value is Mark => {
  const { sequence, at } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof sequence === 'number' && typeof at === 'number';
};

/** Reads what was remembered; nonsense counts as nothing. */
export function visitsIn(text: string | null): Visits | undefined {
  try {
    const { before, now } = JSON.parse(text ?? 'null') as Partial<Record<string, unknown>>;
    return isMark(now) ? { now, ...(isMark(before) && { before }) } : undefined;
  } catch {
    return undefined; // written by somebody else, or nothing there
  }
}
