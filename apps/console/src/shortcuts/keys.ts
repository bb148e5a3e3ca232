/** Keys that were pressed one after the other, and what they led to. */
export interface Typed {
  readonly keys: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Longer than this apart, and the second key begins anew. */
const TOGETHER_MS = 1_200;

export const NOTHING_TYPED: Typed = { keys: [], at: 0 };

export interface Step<T> {
  readonly typed: Typed;
  readonly found?: T;
}

/** The next key: finds what has exactly these keys, or waits for more where they begin something. */
export function nextKey<T extends { readonly keys?: string }>(
  choices: readonly T[],
  before: Typed,
  key: string,
  at: number,
): Step<T> {
  const keys = at - before.at < TOGETHER_MS ? [...before.keys, key] : [key];
  for (const tried of [keys, [key]]) {
    const text = tried.join(' ');
    const found = choices.find((choice) => choice.keys === text);
    if (found) return { typed: NOTHING_TYPED, found };
    if (choices.some((choice) => choice.keys?.startsWith(`${text} `))) return { typed: { keys: tried, at } };
  }
  return { typed: NOTHING_TYPED };
}
