import type { FastifyInstance } from 'fastify';
import { serviceNames } from '../route-table.ts';
import { sendProblem } from '../send-problem.ts';
import { advanceAll, NeverQuiet, NotReplaying, untilQuiet } from './coordinator.ts';
import { OperationFailed, servicesAt } from './http-services.ts';

interface Advance {
  readonly to?: unknown;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** `POST /ops/platform/clock {to}` moves the replay clocks of all services; `POST /ops/platform/rest` waits until all is taken in. */
export function addClockRoutes(site: FastifyInstance, origin: () => string): void {
  site.post<{ Body: Advance | undefined }>('/ops/platform/clock', async (request, reply) => {
    const to = request.body?.to;
    if (typeof to !== 'string' || !INSTANT.test(to)) {
      const detail = 'must be an instant of UTC such as 2026-03-29T07:00:00.000Z';
      const errors = [{ pointer: '/to', code: 'instant', detail }];
      return sendProblem(reply, { code: 'VALIDATION', detail: `/to ${detail}.`, errors }, request.url);
    }
    const services = servicesAt(origin(), serviceNames, request.headers.authorization ?? '');
    return answering(reply, request.url, async () => {
      await advanceAll(services, to);
      return { now: to };
    });
  });

  site.post('/ops/platform/rest', async (request, reply) => {
    const services = servicesAt(origin(), serviceNames, request.headers.authorization ?? '');
    return answering(reply, request.url, async () => {
      await untilQuiet(services);
      return { quiet: true };
    });
  });
}

async function answering(reply: Parameters<typeof sendProblem>[0], url: string, work: () => Promise<unknown>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotReplaying)
      return sendProblem(reply, { code: 'STATE_CONFLICT', detail: error.message }, url);
    if (error instanceof NeverQuiet) return sendProblem(reply, { code: 'UNAVAILABLE', detail: error.message }, url);
    if (error instanceof OperationFailed)
      return sendProblem(reply, { code: 'BAD_GATEWAY', detail: error.message }, url);
    throw error;
  }
}
