import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { ContractClass, FieldSchema } from '@bw/contracts-base';
import type { Role } from '../access/roles.ts';
import { CommandReply } from './reply.ts';

/** Who may call a route: these roles; `member` is anybody with any membership; `anyone` anybody with a good token. */
export type Allowed = Role | 'member' | 'anyone';

/** What a route answers when all is well. */
export interface Answer {
  readonly status: number;
  readonly about: string;
  readonly mediaType: string;
  /** A class of fields, or a schema where the answer is no JSON object of ours. */
  readonly body?: ContractClass | FieldSchema;
  readonly shape: 'one' | 'page' | 'list';
  readonly etag: boolean;
}

export interface RouteStatement {
  readonly allowed: readonly Allowed[];
}

export const ALLOWED = 'bw:allowed';
export const PUBLIC = 'bw:public';
export const OPERATIONS = 'bw:operations';
export const ANSWERS = 'bw:answers';
export const ASKS = 'bw:asks';

/**
 * Who may call this route, anywhere: a first wall that also stands in the OpenAPI document. Whether they may do it *here*
 * is asked of `Access`. A route that says nothing is refused to everybody.
 */
export function Allows(...allowed: readonly [Allowed, ...Allowed[]]): MethodDecorator & ClassDecorator {
  return SetMetadata(ALLOWED, allowed);
}

/** Open to those without a token: health, problem pages. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(PUBLIC, true);
}

/** For operators: a tenant administrator, or whoever holds the operations token. Open in development. */
export function Operations(): MethodDecorator & ClassDecorator {
  return SetMetadata(OPERATIONS, true);
}

interface AnswerOptions {
  readonly status?: number;
  readonly about?: string;
  readonly mediaType?: string;
  readonly etag?: boolean;
}

/** The route answers one thing of this class. */
export function Answers(body: ContractClass | FieldSchema, options: AnswerOptions = {}): MethodDecorator {
  return answers({ ...usual(options), body, shape: 'one' });
}

/** The route answers `{items, next?}` of this class; take `@Page() page: Page`. */
export function AnswersPage(item: ContractClass, options: AnswerOptions = {}): MethodDecorator {
  return answers({ ...usual(options), body: item, shape: 'page' });
}

/** The route answers a list of this class that has no pages because it cannot be long. */
export function AnswersList(item: ContractClass, options: AnswerOptions = {}): MethodDecorator {
  return answers({ ...usual(options), body: item, shape: 'list' });
}

/** The route runs a command and answers `reply(result)`. */
export function AnswersCommand(about = 'Done; or it had been done by the same command before.'): MethodDecorator {
  return answers({ ...usual({ about, etag: true }), body: CommandReply, shape: 'one' });
}

/** The route answers a stream of lines, each a JSON document of this class. */
export function AnswersLines(line: ContractClass | FieldSchema, options: AnswerOptions = {}): MethodDecorator {
  return answers({ ...usual({ mediaType: 'application/x-ndjson', ...options }), body: line, shape: 'one' });
}

/** The route answers nothing but that it is done. */
export function AnswersNothing(about = 'Done.'): MethodDecorator {
  return answers({ ...usual({ status: 204, about }), shape: 'one' });
}

/** A query parameter that the handler reads by itself. Those of `@Query() query: SomeClass` are found without it. */
export function Asks(
  name: string,
  schema: FieldSchema,
  options: { readonly required?: boolean } = {},
): MethodDecorator {
  return (target, key, descriptor) => {
    const handler: unknown = descriptor.value;
    if (typeof handler !== 'function') return;
    const asked = (Reflect.getMetadata(ASKS, handler) as readonly AskedParameter[] | undefined) ?? []; // only Asks writes it
    Reflect.defineMetadata(ASKS, [{ name, schema, required: options.required ?? false }, ...asked], handler);
  };
}

export interface AskedParameter {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
}

function usual({ status = 200, about = 'All is well.', mediaType = 'application/json', etag = false }: AnswerOptions) {
  return { status, about, mediaType, etag };
}

function answers(answer: Answer): MethodDecorator {
  return applyDecorators(SetMetadata(ANSWERS, answer));
}
