import { RequestProblem } from '../api/request.ts';

/** What the server found wrong, by field: `/target/likelihood` belongs to `target.likelihood`. */
export function fieldErrors(problem: Error | null): ReadonlyMap<string, string> {
  if (!(problem instanceof RequestProblem)) return new Map();
  const found = new Map<string, string>();
  for (const { pointer, detail } of problem.errors) {
    const field = pointer.replace(/^\//, '').replaceAll('/', '.');
    if (field !== '' && !found.has(field)) found.set(field, detail);
  }
  return found;
}

/** What none of the fields can show beside itself. */
export function hasOtherErrors(problem: Error | null, fields: readonly string[]): boolean {
  if (!problem) return false;
  const errors = fieldErrors(problem);
  return errors.size === 0 || [...errors.keys()].some((field) => !fields.includes(field));
}

/** Somebody was faster: what the form builds on has changed meanwhile. */
export const isConflict = (problem: Error | null): problem is RequestProblem =>
  problem instanceof RequestProblem && (problem.code === 'VERSION_CONFLICT' || problem.code === 'STATE_CONFLICT');
