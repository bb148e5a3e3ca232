import { Problem, PROBLEM_MEDIA_TYPE, type ProblemParts } from '@bw/service-shell';
import type { FastifyReply } from 'fastify';

/** Answers with a problem document, as the services do. */
export function sendProblem(reply: FastifyReply, parts: ProblemParts, instance: string): FastifyReply {
  const problem = new Problem(parts);
  return reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(problem.document({ instance }));
}
