import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Id, Instant } from '@bw/kernel';
import type { Principal } from '../access/principal.ts';
import type { ProblemMaker } from './problem-maker.ts';

/** What the shell knows about a request beside its own words. */
export interface RequestContext {
  /** The clock's time when the request came. */
  readonly at: Instant;
  readonly correlation: Id;
  readonly traceparent?: string;
  readonly problems: ProblemMaker;
  readonly principal?: Principal;
}

const contexts = new WeakMap<object, RequestContext>();

export function setContext(request: FastifyRequest, context: RequestContext): void {
  contexts.set(request.raw, context);
}

export function findContext(request: FastifyRequest): RequestContext | undefined {
  return contexts.get(request.raw);
}

export function contextOf(request: FastifyRequest): RequestContext {
  const context = findContext(request);
  if (!context) throw new Error(`${request.method} ${request.url} reached a handler without the shell's hooks.`);
  return context;
}

export function principalOf(request: FastifyRequest): Principal {
  const { principal } = contextOf(request);
  if (!principal) throw new Error(`${request.method} ${request.url} asks for its caller but lets anybody in.`);
  return principal;
}

export function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** A header that has one value; undefined where it is absent or empty. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  const text = Array.isArray(value) ? value[0] : value;
  return text?.trim() || undefined;
}
