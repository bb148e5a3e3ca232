import { type ContractClass, type FieldSchema, schemaOf } from '@bw/contracts-base';
import { NDJSON } from '../http/batch.ts';
import { PROBLEM_MEDIA_TYPE, problemCodes } from '../http/problem.ts';
import type { Answer } from '../http/routes.ts';
import { Components } from './components.ts';
import { parametersOf } from './parameters.ts';
import type { Route } from './routes.ts';

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
  readonly security: readonly object[];
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  /** Who may call it; operators and everybody are said as such. */
  readonly 'x-allowed': readonly string[];
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
  readonly security?: readonly object[];
}

/** Routes that nobody can rely on: the code does not say who may call them or what they answer. */
export class UnstatedRoutes extends Error {
  constructor(readonly routes: readonly string[]) {
    super(
      `These routes do not say who may call them (@Allows) or what they answer (@Answers):\n  ${routes.join('\n  ')}`,
    );
  }
}

/** OpenAPI 3.1 of a service. Throws `UnstatedRoutes` where the code leaves something open. */
export function openApiOf(service: string, about: string, routes: readonly Route[]): OpenApiDocument {
  const unstated = routes.filter(({ allowed, answer }) => !allowed || !answer);
  if (unstated.length > 0)
    throw new UnstatedRoutes(unstated.map(({ method, path }) => `${method.toUpperCase()} ${path}`));

  const components = new Components();
  const paths = new Map<string, Record<string, Operation>>();
  for (const route of [...routes].sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method))) {
    paths.set(route.path, { ...paths.get(route.path), [route.method]: operationOf(route, components) });
  }
  return {
    openapi: '3.1.0',
    info: { title: `Bridgework ${service}`, version: 'v1', description: about },
    paths: Object.fromEntries(paths),
    components: {
      schemas: { ...components.schemas, Problem: PROBLEM },
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457).',
          content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    security: [{ token: [] }],
  };
}

function operationOf(route: Route, components: Components): Operation {
  const { controller, handler, allowed, answer } = route;
  const tag = controller.name.replace(/Controller$/, '');
  const parameters = parametersOf(route);
  const requestBody = requestBodyOf(route, components);
  return {
    operationId: `${tag}_${handler}`,
    tags: [tag],
    'x-allowed': typeof allowed === 'string' ? [allowed] : (allowed ?? []),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      ...(answer && answersOf(route, answer, components)),
      default: { $ref: '#/components/responses/Problem' },
    },
    ...(allowed === 'public' && { security: [] }),
  };
}

function requestBodyOf({ body, lines }: Route, components: Components): object | undefined {
  if (body) return { required: true, content: { 'application/json': { schema: components.refer(body) } } };
  if (!lines) return undefined;
  return {
    required: true,
    description: 'A command per line.',
    content: { [NDJSON]: { schema: lineOf(lines, components) } },
  };
}

/** A line of a batch: the fields of the single command and the key of this one. */
function lineOf(lines: ContractClass, components: Components): FieldSchema {
  const { properties, required, ...rest } = schemaOf(lines, (nested) => components.refer(nested));
  const command: FieldSchema = {
    type: 'string',
    minLength: 1,
    maxLength: 200,
    description: 'Key of the command: the same again is the same command.',
  };
  return { ...rest, properties: { command, ...properties }, required: ['command', ...required] };
}

function answersOf({ method, takes }: Route, answer: Answer, components: Components): Record<string, object> {
  const { status, about, mediaType, body, etag } = answer;
  const response = {
    description: about,
    ...(etag && { headers: { ETag: { schema: { type: 'string' }, description: 'The version of the stream.' } } }),
    ...(body && { content: { [mediaType]: { schema: schemaOfAnswer(answer, components) } } }),
  };
  const isMade = method === 'put' && takes.has('issued') && status === 200;
  return { [status]: response, ...(isMade && { 201: { ...response, description: 'Made by this command.' } }) };
}

function schemaOfAnswer({ body, shape }: Answer, components: Components): FieldSchema {
  const one = typeof body === 'function' ? components.refer(body) : (body ?? {});
  if (shape === 'list') return { type: 'array', items: one };
  if (shape === 'one') return one;
  const next: FieldSchema = {
    type: 'string',
    description: 'Give it as cursor for the next page; left out on the last one.',
  };
  return { type: 'object', properties: { items: { type: 'array', items: one }, next }, required: ['items'] };
}

const PROBLEM: FieldSchema = {
  type: 'object',
  description: 'Further fields depend on the code.',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    code: { type: 'string', enum: Object.keys(problemCodes) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    hint: { type: 'string' },
    traceid: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
        required: ['pointer', 'code', 'detail'],
      },
    },
  },
  required: ['type', 'code', 'title', 'status'],
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
