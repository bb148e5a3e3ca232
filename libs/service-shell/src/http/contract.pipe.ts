import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type ContractClass, fieldsOf, readAs, schemaOf } from '@bw/contracts-base';
import { Problem } from './problem.ts';

/** Reads `@Body()` and `@Query()` as the class that the handler names; every wrong and every unknown field is named. No body is an empty one. */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !isContract(metatype)) return value;
    const read = readAs(metatype, type === 'query' ? typed(value, metatype) : value === undefined ? {} : value);
    if ('value' in read) return read.value;
    const what = type === 'body' ? 'The body' : 'The query';
    throw new Problem({ code: 'VALIDATION', detail: `${what} is not as it should be.`, errors: read.problems });
  }
}

/** Is it a class with fields of ours? One without fields is read as it comes: its handler reads it. */
export function isContract(type: unknown): type is ContractClass {
  return typeof type === 'function' && type !== Object && Object.keys(fieldsOf(type)).length > 0;
}

/** Parameters that several of our decorators read beside the class of a handler's query. */
export const SHARED_PARAMETERS: readonly string[] = ['asOf', 'knownAt', 'cut', 'minPosition', 'cursor', 'limit'];

/** Queries are texts: what the class calls a number, a flag or a list is read as such; what cannot be stays wrong. */
function typed(query: unknown, contract: ContractClass): unknown {
  const { properties } = schemaOf(contract);
  const entries = Object.entries(Object(query)).filter(
    ([name]) => name in properties || !SHARED_PARAMETERS.includes(name),
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typedValue(value, properties[name]?.type, properties[name]?.items?.type)]),
  );
}

function typedValue(value: unknown, type: string | undefined, items?: string): unknown {
  if (type === 'array') return listOf(value).map((item) => typedValue(item, items));
  if (typeof value !== 'string') return value;
  if (type === 'integer' || type === 'number') return /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

/** `?risk=a&risk=b` and `?risk=a,b` are the same list. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(',') : [value];
}
