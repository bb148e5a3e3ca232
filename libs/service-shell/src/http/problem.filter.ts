import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceLogger } from '../operations/logger.ts';
import { type Observable, throwError } from 'rxjs';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';
import type { ProblemMaker } from './problem-maker.ts';
import { findContext } from './request-context.ts';

/** Answers whatever was thrown with a problem document. What we did not expect is logged, and its wording kept from clients. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly problems: ProblemMaker,
    private readonly logger: ServiceLogger,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): Observable<never> | void {
    // What consumes events decides by the error itself whether to try again or to park.
    if (host.getType() !== 'http') return throwError(() => thrown);
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = this.problems.problemOf(thrown, request);
    if (problem.status >= 500) this.logger.error(thrown, `${request.method} ${request.routeOptions.url ?? ''}`);

    const traceid = findContext(request)?.correlation;
    const document = problem.document({ instance: request.url.split('?', 1).join(), ...(traceid && { traceid }) });
    http
      .getResponse<FastifyReply>()
      .status(problem.status)
      .headers(problem.headers)
      .type(PROBLEM_MEDIA_TYPE)
      .send(document);
  }
}
