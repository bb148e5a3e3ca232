import type { Event } from '@bw/contracts-base';

/** What an event set anew: a field, what the stream said about it before, and what it says now. */
export interface Change {
  /** Name of the field; nested ones with dots: `target.likelihood`. */
  readonly field: string;
  readonly before?: unknown;
  readonly after: unknown;
}

type Told = Pick<Event, 'type' | 'data'>;
type Data = Readonly<Record<string, unknown>>;

/** Fields that say which part of a stream an event is about: of a plan an activity, of a risk one of its ratings. */
const PARTS = ['rated', 'clock', 'kpi'] as const;

/** What an event changed, given all that the same stream had said before it, the oldest first. */
export function changesOf(event: Told, earlier: readonly Told[]): readonly Change[] {
  const about = partOf(event.data);
  const before = new Map<string, unknown>();
  for (const { data } of earlier) {
    const part = partOf(data);
    // What says nothing of a part is about all of them; what names another one is about that.
    if (Object.entries(about).some(([name, value]) => name in part && part[name] !== value)) continue;
    for (const [field, value] of fieldsOf(data)) before.set(field, value);
  }
  return fieldsOf(event.data).flatMap(([field, after]): readonly Change[] => {
    if (!before.has(field)) return [{ field, after }];
    const old = before.get(field);
    return isSame(old, after) ? [] : [{ field, before: old, after }];
  });
}

function partOf(data: unknown): Data {
  return Object.fromEntries(
    Object.entries(isData(data) ? data : {}).filter(
      ([name]) => name.endsWith('Id') || PARTS.some((part) => part === name),
    ),
  );
}

/** All fields but the ids, flat. Lists stay whole. */
function fieldsOf(data: unknown, within = ''): readonly (readonly [field: string, value: unknown])[] {
  return Object.entries(isData(data) ? data : {}).flatMap(([name, value]) => {
    if (within === '' && name.endsWith('Id')) return [];
    const field = `${within}${name}`;
    return isData(value) ? fieldsOf(value, `${field}.`) : [[field, value] as const];
  });
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
