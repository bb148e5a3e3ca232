import * as fc from 'fast-check';
import type { FieldSchema } from './json-schema.ts';

/** Good values of a schema of ours. */
export function valuesOf(schema: FieldSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return textsOf(schema);
    case 'integer':
    case 'number':
      return fc.maxSafeInteger().map((value) => within(value, schema));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return listsOf(schema);
    case 'object':
      return objectsOf(schema);
    case undefined:
      return fc.jsonValue();
  }
}

/** Bad values, and now and then a good one: something of a good value is dropped, added or replaced. */
export function spoilt(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(good, fc.nat(), fc.constantFrom(...NASTY), fc.nat(5)).map(([value, place, nasty, way]) => {
    const copy: unknown = structuredClone(value);
    const places = placesOf(copy);
    const chosen = places[place % Math.max(places.length, 1)];
    if (!chosen) return nasty;
    const [owner, name] = chosen;
    if (way === 0) Reflect.deleteProperty(owner, name);
    else if (way === 1 && !Array.isArray(owner))
      Reflect.set(owner, place % 2 === 0 ? 'surprise' : 'constructor', nasty);
    else Reflect.set(owner, name, nasty);
    return copy;
  });
}

const NASTY: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  'x'.repeat(70),
  'x'.repeat(5000),
  '😀'.repeat(40),
  'a\u0000b',
  '️️',
  'É/é',
  '-1',
  '1e3',
  '007',
  '0.10',
  '-0.5',
  0,
  -1,
  1,
  7,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [{}],
  ['x', 'x'],
  { length: 3 },
  '2026-02-30',
  '2026-02-28',
  '2026-02-28T24:00:00.000Z',
  '2026-02-28T12:00:00Z',
  '2026-02-28T12:00:00.000Z',
  '24:00',
  '07:30',
  '01931B7C-5A10-7C44-8F5E-2B7D0C9E4A11',
  '01931b7c-5a10-7c44-8f5e-2b7d0c9e4a11',
  'EUR',
  'eur',
  'Europe/Warsaw',
  'Europe/Nowhere',
  '+01:00',
  'UTC',
  'f'.repeat(64),
  'F'.repeat(64),
  'line\n',
  'AB\n',
  '2026-02-28\n',
  '=1+1',
];

function textsOf({ format, pattern, minLength = 0, maxLength = 200 }: FieldSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return DATES.map((date) => date.toISOString());
  if (format === 'date') return DATES.map((date) => date.toISOString().slice(0, 10));
  if (format === 'iana-zone') return fc.constantFrom(...ZONES);
  if (pattern) return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength);
  return fc
    .string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 200) })
    .filter((text) => text.length >= minLength);
}

const DATES = fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2090-01-01') });
const ZONES = ['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];

function within(value: number, { minimum = -Infinity, maximum = Infinity }: FieldSchema): number {
  if (value >= minimum && value <= maximum) return value;
  const span = maximum - minimum + 1;
  return Number.isSafeInteger(span) ? minimum + (Math.abs(value) % span) : Math.max(minimum, Math.abs(value) % maximum);
}

function listsOf({ items, minItems = 0, maxItems = 5, uniqueItems = false }: FieldSchema): fc.Arbitrary<unknown[]> {
  const length = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 4) };
  const item = items ? valuesOf(items) : fc.jsonValue();
  return uniqueItems ? fc.uniqueArray(item, length) : fc.array(item, length);
}

function objectsOf({
  properties,
  required = [],
  additionalProperties,
  maxProperties = 5,
}: FieldSchema): fc.Arbitrary<object> {
  if (!properties) {
    const values = additionalProperties ? valuesOf(additionalProperties) : fc.jsonValue();
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), values, { maxKeys: Math.min(maxProperties, 4) });
  }
  const fields = Object.entries(properties).map(([name, field]) => [name, valuesOf(field)]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...required],
  });
}

/** Every place in a value where something could stand instead: owner and name. */
function placesOf(value: unknown): readonly (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [[value, name] as const, ...placesOf(inner)]);
}
