import type { Schema } from './sources.ts';

/**
 * What a changed schema of the same version would break. Old events are read for ever, so a new one must accept them all;
 * consumers rely on what was promised, so nothing they read may go.
 */
export function breaks(before: Schema, after: Schema, at = ''): readonly string[] {
  const problems: string[] = [];
  if (before.type !== after.type) problems.push(`${at || '/'} was ${before.type}, is ${after.type}`);
  const gone = before.enum?.filter((value) => after.enum && !after.enum.includes(value)) ?? [];
  if (!before.enum && after.enum) problems.push(`${at || '/'} has become a choice of a few values`);
  if (gone.length > 0) problems.push(`${at || '/'} is no longer allowed to be ${gone.join(', ')}`);
  problems.push(...tightened(before, after, at));

  const [was, is] = [before.properties ?? {}, after.properties ?? {}];
  for (const [name, schema] of Object.entries(was)) {
    const now = is[name];
    if (now) problems.push(...breaks(schema, now, `${at}/${name}`));
    else problems.push(`${at}/${name} was removed`);
  }
  const [needed, need] = [before.required ?? [], after.required ?? []];
  for (const name of need) if (!needed.includes(name)) problems.push(`${at}/${name} has become required`);
  for (const name of needed) if (name in is && !need.includes(name)) problems.push(`${at}/${name} has become optional`);
  if (before.items && after.items) problems.push(...breaks(before.items, after.items, `${at}/-`));
  return problems;
}

/** Bounds: the lower ones must not rise, the upper ones must not fall. */
function tightened(before: Schema, after: Schema, at: string): readonly string[] {
  const lower = ['minimum', 'minLength', 'minItems'].filter(
    (bound) => bounded(after, bound, -Infinity) > bounded(before, bound, -Infinity),
  );
  const upper = ['maximum', 'maxLength', 'maxItems', 'maxProperties'].filter(
    (bound) => bounded(after, bound, Infinity) < bounded(before, bound, Infinity),
  );
  const pattern = after['pattern'] !== undefined && after['pattern'] !== before['pattern'] ? ['pattern'] : [];
  return [...lower, ...upper, ...pattern].map((bound) => `${at || '/'} has a narrower ${bound}`);
}

function bounded(schema: Schema, bound: string, without: number): number {
  const value = schema[bound];
  return typeof value === 'number' ? value : without;
}
