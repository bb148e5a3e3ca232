import { existsSync, readFileSync } from 'node:fs';
import { WrongUse } from '../frame/exit-status.ts';

export interface MappingOptions {
  readonly mapping?: string;
  readonly zone?: string;
  readonly currency?: string;
  readonly dateOrder?: string;
  readonly decimal?: string;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** How to understand the file: what `--mapping` says, and above it the single options. */
export function mappingOf({ mapping, ...single }: MappingOptions): Readonly<Record<string, unknown>> {
  const { zone, currency, dateOrder, decimal, sheet, encoding, delimiter } = single;
  const given = Object.entries({ zone, currency, dateOrder, decimal, sheet, encoding, delimiter });
  return {
    ...(mapping !== undefined && read(mapping)),
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  };
}

function read(text: string): Readonly<Record<string, unknown>> {
  const json = text.startsWith('{') ? text : fromFile(text);
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new WrongUse(`--mapping is no JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  throw new WrongUse('--mapping must be an object such as {"columns":{"name":"Task"}}.');
}

function fromFile(file: string): string {
  if (!existsSync(file)) throw new WrongUse(`--mapping: there is no file ${file}. Name one, or write JSON.`);
  return readFileSync(file, 'utf8');
}
