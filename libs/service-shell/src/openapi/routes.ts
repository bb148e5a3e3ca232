import { RequestMethod, type Type } from '@nestjs/common';
import type { ContractClass } from '@bw/contracts-base';
import { isContract } from '../http/contract.pipe.ts';
import { kindOf, type ParameterKind } from '../http/parameter-kinds.ts';
import {
  ALLOWED,
  type Allowed,
  type Answer,
  ANSWERS,
  type AskedParameter,
  ASKS,
  OPERATIONS,
  PUBLIC,
} from '../http/routes.ts';

/** What stands in the code about one route. */
export interface Route {
  readonly controller: Type;
  readonly handler: string;
  readonly method: string;
  /** `/api/v1/risks/{riskId}` */
  readonly path: string;
  /** `public`: anybody; `operations`: operators; else the roles; nothing where the code does not say. */
  readonly allowed: readonly Allowed[] | 'public' | 'operations' | undefined;
  readonly answer: Answer | undefined;
  readonly body?: ContractClass;
  readonly lines?: ContractClass;
  readonly query?: ContractClass;
  readonly asked: readonly AskedParameter[];
  readonly takes: ReadonlySet<ParameterKind>;
  readonly ifMatchIsOptional: boolean;
}

interface ParameterMetadata {
  readonly index: number;
  readonly factory?: unknown;
  readonly data?: unknown;
}

/** Nest's numbers of its own parameter decorators. */
const BODY = '3';
const QUERY = '4';

/** All routes of a module and of what it imports, as their decorators say; without starting anything. */
export function routesOf(module: unknown, prefix: string): readonly Route[] {
  return controllersOf(module, new Set()).flatMap((controller) => routesOfController(controller, prefix));
}

export function routesOfController(controller: Type, prefix: string): readonly Route[] {
  const prototype: object = controller.prototype;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof handler !== 'function') return [];
    const method = said<number>('method', handler);
    return method === undefined ? [] : [routeOf({ controller, prefix, name, handler, method })];
  });
}

interface Found {
  readonly controller: Type;
  readonly prefix: string;
  readonly name: string;
  readonly handler: object;
  readonly method: number;
}

function routeOf({ controller, prefix, name, handler, method }: Found): Route {
  const own = textsOf(said('path', controller));
  const isOperations = own.some((path) => path.startsWith('ops/')); // these stand beside the API, as the shell mounts them
  const takes = said<Record<string, ParameterMetadata>>('__routeArguments__', controller, name) ?? {};
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype, name) as unknown[] | undefined) ?? []; // TypeScript writes it
  const parameters = Object.entries(takes).map(([key, parameter]) => ({
    ...parameter,
    number: key.split(':')[0] ?? '',
  }));
  const classOf = (number: string) => {
    const found = parameters.find((parameter) => parameter.number === number && parameter.data === undefined);
    const type = found && types[found.index];
    return isContract(type) ? type : undefined;
  };
  const kinds = parameters.flatMap(({ factory, data }) => {
    const kind = kindOf(factory);
    return kind ? [{ kind, data }] : [];
  });
  const lines = kinds.find(({ kind }) => kind === 'lines')?.data;
  const ifMatch = kinds.find(({ kind }) => kind === 'if-match')?.data;
  const [body, query] = [classOf(BODY), classOf(QUERY)];
  return {
    controller,
    handler: name,
    method: RequestMethod[method]?.toLowerCase() ?? 'get',
    path: pathOf([...(isOperations ? [] : [prefix]), ...own, ...textsOf(said('path', handler))]),
    allowed: allowedOf(controller, handler),
    answer: said<Answer>(ANSWERS, handler),
    ...(body && { body }),
    ...(query && { query }),
    ...(isContract(lines) && { lines }),
    asked: said<readonly AskedParameter[]>(ASKS, handler) ?? [],
    takes: new Set(kinds.map(({ kind }) => kind)),
    ifMatchIsOptional: typeof ifMatch === 'object' && ifMatch !== null && Reflect.get(ifMatch, 'optional') === true,
  };
}

function allowedOf(controller: Type, handler: object): Route['allowed'] {
  for (const about of [handler, controller]) {
    if (said<boolean>(PUBLIC, about)) return 'public';
    if (said<boolean>(OPERATIONS, about)) return 'operations';
    const allowed = said<readonly Allowed[]>(ALLOWED, about);
    if (allowed) return allowed;
  }
  return undefined;
}

/** Modules are classes or objects `{module, imports, controllers}`; both may import further ones. */
function controllersOf(module: unknown, seen: Set<unknown>): readonly Type[] {
  if (!module || seen.has(module)) return [];
  seen.add(module);
  const forwarded: unknown =
    typeof module === 'object' && 'forwardRef' in module ? Reflect.get(module, 'forwardRef') : undefined;
  if (typeof forwarded === 'function') return controllersOf(forwarded(), seen);
  const type = typeof module === 'object' && 'module' in module ? module.module : module;
  const listed = (what: 'imports' | 'controllers'): readonly unknown[] => [
    ...(typeof type === 'function' ? (said<readonly unknown[]>(what, type) ?? []) : []),
    ...(typeof module === 'object' ? ((Reflect.get(module, what) as readonly unknown[] | undefined) ?? []) : []),
  ];
  const controllers = listed('controllers').filter((one): one is Type => typeof one === 'function' && !seen.has(one));
  for (const controller of controllers) seen.add(controller);
  return [...controllers, ...listed('imports').flatMap((imported) => controllersOf(imported, seen))];
}

/** Decorators wrote it, ours or Nest's, and only in this form. */
function said<T>(what: string, about: object, property?: string): T | undefined {
  return (property === undefined ? Reflect.getMetadata(what, about) : Reflect.getMetadata(what, about, property)) as
    T | undefined;
}

function textsOf(path: unknown): readonly string[] {
  return typeof path === 'string' ? [path] : [];
}

function pathOf(parts: readonly string[]): string {
  const path = parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .map((step) => step.replace(/^:(\w+)$/, '{$1}'));
  return `/${path.join('/')}`;
}
