import { createHash } from 'node:crypto';
import type { Id } from '@bw/kernel';

/** SHA-256 over the canonical text of plain data: fields in order of their names, absent ones left out. */
export function contentHash(data: unknown): string {
  return createHash('sha256').update(canonical(data)).digest('hex');
}

/** An id that the same names always give: what an import or a process makes is the same when it is tried again. */
export function derivedId(...names: readonly (string | number)[]): Id {
  const hex = createHash('sha256').update(names.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) => (isPlain(value) ? inOrder(value) : value));
}

function inOrder(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
