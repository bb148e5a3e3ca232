import { isCivilDay, isId, isInstant } from '@bw/kernel';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { FieldProblem } from './contract-violation.ts';
import type { FieldSchema } from './json-schema.ts';
import { isZoneName } from './zone-name.ts';

/** What is wrong with a value; empty where nothing is. */
export type SchemaCheck = (value: unknown) => readonly FieldProblem[];

/** Enough to act on; a list of ten thousand would only be a heavy answer. */
const MOST_PROBLEMS = 20;

const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  ownProperties: true,
  formats: { uuid: isId, 'date-time': isInstant, date: isCivilDay, 'iana-zone': isZoneName },
});

export function compileSchema(schema: FieldSchema): SchemaCheck {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).slice(0, MOST_PROBLEMS).map(problemOf));
}

function problemOf({ instancePath, keyword, params, message }: ErrorObject): FieldProblem {
  const detail = message ?? 'is wrong';
  if (keyword === 'required') {
    return {
      pointer: `${instancePath}/${escapePointer(params['missingProperty'])}`,
      code: 'required',
      detail: 'is missing',
    };
  }
  if (keyword === 'additionalProperties') {
    const pointer = `${instancePath}/${escapePointer(params['additionalProperty'])}`;
    return { pointer, code: 'unknown-field', detail: 'is no field of this object' };
  }
  if (keyword === 'propertyNames') {
    const pointer = `${instancePath}/${escapePointer(params['propertyName'])}`;
    return { pointer, code: 'unknown-field', detail: 'is no name for a value' };
  }
  return { pointer: instancePath, code: keyword, detail };
}

/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: unknown): string {
  return String(step).replaceAll('~', '~0').replaceAll('/', '~1');
}
