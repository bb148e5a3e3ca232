import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** What a parameter of a handler takes from the request, for documents. */
export type ParameterKind = 'caller' | 'issued' | 'id' | 'wanted' | 'page' | 'if-match' | 'lines';

const kinds = new WeakMap<object, ParameterKind>();

/** A parameter decorator of ours, which the OpenAPI document knows how to describe. */
export function parameter<Data, Value>(
  kind: ParameterKind,
  take: (data: Data, context: ExecutionContext) => Value,
): (data?: Data) => ParameterDecorator {
  kinds.set(take, kind);
  // Nest leaves the type of the data to the decorator's user.
  return createParamDecorator(take as (data: unknown, context: ExecutionContext) => Value) as (
    data?: Data,
  ) => ParameterDecorator;
}

export function kindOf(take: unknown): ParameterKind | undefined {
  return typeof take === 'function' ? kinds.get(take) : undefined;
}
