import { type FieldSchema, schemaOf } from '@bw/contracts-base';
import { SHARED_PARAMETERS } from '../http/contract.pipe.ts';
import { LARGEST_PAGE } from '../http/query.ts';
import type { Route } from './routes.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: FieldSchema;
}

const TEXT: FieldSchema = { type: 'string' };
const INSTANT: FieldSchema = { type: 'string', format: 'date-time' };

/** All parameters of a route: of its path, its query class, and of the shell's decorators that it uses. */
export function parametersOf(route: Route): readonly Parameter[] {
  const { takes, method, ifMatchIsOptional } = route;
  const taken: Parameter[] = [];
  if (takes.has('wanted')) taken.push(...WANTED);
  if (takes.has('page')) taken.push(...PAGE);
  if (takes.has('issued')) taken.push(...(method === 'post' ? [KEY] : []), ...ISSUED);
  if (takes.has('if-match')) taken.push({ ...IF_MATCH, required: !ifMatchIsOptional });
  return [...pathParameters(route), ...queryParameters(route), ...taken];
}

function pathParameters({ path }: Route): readonly Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const schema: FieldSchema = name.endsWith('Id') || name === 'id' ? { type: 'string', format: 'uuid' } : TEXT;
    return { name, in: 'path', required: true, schema };
  });
}

function queryParameters({ query, asked, takes }: Route): readonly Parameter[] {
  const { properties = {}, required = [] } = query ? schemaOf(query) : {};
  const own = Object.entries(properties).filter(([name]) => !(takes.has('wanted') && SHARED_PARAMETERS.includes(name)));
  return [
    ...own.map(([name, schema]): Parameter => ({ name, in: 'query', required: required.includes(name), schema })),
    ...asked.map(({ name, schema, required: must }): Parameter => ({ name, in: 'query', required: must, schema })),
  ];
}

function optional(where: 'query' | 'header', name: string, schema: FieldSchema, description: string): Parameter {
  return { name, in: where, required: false, description, schema };
}

const WANTED = [
  optional('query', 'asOf', INSTANT, 'Facts that count up to then; now unless said.'),
  optional('query', 'knownAt', INSTANT, 'As known at that time; now unless said.'),
  optional(
    'query',
    'cut',
    TEXT,
    'Instead of knownAt: the cut of an earlier answer, which repeats its reading exactly.',
  ),
  optional('query', 'minPosition', TEXT, 'Waits until these positions are taken in: scheduling:4711.'),
];

const PAGE = [
  optional('query', 'cursor', TEXT, 'The next of an earlier answer.'),
  optional('query', 'limit', { type: 'integer', minimum: 1, maximum: LARGEST_PAGE }, 'How many at most.'),
];

const KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Any text; the same one on a retry. The answer to it is kept for a day.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const ISSUED = [
  optional(
    'header',
    'Bw-Effective',
    TEXT,
    'When it counts: a UTC time, or a day with its zone: 2026-03-29[Europe/Warsaw].',
  ),
  optional('header', 'Bw-Reason', TEXT, 'Why, percent-encoded.'),
];

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the reading that this edit builds on.',
  schema: { type: 'string', pattern: '^"\\d+"$' },
};
