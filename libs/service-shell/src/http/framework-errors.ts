import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, PROBLEM_MEDIA_TYPE } from './problem.ts';

/** What Fastify finds wrong with an address before any route is asked: too long a part of it, or wrong escapes. */
export function answerFrameworkError(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = new Problem({ code: 'NOT_FOUND', detail: 'No address here looks like this.' });
  const instance = request.url.split('?', 1).join().slice(0, 200);
  reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(problem.document({ instance }));
}
