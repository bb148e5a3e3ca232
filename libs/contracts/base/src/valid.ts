import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FieldProblem } from './contract-violation.ts';
import type { ContractClass } from './field.ts';
import { HIDDEN_NAMES } from './hidden-names.ts';
import { escapePointer } from './schema-check.ts';

export type Checked<T> = { readonly value: T } | { readonly problems: readonly FieldProblem[] };

/** Reads a value out of JSON as an instance of the class, by the class-validator rules of its fields. */
export function readAs<T extends object>(contract: ContractClass<T>, json: unknown): Checked<T> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { problems: [{ pointer: '', code: 'object', detail: 'must be an object' }] };
  }
  const hidden = hiddenFields(json, '');
  if (hidden.length > 0) return { problems: hidden };
  const value = plainToInstance(contract as ClassConstructor<T>, json);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  return errors.length > 0 ? { problems: errors.flatMap((error) => problemsOf(error, '', json)) } : { value };
}

/** Where a field has problems of its own, those of its inner fields would only repeat them. */
function problemsOf(error: ValidationError, parent: string, owner: unknown): readonly FieldProblem[] {
  const { property, constraints = {}, children = [] } = error;
  const pointer = `${parent}/${escapePointer(property)}`;
  const own = Object.entries(constraints).filter(([code]) => code !== 'nestedValidation');
  if (own.length === 0) return children.flatMap((child) => problemsOf(child, pointer, valueAt(owner, property)));
  return own.map(([code, detail]) => {
    if (code === 'whitelistValidation') return unknownField(pointer);
    if (valueAt(owner, property) === undefined) return { pointer, code: 'required', detail: 'is missing' };
    return { pointer, code, detail };
  });
}

function hiddenFields(value: unknown, pointer: string): readonly FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = `${pointer}/${escapePointer(name)}`;
    return HIDDEN_NAMES.has(name) ? [unknownField(at)] : hiddenFields(inner, at);
  });
}

function unknownField(pointer: string): FieldProblem {
  return { pointer, code: 'unknown-field', detail: 'is no field of this object' };
}

function valueAt(owner: unknown, property: string): unknown {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, property) : undefined;
}
