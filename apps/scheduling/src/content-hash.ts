import { createHash } from 'node:crypto';

/** SHA-256 over the canonical text of plain data: fields in order of their names, absent ones left out. */
export function contentHash(data: unknown): string {
  return createHash('sha256').update(canonical(data)).digest('hex');
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
