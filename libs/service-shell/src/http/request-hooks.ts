import { newId, type Clock } from '@bw/event-store';
import { type Id, isId } from '@bw/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceLogger } from '../operations/logger.ts';
import type { ProblemMaker } from './problem-maker.ts';
import { findContext, headerOf, setContext } from './request-context.ts';

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

export interface RequestHooks {
  readonly clock: Clock;
  readonly logger: ServiceLogger;
  readonly problems: ProblemMaker;
}

/** Gives every request its context, and the log a line about each when it is answered. */
export function addRequestHooks(fastify: FastifyInstance, { clock, logger, problems }: RequestHooks): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const traceparent = traceparentOf(request);
    const correlation = correlationOf(request, traceparent);
    setContext(request, { at: clock.now(), correlation, problems, ...(traceparent && { traceparent }) });
    reply.header('x-correlation-id', correlation);
    done();
  });
  // The route, not the path: a path may hold what somebody typed. Ids of users and tenants are no names.
  fastify.addHook('onResponse', (request, reply, done) => {
    const context = findContext(request);
    const { routeOptions, method } = request;
    const isProbe = routeOptions.url?.includes('/health/') || routeOptions.url?.endsWith('/metrics');
    logger.pino[isProbe ? 'debug' : 'info'](
      {
        method,
        route: routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        correlation: context?.correlation,
        tenant: context?.principal?.tenant,
        user: context?.principal?.user,
      },
      'request',
    );
    done();
  });
}

function traceparentOf(request: FastifyRequest): string | undefined {
  const given = headerOf(request, 'traceparent');
  return given && TRACEPARENT.test(given) ? given : undefined;
}

/** The caller's own id, or that of the trace it takes part in: both fit, a trace id has as many bits. */
function correlationOf(request: FastifyRequest, traceparent: string | undefined): Id {
  const given = headerOf(request, 'x-correlation-id');
  if (isId(given)) return given;
  const [, trace] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  return trace ? trace.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : newId();
}
