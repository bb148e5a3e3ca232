import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { isPast, type WantedPoint } from '../two-times/point.ts';

/** What a command is expected to change in a reading that is on the screen, before the server has said so. */
export interface Patch {
  /** Path of the reading, as `useReading`, `usePages` and `useAll` have it. */
  readonly path: string;
  /** The reading's data afterwards; the same object where it does not concern this one. */
  readonly change: (data: unknown) => unknown;
}

/** Changes the items of a list that are meant, in whatever shape the reading is kept: one page, pages, or all at once. */
export function changeItems<T extends object>(
  path: string,
  isMeant: (item: T) => boolean,
  change: (item: T) => T,
): Patch {
  return { path, change: overItems<T>((items) => items.map((item) => (isMeant(item) ? change(item) : item))) };
}

/** Puts a new item first. */
export function addItem<T extends object>(path: string, item: T): Patch {
  let added = false; // into the first page only
  const add = overItems<T>((items) => (added ? items : ((added = true), [item, ...items])));
  return {
    path,
    change: (data) => {
      added = false;
      return add(data);
    },
  };
}

/** Changes a reading that is one thing. */
export function changeThing<T extends object>(path: string, change: (thing: T) => T): Patch {
  return { path, change: (data) => (isObject(data) ? change(data as T) : data) };
}

/** Applies patches to what the screen shows now; what it says of the past stays. Answers how to take them back. */
export function applyPatches(client: QueryClient, patches: readonly Patch[]): () => void {
  const before: (readonly [QueryKey, unknown])[] = [];
  for (const { path, change } of patches) {
    for (const [key, data] of client.getQueriesData({ predicate: ({ queryKey }) => isOfNow(queryKey, path) })) {
      if (data === undefined) continue;
      const after = change(data);
      if (after === data) continue;
      before.push([key, data]);
      client.setQueryData(key, after);
    }
  }
  return () => {
    for (const [key, data] of before.toReversed()) client.setQueryData(key, data);
  };
}

/** A reading's key ends in its point; one without any point is of now. */
export function isOfNow(key: QueryKey, path: string): boolean {
  if (key[0] !== path) return false;
  const last = key.at(-1);
  return !isObject(last) || !isPast(last as WantedPoint);
}

type Items<T> = (items: readonly T[]) => readonly T[];

function overItems<T>(change: Items<T>): (data: unknown) => unknown {
  const over = (data: unknown): unknown => {
    if (Array.isArray(data)) return change(data as readonly T[]);
    if (!isObject(data)) return data;
    if (Array.isArray(data['pages'])) return { ...data, pages: data['pages'].map(over) };
    if (Array.isArray(data['items'])) return { ...data, items: change(data['items'] as readonly T[]) };
    return data;
  };
  return over;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
