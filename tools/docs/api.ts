import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import { mdTable } from './markdown.ts';

export const API_PAGE = 'docs/reference/api.md';

const SERVICES = ['engagement', 'scheduling', 'risk', 'reporting'] as const;
const METHODS = ['get', 'put', 'post', 'delete'] as const;

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly tags?: readonly string[];
  readonly 'x-allowed'?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** An OpenAPI document, as far as the page tells of it. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<(typeof METHODS)[number], Operation>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The page about the API: what there is to ask and to do, by service. The documents themselves have every detail. */
export function apiPage(documentOf: (service: string) => OpenApi = published): string {
  const sections = [
    '# API',
    'Generated from the OpenAPI documents: `node tools/docs/main.ts --write`. They stand in [openapi](openapi) with every field' +
      ' and every answer, and each running service gives its own at `/ops/<service>/openapi.json`.',
    'Required fields and parameters are **bold**. Every `POST` wants a header `Idempotency-Key`; those marked with ✎ want' +
      ' `If-Match` with the version that was read. Readings of reporting take `asOf`, `knownAt`, `cut` and `minPosition`. Lists take' +
      ' `cursor` and `limit`. `npx bw api` sends any of these.',
    ...SERVICES.flatMap((service) => [`## ${service}`, ...tablesOf(documentOf(service))]),
  ];
  return `${sections.join('\n\n')}\n`;
}

const published = (service: string): OpenApi =>
  JSON.parse(readFileSync(join(root, `docs/reference/openapi/${service}.json`), 'utf8')) as OpenApi;

function tablesOf(document: OpenApi): readonly string[] {
  const byTag = new Map<string, (readonly string[])[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    if (path.startsWith('/ops/')) continue;
    for (const method of METHODS) {
      const operation = methods[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? '';
      byTag.set(tag, [...(byTag.get(tag) ?? []), rowOf(`${method.toUpperCase()} ${path}`, operation, document)]);
    }
  }
  return [...byTag.values()].map((rows) => mdTable(['request', 'takes', 'who may'], rows));
}

/** What is told once at the top of the page. */
const EVERYWHERE = new Set(['asOf', 'knownAt', 'cut', 'minPosition', 'cursor', 'limit']);

function rowOf(request: string, operation: Operation, document: OpenApi): readonly string[] {
  const parameters = operation.parameters ?? [];
  const edits = parameters.some(({ name, required }) => name === 'If-Match' && required === true);
  const query = parameters.filter((each) => each.in === 'query' && !EVERYWHERE.has(each.name));
  const takes = [
    ...query.map(({ name, required }) => fieldOf(`?${name}`, required === true)),
    ...bodyOf(operation, document),
  ];
  return [`\`${request}\`${edits ? ' ✎' : ''}`, takes.join(', '), (operation['x-allowed'] ?? []).join(', ')];
}

function bodyOf({ requestBody }: Operation, { components }: OpenApi): readonly string[] {
  const [schema] = Object.values(requestBody?.content ?? {}).map((each) => each.schema);
  const name = schema?.$ref?.split('/').at(-1);
  const { properties = {}, required = [] } = (name === undefined ? schema : components.schemas[name]) ?? {};
  return Object.keys(properties).map((field) => fieldOf(field, required.includes(field)));
}

const fieldOf = (name: string, required: boolean): string => (required ? `**${name}**` : name);
