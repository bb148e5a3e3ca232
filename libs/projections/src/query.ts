import type { Cut, Scope, Which } from './reading.ts';
import type { Sources } from './sources.ts';

/** Collects the parameters of one statement while its text is written. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** A cut as a table `name(source, upto)`. A log that the cut does not name is not seen at all. */
export function cutTable(cut: Cut, sources: Sources, parameters: Parameters, name = 'cut'): string {
  const entries = Object.entries(cut);
  const ids = parameters.add(
    entries.map(([source]) => sources.named(source).id),
    'smallint[]',
  );
  const positions = parameters.add(
    entries.map(([, position]) => position),
    'bigint[]',
  );
  return `unnest(${ids}, ${positions}) as ${name}(source, upto)`;
}

/** Tenant, walls between clients, and what was asked for. */
export function placeOf(scope: Scope, which: Which, parameters: Parameters): string {
  const conditions = [`tenant = ${parameters.add(scope.tenant, 'uuid')}`];
  if (scope.engagements !== 'all') conditions.push(`engagement = any(${parameters.add(scope.engagements, 'uuid[]')})`);
  if (which.engagement !== undefined) conditions.push(`engagement = ${parameters.add(which.engagement, 'uuid')}`);
  if (which.subject !== undefined) conditions.push(`subject = ${parameters.add(which.subject, 'text')}`);
  if (which.subjects !== undefined) conditions.push(`subject = any(${parameters.add(which.subjects, 'text[]')})`);
  if (which.within !== undefined) {
    // A range, so that the index serves it; `0` is the character after `/` in the collation of subjects.
    conditions.push(
      `subject > ${parameters.add(`${which.within}/`, 'text')} and subject < ${parameters.add(`${which.within}0`, 'text')}`,
    );
  }
  return conditions.join(' and ');
}
